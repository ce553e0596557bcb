public import Model

extension SMSImageDrop {
  public static let info = DetectorInfo(
    id: "sms-image-drop",
    summary: "Images that consumers sent over SMS, or probably did, and that arrived as nothing.",
    symptom: """
      A consumer says that a picture was sent; the bot got an empty message, or nothing. A connector that reads only the \
      text of an SMS turns an image without a caption into an empty message. Whether images arrive differs from account to \
      account, and by country of the number: so it is learned from the log. Where one image file of a consumer ever arrived \
      over SMS, blanks are less likely to be lost images.
      """,
    severity: "warning; how sure it is stands in the confidence",
    causes: [
      DetectorInfo.Cause(
        "blank-message",
        "A blank message over SMS, in an account where no image was ever seen to arrive over SMS; or, with high "
          + "confidence, in the stead of an image that the gateway took in.",
        remedy: "Have images over SMS switched on for the account, and let the bot ask for a description in words."),
      DetectorInfo.Cause(
        "contentless",
        "An SMS conversation reached a bot without any message, of which a lost image is one of several reasons; or, with "
          + "high confidence, the gateway took in an image near which no message of the consumer arrived.",
        remedy: "Look for the inbound message in the log of the SMS provider, and see if it had media."),
      DetectorInfo.Cause(
        "possible",
        "A blank message over SMS, in an account where images do arrive; or, with high confidence, a text that arrived "
          + "without the image that the gateway took in near it.",
        remedy:
          "Check the kind of media and the country of the number: GIFs and other files are not carried everywhere."),
    ],
    inputs: """
      Message history and event logs show the blank that is left, never the image: from them alone the confidence is \
      medium at most. Only the log of the SMS gateway proves that an image was sent: read together with them, it makes \
      the confidence high where no file of the consumer came within `gateway-window` of the image; of several images each \
      is matched with a blank of its own, as long as there are enough. A record of the gateway is joined only \
      where it names the conversation (`conversationId`, `convId` or `dialogId` in it or in the envelope around it): \
      numbers are not kept, so others cannot be. Whether images arrive is learned from all files of a run: give it as \
      much of an account as there is.
      """,
    judgesFrom: [.historyMessages, .messageEvents],
    notFlagged: [
      "Blank messages on other channels, and conversations whose channel is not known.",
      "Image files that arrived, with or without a caption.",
      "Texts that were masked.",
      "Blank messages of bots and people.",
      "Surveys and screen sharing, which are dialogs beside the conversation.",
    ],
    guards: [
      DetectorInfo.Guard("private-note", "Private notes."),
      DetectorInfo.Guard(
        "image-arrived",
        "Images of which the gateway knows and near which a file of the consumer arrived, with blanks beside it."),
      DetectorInfo.Guard(
        "gateway-saw-text",
        "Blank messages and contentless conversations of which the gateway took in texts without images."),
      DetectorInfo.Guard("masked-account", "Missing texts in an account that masks texts."),
    ] + DetectorInfo.Guard.ofContentless,
    settings: Settings.infos,
    remedy: "Find out with the SMS provider's log if the message had media.",
    documentation: "https://knowledge.liveperson.com/messaging-channels-sms-sms-best-practices.html",
    examples: [
      DetectorInfo.Example(
        "Near misses: another channel, and an image that arrived",
        """
        layout: history
        channel: SHARK
        conversation:
        00:00 opened
        00:02 consumer: <blank>
        05:00 closed
        conversation:
        channel: SMS
        account: account-2
        00:00 opened
        00:02 consumer: <file>
        05:00 closed
        """),
      DetectorInfo.Example(
        "A blank SMS where no image ever arrived",
        """
        layout: history
        channel: SMS
        00:00 opened
        00:01 bot joins
        00:02 ⚑ blank-message warning medium consumer: <blank>
        05:00 closed
        """),
      DetectorInfo.Example(
        "A blank SMS where images do arrive",
        """
        layout: history
        channel: SMS
        conversation:
        00:00 opened
        00:02 consumer: <file>
        05:00 closed
        conversation:
        10:00 opened
        10:02 ⚑ possible warning low consumer: <blank>
        15:00 closed
        """),
      DetectorInfo.Example(
        "The gateway took in images, and a blank, a text or nothing arrived",
        """
        layout: history
        channel: SMS
        conversation:
        00:00 opened
        00:02 gateway: 1 media
        00:03 ⚑ blank-message warning high consumer: <blank>
        05:00 closed
        conversation:
        00:00 opened
        00:02 gateway: 1 media
        00:03 ⚑ possible warning high consumer: look at this
        05:00 closed
        conversation:
        00:00 ⚑ contentless warning high opened
        00:01 bot joins
        00:02 gateway: 1 media
        05:00 closed
        """),
      DetectorInfo.Example(
        "An SMS conversation without content",
        """
        layout: history
        channel: SMS
        00:00 ⚑ contentless warning low opened
        00:01 bot joins
        05:00 closed
        """),
      DetectorInfo.Example(
        "Nothing to find",
        """
        layout: history
        channel: SMS
        00:00 opened
        00:01 bot joins
        00:02 consumer: my order
        05:00 closed
        """),
    ])
}
