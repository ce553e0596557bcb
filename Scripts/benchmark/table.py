"""The results: as text for a terminal, as Markdown for the README, and as CSV."""
import csv

HEADER = "ratio", "range", "at most", "result", "measured", "input", "convolint", "against", ""


def number(value): return "" if value is None else f"{value:.2f}"


def amount(value, unit):
    if value is None: return ""
    return f"{value:.3f} s" if unit == "s" else f"{value:.0f} {unit}"


def cells(row):
    spread = "–".join(map(number, row.spread or ()))
    limit = number(row.at_most) + (f", aim {row.aim:.2f}" if row.aim is not None else "")
    return (number(row.ratio), spread, limit, row.result, row.measured, row.input, amount(row.ours, row.unit), row.against,
            amount(row.theirs, row.unit))


def reasons(rows):
    """Sentences, for below the table; that a peer is missing is said once."""
    lines = []
    for row in rows:
        place = "" if row.trouble == "no peer" else f" ({row.measured}, {row.input}, {row.against})"
        if row.trouble: lines.append(f"{row.trouble}{place}: {row.reason}")
    return list(dict.fromkeys(lines))


def text(rows):
    lines = [HEADER, *map(cells, rows)]
    widths = [max(map(len, column)) for column in zip(*lines)]
    table = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines]
    return "\n".join([*table, *reasons(rows)])


def markdown(rows, facts):
    lines = [f"| {' | '.join(HEADER)} |", "|---:|---:|---:|---|---|---|---:|---|---:|"]
    lines += [f"| {' | '.join(cells(row))} |" for row in rows]
    below = [f"- {reason}" for reason in reasons(rows)] + [f"- {name}: {value}" for name, value in facts]
    return "\n".join([*lines, "", *below, ""])


def write_rows(path, rows, facts):
    """A line for each row of the table, and one for each fact about the machine."""
    columns = ("ratio", "least_ratio", "greatest_ratio", "at_most", "aim", "must_hold", "result", "measured", "input",
               "convolint", "against", "against_value", "unit", "reason")
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        for row in rows:
            least, greatest = row.spread or (None, None)
            values = (row.ratio, least, greatest, row.at_most, row.aim, "yes" if row.must else "no", row.result, row.measured,
                      row.input, row.ours, row.against, row.theirs, row.unit, row.reason)
            writer.writerow(dict(zip(columns, (round(value, 4) if isinstance(value, float) else value for value in values))))
        for name, value in facts: writer.writerow({"result": "machine", "measured": name, "input": value})


def write_samples(path, laboratory):
    """Every run that counts, in the order of its kind."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["program", "workers", "input", "round", "wall_seconds", "cpu_seconds", "peak_bytes", "answer"])
        for run, samples in laboratory.samples.items():
            for number, sample in enumerate(samples, start=1):
                writer.writerow([run.program, run.workers or "", run.input, number, f"{sample.wall:.6f}", f"{sample.cpu:.6f}",
                                 sample.memory, sample.answer])
