"""One run of one program over one input: what it took, and what it answered."""
import csv, json, pathlib, subprocess
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Run:
    program: str  # "convolint", or a peer
    input: str
    workers: int = 0  # of convolint


@dataclass(frozen=True)
class Sample:
    wall: float
    cpu: float
    memory: int
    answer: str


class Failed(Exception):
    """A program that could not do its work, in one line."""


class Laboratory:
    """Runs programs so that nothing but the program is measured."""

    def __init__(self, measure, convolint, peers, inputs, folder: pathlib.Path):
        self.measure, self.convolint, self.peers, self.inputs, self.folder = measure, convolint, peers, inputs, folder
        self.samples: dict[Run, list[Sample]] = {}
        self.failures: dict[Run, str] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def convolint_command(self, name, workers, report):
        """Strict JSON, every detector, one report."""
        return [self.convolint, "analyze", *self.inputs.paths(name), "--no-config", "--strict", "--quiet", "--format", "none",
                "--output", report, "--jobs", workers]

    def take(self, run, count=True):
        """Runs it; what is not counted only warms up."""
        if run in self.failures: return
        try:
            sample = self.sample(run)
        except Failed as failure:
            self.failures[run] = str(failure)
            return
        if count: self.samples.setdefault(run, []).append(sample)

    def sample(self, run):
        report, said = self.folder / "findings.csv", self.folder / "output"
        if run.program == "convolint":
            command = self.convolint_command(run.input, run.workers, report)
        else:
            command = self.peers.found[run.program].command(run.input)
        wall, user, system, memory = self.execute(command, said)
        answer = questions(report) if run.program == "convolint" else said.read_text().strip()
        return Sample(wall, user + system, memory, answer)

    def execute(self, command, said):
        done = subprocess.run(list(map(str, [self.measure, said, *command])), capture_output=True, text=True)
        measured = done.stdout.split()
        if done.returncode != 0 or measured[-1] != "0":
            reason = (done.stderr.strip().splitlines() or ["it says nothing"])[-1]
            raise Failed(f"{pathlib.Path(command[0]).name} ended with {(measured or ['nothing'])[-1]}: {reason}")
        return float(measured[0]), float(measured[1]), float(measured[2]), int(measured[3]) * 1024

    def counts(self, name):
        """(messages, conversations) of an input, as convolint reports them."""
        report = self.folder / "report.json"
        # A report of no finding: only its counts are wanted.
        self.execute([*self.convolint_command(name, 2, report), "--since", "2999-01-01"], self.folder / "output")
        summary = json.loads(report.read_text())["summary"]
        return summary["messages"], summary["conversations"]

    def median(self, run, quantity):
        return median(getattr(sample, quantity) for sample in self.samples[run])

    def spread(self, run, other, quantity):
        """The least and the greatest ratio of two runs of the same round."""
        ratios = [getattr(one, quantity) / getattr(two, quantity) for one, two in zip(self.samples[run], self.samples[other])]
        return min(ratios), max(ratios)

    def answers(self, run):
        return sorted({sample.answer for sample in self.samples[run]})


def questions(report):
    """The three answers, out of the findings, as the peers print them.

    Of empty-message, findings of shape `blank`: not conversations without any message, nor the bot's blanks. Of
    oversized-message, texts that are over the limit, not those at it. bot-first-message has one finding for each conversation
    that a bot began; people and automatic messages begin none of the logs here, the bots give themselves away by their
    metadata or their user type, and no bot's SMS is long enough for that channel's own limit."""
    empty = oversized = others = 0
    with open(report, newline="", encoding="utf-8") as file:
        for finding in csv.DictReader(file):
            if finding["detector"] == "empty-message":
                empty += json.loads(finding["details"])["shape"] == "blank"
            elif finding["detector"] == "oversized-message":
                oversized += int(finding["value"]) > 5000
            elif finding["detector"] == "bot-first-message":
                others += 1
    return f"{empty},{oversized},{others}"
