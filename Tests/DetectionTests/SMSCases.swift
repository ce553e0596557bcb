import Detection

extension TranscriptCase {
  static func sms(
    _ title: String, _ settings: KeyValuePairs<String, String>, _ transcript: String
  ) -> TranscriptCase {
    TranscriptCase(title, SMSImageDrop.self, settings, "channel: SMS\n" + transcript)
  }

  static let lostSMSImages = smsBlanks + smsGuards + gatewayImages + imagePairs

  private static let smsBlanks = [
    sms(
      "blank, missing, or the place of an attachment", [:],
      """
      00:02 ⚑ blank-message warning medium consumer: <blank>
      00:03 ⚑ blank-message warning medium consumer: <absent>
      00:04 ⚑ blank-message warning medium consumer: <placeholder>
      → judged
      """),
    sms(
      "what arrived, and what was taken away", [:],
      """
      00:02 consumer: STOP
      00:03 consumer: <emoji 1>
      00:04 consumer: <masked 3>
      00:05 consumer: <absent>
      00:06 consumer: <rich>
      00:07 consumer: <tap>
      """),
    sms(
      "blanks of others", [:],
      """
      00:02 consumer: hello
      00:03 bot: <blank>
      00:04 human: <blank>
      00:05 system: <blank>
      00:06 consumer: <blank> [private]
      dialog: survey
      00:07 consumer: <blank>
      """),
    sms(
      "any channel whose name holds SMS; no other, and none that is unknown", [:],
      """
      conversation:
      channel: Twilio_sms_2
      00:02 ⚑ blank-message consumer: <blank>
      conversation:
      channel: WhatsApp Business
      00:02 consumer: <blank>
      → not applicable: not a conversation over SMS
      conversation:
      channel: unknown
      00:02 consumer: <blank>
      → not applicable: the channel is unknown
      """),
    sms(
      "images arrive, in this account", [:],
      """
      conversation:
      30:00 consumer: <file>
      conversation:
      00:02 ⚑ possible warning low consumer: <blank>
      conversation:
      account: account-2
      00:02 ⚑ blank-message warning medium consumer: <blank>
      """),
    sms(
      "files of bots, and of other channels, tell nothing", [:],
      """
      conversation:
      00:01 bot: <file>
      00:02 ⚑ blank-message warning medium consumer: <blank>
      conversation:
      channel: SHARK
      00:02 consumer: <file>
      """),
    sms(
      "the user knows that images arrive", ["sms-images": "supported"], "00:02 ⚑ possible warning low consumer: <blank>"
    ),
    sms(
      "the user knows that images do not arrive", ["sms-images": "unsupported"],
      """
      00:01 consumer: <file>
      00:02 ⚑ blank-message warning medium consumer: <blank>
      """),
    sms(
      "contentless, as soon as that can be told", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      09:59 open
      → undecided
      10:00 log ends
      conversation:
      00:00 ⚑ contentless warning low opened
      00:01 bot joins
      00:02 closed
      """.replacing("09:59", with: "00:01").replacing("00:00 opened\n", with: "00:00.001 opened\n")),
    sms(
      "another wait", ["contentless-after": "5s"],
      """
      00:00 ⚑ contentless warning low opened
      00:01 bot joins
      00:05 log ends
      """),
    sms(
      "campaigns that nobody answered, and conversations without a bot", [:],
      """
      conversation:
      00:00 opened by the brand
      00:01 bot joins
      05:00 closed
      → judged
      conversation:
      00:00 opened
      00:01 human joins
      05:00 closed
      → judged
      """),
    sms(
      "without a known bot, contentless conversations are not judged", [:],
      """
      bots: unknown
      00:00 opened
      00:01 bot joins
      05:00 closed
      → judged
      """),
    sms(
      "an export without messages", [:],
      "layout: history without messages\n00:00 opened\n→ not applicable: the export has no messages"),
  ]
}
