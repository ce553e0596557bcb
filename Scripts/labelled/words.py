"""The texts of the invented conversations, by what they are for and by language."""

PHRASES = {
    "hello": [
        "Hi, the lamp oil never came 😕",
        "Buenas, ¿dónde quedó mi farol? 🏮",
        "ランプが届いていません",
        "Guten Abend, die Laterne fehlt",
        "Bonsoir, ma lanterne n'est pas là",
        "مرحبا، لم يصل الفانوس",
        "Прошу, лихтаря немає",
    ],
    "ask": [
        "Could it go to 9 Cooper's Row instead?",
        "¿Pueden cambiar la calle?",
        "配達先を変えられますか☂️",
        "Kann die Straße noch geändert werden?",
        "Peut-on changer l'adresse ?",
        "هل يمكن تغيير العنوان؟",
        "Чи можна змінити адресу?",
    ],
    "more": [
        'And the wicks?\nAre they "in" the box?',
        "¿Y las mechas?",
        "芯も入っていますか？",
        "Und die Dochte?",
        "Et les mèches ?",
        "والفتائل؟",
        "А ґноти?",
    ],
    "thanks": ["Lovely, thanks 👍", "Mil gracias 😊", "ありがとう🙏", "Danke sehr!", "Merci bien", "شكرا", "Дякую 🙂"],
    "answer": [
        "It left the yard this morning, parcel {}.",
        "Salió hoy, paquete {}.",
        "今朝発送しました。番号{}",
        "Heute abgeschickt, Paket {}.",
        "Parti ce matin, colis {}.",
        "خرج اليوم، الطرد {}",
        "Відправлено, посилка {}.",
    ],
    "greet": [
        "Welcome to the lamp shop, desk {}.",
        "Bienvenida, mesa {}.",
        "ランプ店です。窓口{}",
        "Willkommen, Tisch {}.",
        "Bienvenue, guichet {}.",
        "أهلا، المكتب {}",
        "Вітаємо, стіл {}.",
    ],
    "sorry": [
        "I could not read that (note {}). Once more?",
        "No lo leí, nota {}. ¿Otra vez?",
        "読めませんでした。{}",
        "Nicht lesbar, Notiz {}. Noch einmal?",
        "Illisible, note {}.",
        "لم أفهم، {}",
        "Не зрозумів, {}.",
    ],
    "human": [
        "This is Ines, I have taken over, case {}.",
        "Soy Inés, caso {}.",
        "担当のイネスです。{}",
        "Hier ist Ines, Fall {}.",
        "Ici Inès, dossier {}.",
        "أنا إيناس، {}",
        "Це Інес, справа {}.",
    ],
    "auto": ["All our desks are busy, somebody will be with you."],
    "survey": ["How was it, from 1 to 5? ({})"],
    "note": ["Caller of the tram list, see card {}."],
}
LANGUAGES = 7
CARD_TITLES = ["Lantern, brass", "Lantern, tin", "Oil, one litre", "Wicks, five"]
# Every kind of text that shows nothing.
BLANKS = ["", " ", "  \n\t ", "\u200b\u200b", "\u2800", "\u00ad", "\u200d\u2060", "\ufeff", "\u3000"]
SENTENCE = {
    "latin": "The lamp shop wrote that the brass one is out of wicks once more. ",
    "kanji": "真鍮のランプの芯がまた切れました。",
    "emoji": "🪔",
    "crlf": "\r\n",
    "mask": "*",
    "accent": "Die große Öllampe für Jürgen fehlt noch immer. ",
}


def text(kind, language, number):
    """A text of a kind; `number` makes the text of a bot differ from all its others."""
    phrases = PHRASES[kind]
    return phrases[language % len(phrases)].replace("{}", str(number))


def long_text(unit, length):
    """A text of `length` characters as Unicode scalars."""
    piece = SENTENCE[unit]
    whole = (piece * (length // len(piece) + 1))[:length]
    return whole[:-1] + "." if whole[-1] == " " else whole


def card(title, path):
    """A structured content with one button."""
    button = {"type": "button", "title": "Take it", "click": {"actions": [{"type": "publishText", "text": "Take it"}]}}
    return {"type": "vertical", "elements": [{"type": "text", "text": title, "tooltip": path}, button]}
