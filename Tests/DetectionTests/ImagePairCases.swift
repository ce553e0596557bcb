import Detection

/// Several images that the SMS gateway took in, and what arrived in the stead of each.
extension TranscriptCase {
  static let imagePairs = [
    sms(
      "two images, and a blank for each", [:],
      """
      00:01 gateway: 1 media
      00:02 ⚑ blank-message warning high consumer: <blank>
      00:21 gateway: 1 media
      00:22 ⚑ blank-message warning high consumer: <blank>
      05:00 closed
      """),
    sms(
      "images of one moment, and a blank for each, however they lie", [:],
      """
      conversation:
      00:04 gateway: 1 media
      00:04.500 gateway: 1 media
      00:05 ⚑ blank-message warning high consumer: <blank>
      00:06 ⚑ blank-message warning high consumer: <blank>
      conversation:
      00:04 gateway: 1 media
      00:04 gateway: 1 media
      00:04 gateway: 1 media
      00:05 ⚑ blank-message high consumer: <blank>
      00:05 ⚑ blank-message high consumer: <blank>
      00:05 ⚑ blank-message high consumer: <placeholder>
      00:05 ⚑ blank-message medium consumer: <blank>
      conversation:
      00:50 ⚑ blank-message high consumer: <blank>
      01:10 gateway: 1 media
      01:25 ⚑ blank-message high consumer: <blank>
      01:39 gateway: 1 media
      conversation:
      00:50 ⚑ blank-message medium consumer: <blank>
      01:10 gateway: 1 media
      01:11 ⚑ blank-message high consumer: <blank>
      01:11 gateway: 1 media
      01:12 ⚑ blank-message high consumer: <blank>
      01:39 ⚑ blank-message medium consumer: <blank>
      05:00 closed
      """),
    sms(
      "two images, and one blank, or texts for both", [:],
      """
      conversation:
      00:04 gateway: 1 media
      00:04.500 gateway: 1 media
      00:05 ⚑ blank-message warning high consumer: <blank>
      00:06 consumer: look at this
      conversation:
      00:04 gateway: 1 media
      00:04.500 gateway: 1 media
      00:05 ⚑ possible warning high consumer: look at this
      00:06 ⚑ possible warning high consumer: and at that
      05:00 closed
      """),
    sms(
      "images and blanks without times, one for each", [:],
      """
      conversation:
      gateway: 1 media
      gateway: 1 media
      ⚑ blank-message high consumer: <blank>
      ⚑ blank-message high consumer: <blank>
      ⚑ blank-message medium consumer: <blank>
      conversation:
      00:01 gateway: 1 media
      gateway: 1 media
      ⚑ blank-message high consumer: <blank>
      ⚑ blank-message high consumer: <blank>
      """),
  ]
}
