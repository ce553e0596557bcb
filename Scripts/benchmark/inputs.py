"""The logs to measure with. They are made once and kept: the same size gives the same bytes."""
import hashlib, pathlib, subprocess, sys
from dataclasses import dataclass

SCRIPTS = pathlib.Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Input:
    title: str
    made_as: str  # what make-bench-logs calls it
    file: str  # or a pattern
    share: float = 1  # of the size that was asked for
    is_gzip: bool = False


INPUTS = {
    "events": Input("event log", "events", "events.ndjson"),
    "events-sorted": Input("event log, sorted", "events-sorted", "events-sorted.ndjson"),
    "clients": Input("event log of many clients", "clients", "clients.ndjson"),
    "webhooks": Input("webhook log", "webhooks", "webhooks.ndjson"),
    "history": Input("history, a record a line", "history", "history.ndjson", share=0.625),
    "history-page": Input("history, one document", "history-page", "history.json", share=0.625),
    "events-gzip": Input("event log as one gzip file", "events-gzip", "events.ndjson.gz", is_gzip=True),
    "events-parts": Input("event log as 8 gzip files", "events-parts", "parts/*.gz", is_gzip=True),
    "tenth": Input("a tenth of the event log", "events", "events.ndjson", share=0.1),
    "tenth-sorted": Input("a tenth of the event log, sorted", "events-sorted", "events-sorted.ndjson", share=0.1),
}


class Inputs:
    """The inputs of one size."""

    def __init__(self, folder: pathlib.Path, megabytes: float):
        self.folder, self.megabytes = folder, megabytes

    def place(self, name): return self.folder / f"{self.megabytes * INPUTS[name].share:g}MB"

    def pattern(self, name): return str(self.place(name) / INPUTS[name].file)

    def paths(self, name): return [str(path) for path in sorted(self.place(name).glob(INPUTS[name].file))]

    def size(self, name): return sum(pathlib.Path(path).stat().st_size for path in self.paths(name))

    def make(self, names, say):
        """Makes what is not there, or was made by other scripts than today's."""
        scripts = [SCRIPTS / "make-bench-logs", *sorted((SCRIPTS / "benchlogs").glob("*.py"))]
        today = hashlib.sha256(b"".join(path.read_bytes() for path in scripts)).hexdigest()
        missing = {}
        for name in names:
            mark = self.place(name) / f"{INPUTS[name].made_as}.made-by"
            if not mark.exists() or mark.read_text() != today: missing.setdefault(self.place(name), []).append(name)
        for place, names in missing.items():
            kinds = sorted({INPUTS[name].made_as for name in names})
            megabytes = self.megabytes * INPUTS[names[0]].share
            say(f"making {', '.join(kinds)}, {megabytes:g} MB each before compression")
            command = [SCRIPTS / "make-bench-logs", place, "--megabytes", str(megabytes), "--only", ",".join(kinds)]
            subprocess.run([sys.executable, *command], check=True)
            for kind in kinds: (place / f"{kind}.made-by").write_text(today)
