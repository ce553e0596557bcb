import Detection

/// Why a message is empty: the ladder of causes.
extension TranscriptCase {
  static let blankCauses = [
    empty(
      "over-long: refused, or never answered, and only over the limit", [:],
      """
      channel: SMS
      conversation:
      00:01 consumer sends <text 5001> -> 413
      00:02 ⚑ over-long warning high consumer: <blank>
      conversation:
      10:01 consumer sends <text 5001> -> no answer
      10:02 ⚑ over-long warning high consumer: <placeholder>
      conversation:
      20:01 consumer sends <text 5000> -> 413
      20:02 ⚑ sms-image warning medium consumer: <blank>
      conversation:
      30:01 bot sends <text 5001> -> 413
      30:02 ⚑ sms-image warning medium consumer: <blank>
      conversation:
      40:01 consumer sends <text 5001> -> unknown
      40:02 ⚑ sms-image warning medium consumer: <blank>
      conversation:
      50:01 consumer sends <text 5001> -> 200 #7
      50:02 #8 ⚑ sms-image warning medium consumer: <blank>
      """),
    empty(
      "over-long: the refusal must be near", [:],
      """
      conversation:
      00:00 consumer sends <text 5001> -> 413
      15:00 ⚑ over-long high consumer: <blank>
      conversation:
      20:00 consumer sends <text 5001> -> 413
      35:00.001 ⚑ unknown high consumer: <blank>
      conversation:
      consumer sends <text 5001> -> 413
      consumer sends <text 7001> -> no answer
      consumer sends <text 7001> -> 413
      59:00 ⚑ over-long high consumer: <blank>
      """),
    empty(
      "another limit", ["length-limit": "1000"],
      """
      00:01 consumer sends <text 1001> -> 413
      00:02 ⚑ over-long consumer: <blank>
      """),
    empty(
      "sms-image: sure, unless images arrive", [:],
      """
      channel: sms-twilio
      conversation:
      00:02 ⚑ sms-image warning medium consumer: <blank>
      00:03 consumer goes away
      conversation:
      account: account-2
      20:01 consumer: <file>
      20:02 ⚑ sms-image warning low consumer: <blank>
      20:03 ⚑ sms-image warning low consumer: <placeholder>
      """),
    empty(
      "sms-image: only files of consumers over SMS tell that images arrive", [:],
      """
      conversation:
      00:02 consumer: <file>
      conversation:
      channel: SMS
      00:02 bot: <file>
      00:03 ⚑ sms-image warning medium consumer: <blank>
      """),
    empty(
      "sms-image: the user knows that images arrive", ["sms-images": "supported"],
      """
      channel: SMS
      00:02 ⚑ sms-image warning low consumer: <blank>
      """),
    empty(
      "sms-image: the user knows that images do not arrive", ["sms-images": "unsupported"],
      """
      channel: SMS
      00:01 consumer: <file>
      00:02 ⚑ sms-image warning medium consumer: <blank>
      """),
    empty(
      "network: the consumer's app away, at most 30 s off", [:],
      """
      conversation:
      00:05 ⚑ network warning medium consumer: <blank>
      00:35 consumer goes away
      conversation:
      00:05 ⚑ unknown warning high consumer: <blank>
      00:35.001 consumer goes away
      conversation:
      00:05 consumer goes away
      00:35 ⚑ network warning medium consumer: <blank>
      """),
    empty(
      "network: a message not received, at most 30 s off", [:],
      """
      conversation:
      00:05 ⚑ network warning medium consumer: <blank>
      00:35 not received
      conversation:
      00:05 ⚑ unknown warning high consumer: <blank>
      00:35.001 not received
      """),
    empty(
      "network: a request without an answer, at most 30 s off", [:],
      """
      conversation:
      00:05 ⚑ network warning medium consumer: <blank>
      00:35 consumer sends hello -> no answer
      conversation:
      00:05 ⚑ unknown warning high consumer: <blank>
      00:35.001 consumer sends hello -> no answer
      conversation:
      00:05 ⚑ unknown warning high consumer: <blank>
      00:05 consumer sends hello -> unknown
      00:05 bot sends hello -> no answer
      """),
    empty(
      "network: the consumer writes again within 15 minutes", [:],
      """
      conversation:
      00:05 ⚑ network warning medium consumer: <blank>
      15:05 consumer: hello
      conversation:
      00:05 ⚑ unknown warning high consumer: <blank>
      15:05.001 consumer: hello
      conversation:
      00:05 ⚑ unknown warning high consumer: <blank>
      00:06 consumer: <tap>
      00:07 bot: hello
      conversation:
      00:05 ⚑ network warning medium consumer: <blank>
      00:06 consumer: <masked 4>
      conversation:
      00:04 consumer: hello
      00:05 ⚑ unknown warning high consumer: <blank>
      """),
    empty(
      "network: the consumer writes again in another conversation", [:],
      """
      consumer is: ann
      conversation:
      00:05 ⚑ network warning medium consumer: <blank>
      conversation:
      10:00 consumer: <file>
      """),
    empty(
      "network: no time at all to write again", ["resend-within": "0ms", "nearby": "0s"],
      """
      00:05 ⚑ unknown warning high consumer: <blank>
      00:05.001 consumer: hello
      00:05.001 consumer goes away
      """),
    empty(
      "blanks without times", [:],
      """
      conversation:
      ⚑ unknown warning high consumer: <blank>
      consumer: hello
      conversation:
      ⚑ network consumer: <blank>
      consumer sends hello -> no answer
      """),
  ]
}
