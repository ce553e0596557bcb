public import Model

extension SMSImageDrop {
  public static let info = DetectorInfo(
    id: "sms-image-drop",
    summary: "Images that consumers probably sent over SMS and that arrived as nothing.",
    symptom: """
      A consumer says that a picture was sent; the bot got an empty message, or nothing. A connector that reads only the \
      text of an SMS turns an image without a caption into an empty message. Whether images arrive differs from account to \
      account, and by country of the number: so it is learned from the log. Where one image file of a consumer ever arrived \
      over SMS, blanks are less likely to be lost images.
      """,
    severity: "warning; how sure it is stands in the confidence",
    causes: [
      DetectorInfo.Cause(
        "blank-message", "A blank message over SMS, in an account where no image was ever seen to arrive over SMS.",
        remedy: "Have images over SMS switched on for the account, and let the bot ask for a description in words."),
      DetectorInfo.Cause(
        "contentless", "An SMS conversation reached a bot without any message; a lost image is one of several reasons.",
        remedy: "Look for the inbound message in the log of the SMS provider, and see if it had media."),
      DetectorInfo.Cause(
        "possible", "A blank message over SMS, in an account where images do arrive.",
        remedy:
          "Check the kind of media and the country of the number: GIFs and other files are not carried everywhere."),
    ],
    inputs: """
      Message history and event logs show the blank that is left, never the image: the confidence is medium at most. Only \
      the log of the SMS provider proves that an image was sent; such logs are read, but not judged from here. Whether images arrive is \
      learned from all files of a run: give it as much of an account as there is.
      """,
    judgesFrom: [.historyMessages, .messageEvents],
    notFlagged: [
      "Blank messages on other channels, and conversations whose channel is not known.",
      "Image files that arrived, with or without a caption.",
      "Texts that were masked, and missing texts in an account that masks texts.",
      "Blank messages of bots and people, and private notes.",
      "Conversations that the brand opened and nobody answered, such as campaigns.",
      "Contentless conversations that are too young, cut off at their beginning, or of which data is missing.",
    ],
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
