"""The labels of a night: what must be found where, and which conversations and bots only look like it."""

import json

from layout_history import rfc3339
from story import MINUTE, SECOND


def layout_name(shift):
    name = {"history": "history-pages" if shift.account.pages else "history-records"}.get(shift.layout, shift.layout)
    if shift.managers:
        return "manager-socket+history"
    return name + "+history" if shift.joint and shift.layout != "history" else name


def rows(night, files):
    """Every row of the truth, planted ones first."""
    planted, decoys, conversations = [], [], []
    for shift in night.shifts:
        for chat in shift.chats:
            common = {
                "conversation": chat.id,
                "account": chat.account.id,
                "scenario": chat.scene,
                "layout": layout_name(shift),
                "seed": night.seed,
                "files": files.of_chat[chat.id],
            }
            conversations.append({"type": "conversation", **common, "decoy": chat.decoy, "bots": shift.bot.names})
            if chat.decoy:
                decoys.append({"type": "decoy", **common})
            for row in chat.planted:
                row = {key: value for key, value in row.items() if key != "rate"}
                planted.append(
                    {
                        "type": "planted",
                        "must": True,
                        **row,
                        **common,
                        # A request may come after the close.
                        "window": [rfc3339(chat.start - 60 * SECOND), rfc3339(chat.clock + 8 * MINUTE)],
                    }
                )
        common = {
            "bots": shift.bot.names,
            "account": shift.account.id,
            "layout": layout_name(shift),
            "seed": night.seed,
            "files": files.of_bot[shift.bot.pid],
        }
        for row in shift.planted:
            row = dict(row)
            begin, end = row.pop("begin"), row.pop("end")
            window = [rfc3339(begin), rfc3339(end)] if begin else None
            planted.append(
                {"type": "planted", "must": True, **row, "scenario": shift.scene, **common, "window": window}
            )
        for name, begin, end in shift.decoys:
            decoys.append({"type": "decoy", "scenario": name, **common, "window": [rfc3339(begin), rfc3339(end)]})
        conversations.append({"type": "bot", "scenario": shift.scene, **common})
    return planted + decoys + conversations


def write(path, night, files):
    with path.open("w", encoding="utf-8") as out:
        for row in rows(night, files):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
