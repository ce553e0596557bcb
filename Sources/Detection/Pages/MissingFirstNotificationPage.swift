public import Model

extension MissingFirstNotification {
  public static let info = DetectorInfo(
    id: "missing-first-notification", summary: "", symptom: "", severity: "", causes: [], inputs: "", notFlagged: [], settings: Settings.infos,
    remedy: "", documentation: "https://knowledge.liveperson.com/troubleshooting-bots.html", examples: [])
}
