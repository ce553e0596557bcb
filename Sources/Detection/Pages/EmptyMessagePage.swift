public import Model

extension EmptyMessage {
  public static let info = DetectorInfo(
    id: "empty-message", summary: "", symptom: "", severity: "", causes: [], inputs: "", notFlagged: [], settings: Settings.infos,
    remedy: "", documentation: "https://knowledge.liveperson.com/troubleshooting-bots.html", examples: [])
}
