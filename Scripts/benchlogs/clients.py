"""A log of notifications as the platform sends them at their fullest: what each says about clients, participants and dialogs
differs from record to record, so that hardly two of the changes have the same keys in the same order."""
import json

from benchlogs.words import ANSWERS, BOT_FIRST, consumer_text, filled, uuid

FEATURES = ["PHOTO_SHARING", "CO_APP", "RICH_CONTENT", "SECURE_FORMS", "AUTO_MESSAGES", "QUICK_REPLIES", "MULTI_DIALOG",
            "FILE_SHARING", "AUDIO_SHARING", "COBROWSE"]
VERSIONS = [FEATURES[first:last] for first, last in ((0, 5), (0, 6), (0, 4), (2, 8), (0, 8), (1, 3), (3, 6), (0, 10), (0, 0),
                                                     (0, 1), (4, 9), (0, 7))]
BROWSER = {"deviceFamily": "DESKTOP", "os": "WINDOWS", "osVersion": "11", "integration": "WEB_SDK",
           "integrationVersion": "3.0.68", "browser": "CHROME", "browserVersion": "141.0.1", "timeZone": "Europe/Vienna"}
PHONE = {"deviceFamily": "MOBILE", "os": "ANDROID", "osVersion": "15", "integration": "MOBILE_SDK",
         "integrationVersion": "6.21.0", "deviceManufacture": "Kettle & Sons", "deviceModel": "K-9"}
BOT = {"type": ".ClientProperties", "ipAddress": "10.0.0.7"}
CONTEXTS = [("SharkContext", "webAsync", BROWSER), ("MobileAppContext", "com.example.kettles", PHONE),
            ("CustomContext", "whatsapp", {})]


def line(kind, change):
    body = {"kind": "notification", "body": {"changes": [change]}, "type": kind}
    return json.dumps(body, separators=(",", ":"), ensure_ascii=False) + "\n"


class Talk:
    """One conversation's (time, line), which grow in time order."""

    def __init__(self, dice, start, bots):
        self.dice, self.start, self.at = dice, start, start
        self.conversation, self.consumer = uuid(dice), uuid(dice)
        self.account, _, self.skill, self.bot = bots[dice.getrandbits(8) % 20]
        self.sequence, self.lines, self.last = 0, [], None
        self.context, application, device = dice.choices(CONTEXTS, (5, 4, 1))[0]
        self.client = {"type": ".ClientProperties", "appId": application, "ipAddress": f"10.0.{dice.getrandbits(7)}.9",
                       **device, "features": VERSIONS[min(int(dice.expovariate(.5)), 11)]}
        self.manager = uuid(dice) if dice.random() < .1 else None

    def participants(self, assigned):
        people = [{"id": self.consumer, "role": "CONSUMER"}]
        if assigned: people.insert(0, {"id": self.bot, "role": "ASSIGNED_AGENT"})
        if self.manager: people.append({"id": self.manager, "role": "MANAGER"})
        return people

    def change(self, state, assigned=True):
        dice, people, closed = self.dice, self.participants(assigned), state == "CLOSE"
        dialogs = [{
            "dialogId": self.conversation, "participantsDetails": [{**person, "state": "ACTIVE"} for person in people],
            "dialogType": "MAIN", "channelType": "MESSAGING", "state": state, "creationTs": self.start,
            "metaDataLastUpdateTs": self.at, **({"endTs": self.at, "closedBy": "AGENT"} if closed else {})}]
        if closed and dice.random() < .3:
            dialogs.insert(0, {
                "dialogId": uuid(dice), "participantsDetails": [{**people[-1], "state": "ACTIVE"}],
                "dialogType": "POST_SURVEY", "channelType": "MESSAGING", "metaData": {"appInstallId": uuid(dice)},
                "state": "OPEN", "creationTs": self.at, "metaDataLastUpdateTs": self.at})
        unread = {self.consumer: dice.randrange(3), **({f"{self.account}.{self.skill}": 0} if assigned else {})}
        details = {
            "skillId": self.skill, "participants": people, "dialogs": dialogs, "brandId": self.account, "state": state,
            "stage": state, **({"closeReason": "AGENT"} if closed else {}), "startTs": self.start,
            "metaDataLastUpdateTs": self.at, "firstConversation": False, "csatRate": 0,
            "ttr": {"ttrType": dice.choice(("NORMAL", "NORMAL", "PRIORITIZED")), "value": 600}, "note": "",
            "context": {"type": self.context, "lang": "en-US", "clientProperties": self.client},
            **({"campaignInfo": {"campaignId": 81, "engagementId": 4}} if self.context == "SharkContext" else {}),
            "conversationHandlerDetails": {"accountId": self.account, "skillId": self.skill}}
        last = {"lastContentEventNotification": self.last} if self.last and dice.random() < .8 else {}
        self.lines.append((self.at, line("cqm.ExConversationChangeNotification", {"type": "UPSERT", "result": {
            "convId": self.conversation, "effectiveTTR": -1, "conversationDetails": details, "numberOfunreadMessages": unread,
            **last, "lastUpdateTime": self.at}})))

    def tell(self, who, event, metadata=None):
        client = BOT if who == self.bot else self.client
        role = "ASSIGNED_AGENT" if who == self.bot else "CONSUMER"
        change = {"sequence": self.sequence, "originatorClientProperties": client, "originatorId": who,
                  "originatorMetadata": {"id": who, "role": role, "clientProperties": client},
                  "serverTimestamp": self.at, "event": event, **({"metadata": metadata} if metadata else {}),
                  "dialogId": self.conversation}
        self.sequence += 1
        if event["type"] == "ContentEvent": self.last = change
        self.lines.append((self.at, line("ms.MessagingEventNotification", change)))

    def ask(self):
        self.tell(self.consumer, {"type": "ContentEvent", "message": spoken(consumer_text(self.dice)),
                                  "contentType": "text/plain"})

    def answer(self, text=None):
        dice = self.dice
        event = {"type": "ContentEvent", "message": text or filled(dice, ANSWERS), "contentType": "text/plain"}
        if dice.random() < .15:
            choices = [{"type": "button", "title": f"Kettle {place}", "click": {"actions": [
                {"type": "publishText", "text": f"Kettle {place}"}]}} for place in range(dice.randrange(2, 6))]
            event["quickReplies"] = {"type": "quickReplies", "itemsPerRow": 8, "replies": choices}
        mark = {"type": "BotResponse", "externalConversationId": uuid(dice), "businessCases": ["orders"]}
        if dice.random() < .4:
            mark["intents"] = [{"id": f"intent-{place}", "confidence": "HIGH", "confidenceScore": .9}
                               for place in range(dice.randrange(1, 3))]
        self.tell(self.bot, event, [mark])

    def confirm(self, who, status):
        self.tell(who, {"type": "AcceptStatusEvent", "status": status, "sequenceList": [self.sequence - 1]})


def spoken(text):
    return json.loads(f'"{text}"')


def varied(dice, start, bots):
    """A conversation with events of a kilobyte."""
    talk = Talk(dice, start, bots)
    talk.change("OPEN", assigned=False)
    bot_first = dice.random() < BOT_FIRST
    if not bot_first:
        talk.at += 40 + dice.getrandbits(8)
        talk.ask()
    talk.at += 500 + dice.getrandbits(13)
    talk.change("OPEN")
    if bot_first:
        talk.at += 300 + dice.getrandbits(10)
        talk.answer("Hello, what can I do for you?")
        talk.at += 3000 + dice.getrandbits(14)
        talk.ask()
    for turn in range(1 + int(dice.expovariate(.35))):
        if turn:
            talk.at += 5000 + dice.getrandbits(15)
            talk.ask()
        talk.at += 100 + dice.getrandbits(7)
        talk.confirm(talk.bot, "READ")
        talk.at += 800 + dice.getrandbits(12)
        talk.answer()
        if dice.random() < .6:
            talk.at += 300
            talk.confirm(talk.consumer, "ACCEPT")
        if dice.random() < .2: talk.change("OPEN")
    talk.at += 20_000 + dice.getrandbits(17)
    talk.change("CLOSE")
    return talk.lines
