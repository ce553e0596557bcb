import Detection

/// What the log of the SMS gateway tells of empty messages.
extension TranscriptCase {
  static let emptyAtGateway = [
    empty(
      "an image that the gateway took in, whatever the channel", [:],
      """
      conversation:
      00:01 bot joins
      00:01 gateway: 1 media
      00:02 ⚑ sms-image warning high consumer: <blank>
      conversation:
      channel: SMS
      00:00 ⚑ sms-image info high opened
      00:01 bot joins
      00:02 gateway: 1 media
      05:00 closed
      conversation:
      00:01 gateway: 1 media
      00:02 ⚑ sms-image warning low consumer: <blank>
      00:03 consumer: <file>
      """),
    empty(
      "the window, and the log's end", ["gateway-window": "5s"],
      """
      channel: SMS
      conversation:
      00:01 gateway: 1 media
      00:06 ⚑ sms-image warning high consumer: <blank>
      conversation:
      00:01 gateway: 1 media
      00:06.001 ⚑ sms-image warning medium consumer: <blank>
      conversation:
      59:56 gateway: 1 media
      59:57 ⚑ sms-image warning medium consumer: <blank>
      1:00:00 log ends
      """),
    empty(
      "a refused text comes first, and a text at the gateway is no image", [:],
      """
      channel: SMS
      conversation:
      00:01 bot joins
      00:01 consumer sends <text 5001> -> 400
      00:01 gateway: 1 media
      00:02 ⚑ over-long warning high consumer: <blank>
      conversation:
      00:01 gateway: a text
      00:02 ⚑ unknown warning high consumer: <blank>
      conversation:
      00:00 ⚑ bot-config info low opened
      00:01 bot joins
      00:02 gateway: a text
      05:00 closed
      """),
  ]
}
