"""The three questions, as detectors of the package chatbot-auditor. It reads no log of notifications, only conversations in
a layout of its own.

  convert <log sorted by conversation> <conversations>   writes that layout; this is not measured
  audit <conversations>                                  asks the questions
"""
import itertools, json, sys


def messages_of(log):
    """(conversation, sender's role, text) of each message."""
    for line in log:
        if '"ContentEvent"' not in line: continue
        for change in json.loads(line)["body"]["changes"]:
            yield change["dialogId"], change["originatorMetadata"]["role"], change["event"]["message"]


def convert(log, conversations):
    with open(log, encoding="utf-8") as lines, open(conversations, "w", encoding="utf-8") as output:
        for conversation, messages in itertools.groupby(messages_of(lines), key=lambda message: message[0]):
            talk = [{"role": "user" if who == "CONSUMER" else "bot", "content": text} for _, who, text in messages]
            output.write(json.dumps({"id": conversation, "messages": talk}) + "\n")


def audit(conversations):
    from chatbot_auditor import Conversation, Detection, FailureMode, Role, Severity, audit
    from chatbot_auditor.adapters import JSONAdapter
    from chatbot_auditor.detectors import DetectorRegistry
    from chatbot_auditor.detectors.base import Detector

    class Question(Detector):
        """Its mode says nothing: the package knows seven modes of failure, and has none of these."""
        name, description, failure_mode, requires_llm = "question", "a question", FailureMode.SILENT_CHURN, False

        def detection(self, conversation: Conversation) -> Detection:
            return Detection(conversation_id=conversation.id, detector=self.name, failure_mode=self.failure_mode,
                             severity=Severity.LOW, confidence=1.0, explanation=self.description)

    class Empty(Question):
        name, description = "empty", "The consumer's message is empty."

        def detect(self, conversation):
            return [self.detection(conversation) for message in conversation.messages
                    if message.role == Role.USER and not message.content.strip(" \t\n\r\u200b")]

    class Oversized(Question):
        name, description = "oversized", "The message has more than 5,000 characters."

        def detect(self, conversation):
            return [self.detection(conversation) for message in conversation.messages if len(message.content) > 5000]

    class Others(Question):
        name, description = "others", "The consumer did not begin the conversation."

        def detect(self, conversation):
            return [self.detection(conversation)] if conversation.messages[0].role != Role.USER else []

    questions = DetectorRegistry([Empty(), Oversized(), Others()])
    names = [detection.detector for detection in audit(JSONAdapter(conversations, format="jsonl").fetch(), questions)]
    print(*(names.count(question.name) for question in questions.all()), sep=",")


{"convert": convert, "audit": audit}[sys.argv[1]](*sys.argv[2:])
