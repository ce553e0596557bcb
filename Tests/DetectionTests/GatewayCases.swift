import Detection

/// What the log of the SMS gateway proves, and what it disproves.
extension TranscriptCase {
  static let gatewayImages = [
    sms(
      "a blank in its stead, whether images arrive in the account or not", [:],
      """
      conversation:
      00:01 gateway: 2 media
      00:02 ⚑ blank-message warning high consumer: <blank>
      conversation:
      00:01 gateway: 1 media
      00:02 ⚑ blank-message warning high consumer: <absent>
      conversation:
      00:01 gateway: 1 media
      00:02 ⚑ blank-message warning high consumer: <placeholder>
      conversation:
      50:00 consumer: <file>
      → judged
      """),
    sms(
      "half a minute before or after", [:],
      """
      conversation:
      01:00 gateway: 1 media
      01:30 ⚑ blank-message high consumer: <blank>
      conversation:
      01:00 gateway: 1 media
      00:30 ⚑ blank-message high consumer: <blank>
      conversation:
      00:30 ⚑ contentless high opened
      01:00 gateway: 1 media
      01:30.001 ⚑ blank-message medium consumer: <blank>
      05:00 closed
      """),
    sms(
      "another window", ["gateway-window": "5s"],
      """
      conversation:
      01:00 gateway: 1 media
      01:05 ⚑ blank-message high consumer: <blank>
      conversation:
      01:00 gateway: 1 media
      01:05 consumer: <file>
      conversation:
      01:00 ⚑ contentless high opened
      01:00 gateway: 1 media
      01:05.001 consumer: <file>
      """),
    sms(
      "the caption arrived without the image", [:],
      """
      00:01 gateway: 1 media
      00:02 ⚑ possible warning high consumer: look at this
      00:40 consumer: hello?
      05:00 closed
      """),
    sms(
      "the blank is taken for it, not the text that is nearer", [:],
      """
      00:01 gateway: 1 media
      00:02 consumer: look at this
      00:04 ⚑ blank-message warning high consumer: <blank>
      05:00 closed
      """),
    sms(
      "nothing arrived at all: without a bot, opened by the brand, or with a tap only", [:],
      """
      conversation:
      00:00 ⚑ contentless warning high opened
      00:02 gateway: 1 media
      00:09 gateway: 1 media
      05:00 closed
      → judged
      conversation:
      00:00 ⚑ contentless warning high opened by the brand
      00:01 bot joins
      00:02 gateway: 1 media
      05:00 closed
      conversation:
      00:00 ⚑ contentless warning high opened
      00:02 gateway: 1 media
      00:03 consumer taps
      05:00 closed
      """),
    sms(
      "the platform counts an unread message", [:],
      """
      00:00 opened
      00:02 gateway: 1 media
      00:02 unread
      05:00 closed
      → judged
      """),
    sms(
      "the image arrived, with a blank beside it", [:],
      """
      conversation:
      00:01 gateway: 1 media
      00:31 consumer: <file>
      05:00 closed
      conversation:
      00:01 gateway: 1 media
      00:02 consumer: <blank>
      00:03 consumer: <file>
      05:00 closed
      → judged
      """),
    sms(
      "files of others are not the consumer's", [:],
      """
      00:01 gateway: 1 media
      00:02 ⚑ blank-message high consumer: <blank>
      00:03 bot: <file>
      00:04 consumer: <file> [private]
      05:00 closed
      """),
    sms(
      "a blank that the gateway took in as text, beside one that it did not", [:],
      """
      conversation:
      00:01 gateway: a text
      00:02 consumer: <blank>
      → judged
      conversation:
      00:01 gateway: a text
      00:02 consumer: hello
      00:09 ⚑ blank-message medium consumer: <blank>
      conversation:
      00:01 gateway: a text
      00:31.001 ⚑ blank-message medium consumer: <blank>
      """),
    sms(
      "nothing arrived, and the gateway took in texts only", [:],
      """
      00:00 opened
      00:01 bot joins
      00:02 gateway: a text
      05:00 closed
      → judged
      """),
    sms(
      "the file may come after the log's end, or stand in what is missing", [:],
      """
      conversation:
      00:00 ⚑ contentless high opened
      59:30 gateway: 1 media
      conversation:
      00:00 opened
      59:30.001 gateway: 1 media
      → undecided
      conversation:
      layout: partial history
      10:00 gateway: 1 media
      10:01 ⚑ blank-message medium consumer: <blank>
      → undecided
      1:00:00 log ends
      """),
    sms(
      "the log of a bot to whom the conversation was transferred", [:],
      """
      layout: bot log
      conversation:
      00:00 opened
      00:02 bot joins
      00:03 consumer: hello
      conversation:
      00:00 opened
      00:01 human joins
      00:05 gateway: 1 media
      00:40 bot joins
      05:00 closed
      → undecided
      conversation:
      00:00 opened
      00:01 human joins
      00:40 bot joins
      00:41 bot: hi
      00:50 gateway: 1 media
      00:51 ⚑ blank-message high consumer: <blank>
      05:00 closed
      """),
    sms(
      "the gateway says that it came over SMS, whatever the channel is called", [:],
      """
      channel: CONNECTOR
      conversation:
      00:01 gateway: 1 media
      00:02 ⚑ blank-message high consumer: <blank>
      05:00 closed
      conversation:
      channel: unknown
      00:01 gateway: 1 media
      00:02 ⚑ blank-message high consumer: <blank>
      05:00 closed
      """),
    sms(
      "without times, what is in one conversation is near", [:],
      """
      conversation:
      gateway: 1 media
      consumer: <file>
      → judged
      conversation:
      gateway: 1 media
      ⚑ blank-message high consumer: <blank>
      """),
  ]
}
