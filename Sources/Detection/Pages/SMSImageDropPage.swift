public import Model

extension SMSImageDrop {
  public static let info = DetectorInfo(
    id: "sms-image-drop", summary: "", symptom: "", severity: "", causes: [], inputs: "", notFlagged: [], settings: Settings.infos,
    remedy: "", documentation: "https://knowledge.liveperson.com/troubleshooting-bots.html", examples: [])
}
