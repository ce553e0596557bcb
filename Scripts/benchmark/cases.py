"""What is measured, against what, and what must hold."""
from dataclasses import dataclass

from benchmark.inputs import INPUTS
from benchmark.runs import Run


@dataclass
class Row:
    """A line of the table."""
    measured: str
    input: str
    against: str
    unit: str = "s"
    ours: float | None = None
    theirs: float | None = None
    spread: tuple[float, float] | None = None  # the least and the greatest ratio of one round
    at_most: float | None = None
    must: bool = False
    aim: float | None = None
    trouble: str = ""  # in a word or two, why the ratio is missing or worth nothing
    reason: str = ""  # the same in a sentence

    @property
    def ratio(self): return self.ours / self.theirs if self.ours and self.theirs else None

    @property
    def result(self):
        if self.trouble: return self.trouble
        if self.at_most is None: return "reported"
        if self.ratio <= self.at_most: return "holds"
        return "FAILS" if self.must else "misses"

    @property
    def fails(self):
        """That a peer is missing is nobody's fault; a wrong answer is worse than a slow one."""
        return self.result in ("FAILS", "answers differ", "convolint failed")


@dataclass(frozen=True)
class Versus:
    """convolint's time against a peer's over the same input."""
    input: str
    peer: str
    quantity: str  # wall or cpu
    workers: int
    at_most: float | None = None
    must: bool = False
    aim: float | None = None

    @property
    def measured(self):
        return f"{'wall' if self.quantity == 'wall' else 'CPU'} time, {self.workers} worker{'s' if self.workers > 1 else ''}"

    @property
    def runs(self): return Run("convolint", self.input, self.workers), Run(self.peer, self.input)

    def row(self, laboratory):
        row = Row(self.measured, INPUTS[self.input].title, self.peer, at_most=self.at_most, must=self.must, aim=self.aim)
        compare(row, laboratory, *self.runs, self.quantity)
        if not row.trouble: compare_answers(row, laboratory, *self.runs)
        return row


@dataclass(frozen=True)
class Growth:
    """The time for a log against that for a tenth of it."""
    measured, input, peer = "wall time, ten times the input", "events", "tenth"
    runs = Run("convolint", "events", 2), Run("convolint", "tenth", 2)

    def row(self, laboratory):
        row = Row(self.measured, INPUTS["events"].title, INPUTS["tenth"].title, at_most=12.5, must=True)
        compare(row, laboratory, *self.runs, "wall")
        return row


@dataclass(frozen=True)
class Memory:
    """The greatest peak of all runs over an input against what its messages and conversations allow."""
    input: str
    measured, peer = "peak memory", "limit"

    @property
    def runs(self): return (Run("convolint", self.input, 2),)

    def row(self, laboratory):
        row = Row(self.measured, INPUTS[self.input].title, "its limit", unit="MB", at_most=1, must=True)
        if find_trouble(row, laboratory, *self.runs): return row
        messages, conversations = laboratory.counts(self.input)
        row.theirs = 64 + (64 * messages + 256 * conversations) / 1e6
        row.ours = max(sample.memory for run, samples in laboratory.samples.items() for sample in samples
                       if (run.program, run.input) == ("convolint", self.input)) / 1e6
        return row


def compare(row, laboratory, ours, theirs, quantity):
    if ours in laboratory.samples: row.ours = laboratory.median(ours, quantity)
    if theirs in laboratory.samples: row.theirs = laboratory.median(theirs, quantity)
    if not find_trouble(row, laboratory, ours, theirs): row.spread = laboratory.spread(ours, theirs, quantity)


def find_trouble(row, laboratory, *runs):
    for run in runs:
        if run in laboratory.failures:
            row.trouble = "convolint failed" if run.program == "convolint" else "peer failed"
            row.reason = laboratory.failures[run]
        elif run.program in laboratory.peers.missing:
            row.trouble, row.reason = "no peer", laboratory.peers.missing[run.program]
    return row.trouble


def compare_answers(row, laboratory, ours, theirs):
    mine, others = laboratory.answers(ours), laboratory.answers(theirs)
    if theirs.program == "inflating alone": mine = [str(laboratory.inputs.size("events"))]
    if len(mine) > 1 or mine != others:
        row.trouble, row.reason = "answers differ", f"{' or '.join(mine)} and {' or '.join(others)}"


LOGS = "events", "events-sorted", "webhooks"
HISTORIES = "history", "history-page"

CASES = [
    *(Versus(log, "DuckDB", "wall", 2, at_most=0.40, must=True) for log in LOGS),
    *(Versus(log, "DuckDB", "cpu", 1, at_most=0.60, must=True) for log in LOGS),
    *(Versus(log, "simdjson", "cpu", 1, at_most=1.35, aim=1.0) for log in LOGS),
    *(Versus(history, "DuckDB", "wall", 2, at_most=0.40, must=True) for history in HISTORIES),
    Versus("events-gzip", "inflating alone", "wall", 2, at_most=1.20, must=True, aim=1.08),
    Versus("events-parts", "inflating alone", "wall", 2, at_most=0.75),
    *(Memory(name) for name in (*LOGS, "clients", *HISTORIES, "events-gzip", "events-parts")),
    Growth(),
    Versus("clients", "DuckDB", "wall", 2),
    Versus("clients", "simdjson", "cpu", 1),
    Versus("events", "DuckDB on one thread", "cpu", 1),
    Versus("events-gzip", "DuckDB", "wall", 2),
    Versus("events", "polars", "wall", 2),
    *(Versus("tenth", peer, "wall", 2) for peer in ("jq", "Miller", "chatbot-auditor")),
]


def inputs_of(cases):
    """The names of the inputs that the cases need."""
    needed = [run.input for case in cases for run in case.runs]
    if any(INPUTS[name].is_gzip for name in needed): needed.append("events")  # what came out is compared with it
    if any(run.program == "chatbot-auditor" for case in cases for run in case.runs): needed.append("tenth-sorted")
    return list(dict.fromkeys(needed))
