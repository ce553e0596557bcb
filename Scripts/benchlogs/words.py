"""What the invented logs have in common: when they begin, who is in them, what is said."""
MORNING = 1772323200000  # 2026-03-01T00:00:00Z
ACCOUNTS = "40718263", "51930774", "le91350276"

# ---- Texts, as they stand between the quotes of a JSON string.
NOUNS = "parcel lantern kettle invoice ticket umbrella tram garden bicycle teapot key appointment".split()
VERBS = "lost found ordered returned booked cancelled paid repaired changed forgotten".split()
PAIRS = [(verb, noun) for verb in VERBS for noun in NOUNS]
PLAIN = ["I have %s my %s, order %%d, can you help me?" % pair for pair in PAIRS]
ANSWERS = ["Order %%d was %s. Your %s is on its way; do you want me to send the details?" % pair for pair in PAIRS]
SHORT = ["Hi", "Yes, please", "No", "Thanks!", "Where is it?", "One moment", "Order 5079", "Tomorrow", "Done",
         "A blue kettle", "And the lantern?"]
UNUSUAL = ["¿Dónde está mi cometa? 🪁", "傘が届きません。明日までに必要です☔️", "Schöne Grüße von der Teekanne",
           "Line one\\nline two\\n\\tand \\\"quoted\\\"", "Caf\\u00e9 cr\\u00e8me \\ud83d\\ude00",
           "C:\\\\orders\\\\today.txt", "Gdzie jest moja paczka? 😕"]
BLANKS = ["", "", "", " ", "\\u200b", "\\n"]
BLANK, LONG, STRANGE = 0.001, 0.0002, 0.03  # shares of the consumers' texts
BOT_FIRST = 0.01  # share of the conversations


def filled(dice, templates):
    return dice.choice(templates) % dice.getrandbits(24)


def consumer_text(dice, short=None):
    roll = dice.random()
    if roll < BLANK: return dice.choice(BLANKS)
    if roll < BLANK + LONG: return (filled(dice, PLAIN) + " ") * 130
    if roll < BLANK + LONG + STRANGE: return dice.choice(UNUSUAL)
    return dice.choice(short) if short else filled(dice, PLAIN)


def uuid(dice):
    digits = f"{dice.getrandbits(128):032x}"
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"


def cast(dice):
    """(account, bot's login, agent id, participant id) of twenty bots."""
    return [(dice.choice(ACCOUNTS), f"bot-{n:02d}", str(dice.randrange(10**9, 10**10)), uuid(dice)) for n in range(20)]
