"""The files of a night: one program's log a file, one folder an account."""

import gzip
import json
from collections import defaultdict

import layout_history, layout_others
from layout_socket import socket
from layout_streams import console, sdk
from story import END, HOUR, NIGHT, SECOND

compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
escaped = json.JSONEncoder(separators=(",", ":")).encode
STRANGE = [
    {
        "kind": "notification",
        "type": "cqm.LampNotification",
        "body": {"changes": [{"type": "UPSERT", "result": {"lamps": 3}}]},
    }
]


class Files:
    """Writes the logs of a night, and knows afterwards in which files a conversation or a bot is."""

    def __init__(self, night, folder):
        self.night, self.folder, self.dice = night, folder, night.dice
        self.of_chat, self.of_bot = defaultdict(list), defaultdict(list)
        by_account = defaultdict(list)
        for shift in night.shifts:
            by_account[shift.account].append(shift)
        for account, shifts in by_account.items():
            account.pages = self.dice.random() < 0.4
            self.write_account(account, shifts)

    def write(self, account, name, data, packed=None):
        """One file, some of them gzipped."""
        if packed is None:
            packed = self.dice.random() < 0.25
        name = f"{account.id}/{name}{'.gz' if packed else ''}"
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = data.encode()
        path.write_bytes(gzip.compress(data, 5, mtime=0) if packed else data)
        return name

    def write_lines(self, account, name, values, packed=None):
        encode = escaped if self.dice.random() < 0.2 else compact
        return self.write(account, name, "".join(encode(value) + "\n" for value in values), packed)

    def write_account(self, account, shifts):
        chats = {
            layout: [chat for shift in shifts for chat in shift.chats if shift.layout == layout]
            for layout in ("history", "webhook", "consumer")
        }
        past = chats["history"] + [
            chat for shift in shifts if shift.joint and shift.layout != "history" for chat in shift.chats
        ]
        self.write_history(account, past)
        for place, shift in enumerate(shifts):
            if shift.layout in ("sdk", "socket", "text"):
                self.write_stream(account, shift, place)
        if chats["webhook"]:
            self.write_webhooks(account, chats["webhook"])
        if chats["consumer"]:
            self.note(
                self.write_lines(account, "consumers.ndjson", layout_others.consumers(chats["consumer"])),
                chats["consumer"],
            )
        everything = [chat for shift in shifts for chat in shift.chats]
        messages = sorted(layout_others.gateway(everything), key=lambda line: line[0])
        if messages:
            self.note(
                self.write_lines(account, "gateway.ndjson", [value for _, value in messages]),
                [chat for chat in everything if chat.gateway],
            )
        self.write(account, "users.json", json.dumps(layout_others.users(account), indent=1), False)
        audits = [row for shift in shifts for row in shift.audits]
        if audits:
            self.write(account, "audit.json", json.dumps(layout_others.audit(account, audits), indent=1), False)
        logins = [row for shift in shifts for row in shift.logins]
        if logins:
            begin = min(row[0] for row in logins) - HOUR
            self.write(
                account,
                "activity.json",
                json.dumps(layout_others.activity(account, logins, begin, END), indent=1),
                False,
            )
        for shift in shifts:
            for desk in shift.managers:
                values = [value for _, value in layout_others.manager(desk, account)]
                name = self.write_lines(account, f"managers/{desk.user.login}-{shift.place}.ndjson", values)
                self.note(name, {ask[1].id: ask[1] for ask in desk.asks}.values())

    def note(self, name, chats):
        for chat in chats:
            self.of_chat[chat.id].append(name)

    def write_history(self, account, chats):
        """Records one a line, or pages; in the order of their start, or in none."""
        partial = [chat for chat in chats if chat.opening == "partial-page"]
        if partial:
            self.write_page(account, "history/partial.json", partial, 100, 0, True)
        chats = sorted((chat for chat in chats if chat.opening != "partial-page"), key=lambda chat: chat.start)
        if self.dice.random() < 0.3:
            self.dice.shuffle(chats)
        if not account.pages:
            self.note(
                self.write_lines(account, "history.ndjson", [layout_history.record(chat) for chat in chats]), chats
            )
            return
        size = self.dice.choice([20, 50, 100])
        for first in range(0, len(chats), size):
            self.write_page(
                account, f"history/page-{first // size + 1}.json", chats[first : first + size], size, first, False
            )

    def write_page(self, account, name, chats, size, first, partial):
        about = {
            "count": 412,
            "self": {"rel": "self", "href": f"https://history.example/search?limit={size}&offset={first}"},
            "shardsStatusResult": {"partialResult": partial},
        }
        page = {"_metadata": about, "conversationHistoryRecords": [layout_history.record(chat) for chat in chats]}
        text = json.dumps(page, ensure_ascii=False, indent=1) if self.dice.random() < 0.5 else compact(page)
        self.note(self.write(account, name, text + "\n"), chats)

    def write_stream(self, account, shift, place):
        name = f"bots/{shift.bot.login}-{place}."
        if shift.layout == "text":
            lines = sorted(console(shift), key=lambda line: line[0])
            name = self.write(account, name + "log", "".join(f"{text}\n" for _, text in lines))
        else:
            lines = sorted((sdk if shift.layout == "sdk" else socket)(shift), key=lambda line: line[0])
            values = [value for _, value in lines]
            if self.dice.random() < 0.2 and len(values) > 9:
                values.insert(9, {"time": values[8]["time"], "event": "lamp.Notification", "body": {"lamps": 4}})
            name = self.write_lines(account, name + shift.layout + ".ndjson", values)
        self.note(name, shift.chats)
        self.of_bot[shift.bot.pid].append(name)

    def write_webhooks(self, account, chats):
        """What a receiver got: some late, some twice, and kinds that nobody knows."""
        late = lambda at: at + (self.dice.randrange(30 * SECOND) if self.dice.random() < 0.03 else 0)
        lines = [(late(at), value) for at, value in layout_others.webhooks(chats)]
        lines += [(late(at + 50), value) for at, value in lines if self.dice.random() < 0.02]
        lines += [(NIGHT + self.dice.randrange(10 * HOUR), value) for value in STRANGE]
        lines.sort(key=lambda line: line[0])
        self.note(self.write_lines(account, "webhooks.ndjson", [value for _, value in lines]), chats)
