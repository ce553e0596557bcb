public import Model

extension BotFirstMessage {
  public static let info = DetectorInfo(
    id: "bot-first-message", summary: "", symptom: "", severity: "", causes: [], inputs: "", notFlagged: [], settings: Settings.infos,
    remedy: "", documentation: "https://knowledge.liveperson.com/troubleshooting-bots.html", examples: [])
}
