"""Compares a report with the truth of a night: what was found, missed, or found where nothing is."""

from collections import Counter, defaultdict

FIELDS = ("cause", "severity", "confidence")


def agrees(label, finding, field):
    wanted = label[field]
    return finding[field] in wanted if isinstance(wanted, list) else finding[field] == wanted


def in_window(label, finding):
    window = label.get("window")
    return not window or not finding["time"] or window[0] <= finding["time"] <= window[1]


class Comparison:
    """The tallies of one or more nights."""

    def __init__(self):
        self.planted, self.right, self.extra = Counter(), Counter(), Counter()
        self.by_cause, self.by_cause_right = Counter(), Counter()
        self.by_layout, self.by_layout_right = Counter(), Counter()
        self.decoys, self.confused = Counter(), Counter()
        self.wrong, self.missed, self.false = defaultdict(list), defaultdict(list), defaultdict(list)
        self.unseen, self.unseen_found = Counter(), Counter()

    def add(self, truth, findings):
        labels = defaultdict(list)
        chats, bots = {}, {}
        for row in truth:
            if row["type"] == "planted":
                names = [row["conversation"]] if "conversation" in row else row["bots"]
                for name in names:
                    labels[row["detector"], name].append(row)
                if row["must"]:
                    self.count(row)
                elif not row.get("may"):
                    self.unseen[row["detector"], row["scenario"], row["why"]] += 1
            elif row["type"] == "decoy":
                self.decoys[row["scenario"]] += 1
            elif row["type"] == "conversation":
                chats[row["conversation"]] = row
            if row["type"] == "bot":
                for name in row["bots"]:
                    bots.setdefault(name, []).append(row)
        self.decoy_bots = [row for row in truth if row["type"] == "decoy" and "bots" in row]
        taken = set()
        pairs = [(finding, self.candidates(labels, finding)) for finding in findings]
        # Those that agree in everything choose first, so that a wrong finding takes no right one's place.
        for exact in (True, False):
            for finding, options in pairs:
                if id(finding) in taken:
                    continue
                for label in options:
                    if id(label) in taken:
                        continue
                    fits = (
                        all(agrees(label, finding, field) for field in FIELDS)
                        and in_window(label, finding)
                        and self.same_place(label, finding)
                    )
                    if exact and not fits:
                        continue
                    if not exact and not label["must"]:
                        continue
                    taken |= {id(label), id(finding)}
                    self.settle(label, finding, exact)
                    break
        for row in truth:
            if row["type"] == "planted" and row["must"] and id(row) not in taken:
                self.missed[row["detector"]].append(row)
        for finding in findings:
            if id(finding) not in taken:
                self.blame(finding, chats, bots)

    def count(self, row):
        self.planted[row["detector"]] += 1
        self.by_cause[row["detector"], row["cause"]] += 1
        self.by_layout[row["detector"], row["layout"]] += 1

    @staticmethod
    def candidates(labels, finding):
        """The labels at the finding's place, those of its very message first."""
        detector = finding["detector"]
        found = labels.get((detector, finding["conversation_id"]), []) if finding["conversation_id"] else []
        if not found and not finding["conversation_id"]:
            found = [
                label
                for label in labels.get((detector, finding["bot_id"]), [])
                if label["account"] == (finding["account_id"] or label["account"])
            ]
        return sorted(found, key=lambda label: not Comparison.same_place(label, finding))

    @staticmethod
    def same_place(label, finding):
        return label.get("sequence") is None or finding["sequence"] is None or label["sequence"] == finding["sequence"]

    def settle(self, label, finding, exact):
        detector = label["detector"]
        if exact and label["must"]:
            self.right[detector] += 1
            self.by_cause_right[detector, label["cause"]] += 1
            self.by_layout_right[detector, label["layout"]] += 1
        elif exact and not label.get("may"):
            self.extra[detector] += 1
            self.unseen_found[detector, label["scenario"], label["why"]] += 1
            self.false[detector].append((finding, label))
        elif not exact:
            self.extra[detector] += 1
            differing = [field for field in FIELDS if not agrees(label, finding, field)]
            if not self.same_place(label, finding):
                differing.append("sequence")
            if not in_window(label, finding):
                differing.append("time")
            self.wrong[detector, "+".join(differing)].append((label, finding))

    def blame(self, finding, chats, bots):
        """A finding that nobody planted, put down to the scenario of its conversation or bot."""
        detector = finding["detector"]
        self.extra[detector] += 1
        row = chats.get(finding["conversation_id"])
        if row is None:
            rows = [
                row
                for row in bots.get(finding["bot_id"], [])
                if row["account"] == (finding["account_id"] or row["account"])
            ]
            near = [
                decoy for decoy in self.decoy_bots if finding["bot_id"] in decoy["bots"] and in_window(decoy, finding)
            ]
            row = (near or rows or [{"scenario": "nobody", "layout": "none", "files": []}])[0]
        self.confused[row["scenario"], detector] += 1
        self.false[detector].append((finding, row))
