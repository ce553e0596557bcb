"""The tables of an accuracy run, and what of them is not good enough."""


def table(rows, headings):
    """Columns as wide as they must be; numbers to the right."""
    cells = [headings] + [[f"{cell:.4f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    widths = [max(len(row[place]) for row in cells) for place in range(len(headings))]
    left = [all(isinstance(row[place], str) for row in rows) for place in range(len(headings))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if flag else cell.rjust(width) for cell, width, flag in zip(row, widths, left)
        ).rstrip()
        for row in cells
    )


def ratio(part, whole):
    return part / whole if whole else 1.0


def per_detector(whole):
    for detector in sorted(set(whole.planted) | set(whole.extra)):
        planted, right, extra = whole.planted[detector], whole.right[detector], whole.extra[detector]
        yield detector, planted, right, extra, ratio(right, right + extra), ratio(right, planted)


def shares(planted, right):
    return [(*key, planted[key], right[key], ratio(right[key], planted[key])) for key in sorted(planted)]


def name(finding):
    return finding["conversation_id"] or f"bot {finding['bot_id']}"


def place(row):
    return row.get("conversation") or f"bot {row['bots'][0]} ({row['bots'][-1]})"


def told(row):
    return f"{row['cause']}/{row['severity']}/{row['confidence']}#{row.get('sequence')}"


def report(whole, examples):
    """The whole report as text."""
    parts = []
    add = lambda title, rows, headings: parts.append(f"\n{title}\n\n{table(rows, headings)}" if rows else "")
    add("Detectors", list(per_detector(whole)), ["detector", "planted", "right", "wrong", "precision", "recall"])
    add("Causes", shares(whole.by_cause, whole.by_cause_right), ["detector", "cause", "planted", "right", "recall"])
    add("Layouts", shares(whole.by_layout, whole.by_layout_right), ["detector", "layout", "planted", "right", "recall"])
    add(
        "Not shown by the layout",
        [(*key, count, whole.unseen_found[key]) for key, count in sorted(whole.unseen.items())],
        ["detector", "scenario", "why", "planted", "found"],
    )
    wrongly = {}
    for (scenario, detector), count in whole.confused.items():
        wrongly.setdefault(scenario, []).append(f"{detector} {count}")
    rows = [(decoy, count, ", ".join(sorted(wrongly.get(decoy, [])))) for decoy, count in sorted(whole.decoys.items())]
    add("Decoys", rows, ["decoy", "planted", "wrongly found"])
    rows = [
        (scenario, ", ".join(sorted(found)))
        for scenario, found in sorted(wrongly.items())
        if scenario not in whole.decoys
    ]
    add("Wrongly found in other conversations and bots", rows, ["scenario", "wrongly found"])
    for (detector, differing), pairs in sorted(whole.wrong.items()):
        parts.append(f"\n{detector}: {len(pairs)} with another {differing}")
        for label, finding in pairs[:examples]:
            parts.append(
                f"  {place(label)} {label['scenario']} {label['layout']}: planted {told(label)}, "
                f"found {told(finding)} {' '.join(label['files'])}"
            )
    for detector, rows in sorted(whole.missed.items()):
        parts.append(f"\n{detector}: {len(rows)} missed")
        for row in spread(rows, examples):
            parts.append(
                f"  {place(row)} {row['scenario']} {row['layout']}: planted {told(row)} {' '.join(row['files'])}"
            )
    for detector, pairs in sorted(whole.false.items()):
        parts.append(f"\n{detector}: {len(pairs)} found that nobody planted")
        for finding, row in spread(pairs, examples, lambda pair: pair[1]):
            parts.append(
                f"  {name(finding)} {row['scenario']} {row['layout']}: found {told(finding)} at {finding['time']} "
                f"{' '.join(row['files'])}"
            )
    return "\n".join(part for part in parts if part)


def spread(rows, examples, row_of=lambda row: row):
    """Some rows, of as many scenarios and layouts as possible."""
    seen = {}
    for row in rows:
        seen.setdefault((row_of(row)["scenario"], row_of(row)["layout"]), []).append(row)
    picked = [group[0] for group in seen.values()]
    return picked[: max(examples, 5) * 3] if len(picked) > 1 else rows[:examples]


def failures(whole, options):
    """What is under a minimum, one sentence each."""
    chosen = lambda detector: not options.only or detector in options.only
    failed = []
    for detector, planted, right, extra, precision, recall in per_detector(whole):
        if not chosen(detector):
            continue
        if precision < options.minimum:
            failed.append(f"{detector}: precision {precision:.4f} is under {options.minimum}")
        if recall < options.minimum:
            failed.append(f"{detector}: recall {recall:.4f} is under {options.minimum}")
        if planted < options.positives:
            failed.append(f"{detector}: only {planted} planted, not {options.positives}")
    for (detector, cause), count in sorted(whole.by_cause.items()):
        if chosen(detector) and count < options.per_cause:
            failed.append(f"{detector} {cause}: only {count} planted, not {options.per_cause}")
    for decoy, count in sorted(whole.decoys.items()):
        if count < options.per_decoy:
            failed.append(f"decoy {decoy}: only {count}, not {options.per_decoy}")
    return failed
