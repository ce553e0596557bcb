public import Model

extension OversizedMessage {
  public static let info = DetectorInfo(
    id: "oversized-message", summary: "", symptom: "", severity: "", causes: [], inputs: "", notFlagged: [], settings: Settings.infos,
    remedy: "", documentation: "https://knowledge.liveperson.com/troubleshooting-bots.html", examples: [])
}
