"""The programs to measure against: how each is got and how it is asked. Each answers as one whole process, like convolint."""
import os, pathlib, shutil, subprocess

from benchmark.workshop import PROGRAMS, Missing, output


class DuckDB:
    """Its own command, from PyPI: the newer Python package takes a quarter more, 0.2 s of it to start."""

    def __init__(self, workshop, inputs, threads=2):
        self.inputs, self.threads = inputs, threads
        self.version = f"DuckDB {workshop.from_pypi('duckdb-cli', 'duckdb-cli>=1.5,<3')}"
        code = "import duckdb_cli, pathlib; print(pathlib.Path(duckdb_cli.__file__).with_name('duckdb'))"
        self.program = output(workshop.python, "-c", code)  # the program itself, not the Python that starts it

    def command(self, name):
        query = name if name in ("history", "history-page") else "events"
        settings = f"set threads = {self.threads}; set variable input = '{self.inputs.pattern(name)}'"
        return [self.program, "-init", os.devnull, "-csv", "-noheader", "-cmd", settings, "-f",
                PROGRAMS / f"duckdb-{query}.sql"]


class Simdjson:
    def __init__(self, workshop, inputs):
        self.inputs = inputs
        header = pathlib.Path("/usr/include/simdjson.h")
        if not header.exists(): workshop.from_debian("libsimdjson-dev", header.exists)
        # Its parser for the best instructions there are is chosen when it is compiled.
        self.program = workshop.compile("simdjson-events.cpp", ("g++", "clang++"), "-std=c++17", "-O3", "-march=native",
                                        "-DNDEBUG", "-lsimdjson")
        self.version = output(self.program)

    def command(self, name): return [self.program, *self.inputs.paths(name)]


class Inflate:
    """No peer, but the least that reading gzip with this libz takes on one thread."""

    def __init__(self, workshop, inputs):
        self.inputs = inputs
        self.program = workshop.compile("inflate.c", ("gcc", "clang"), "-O2", "-lz")
        self.version = output(self.program)

    def command(self, name): return [self.program, *self.inputs.paths(name)]


class Polars:
    def __init__(self, workshop, inputs):
        self.inputs, self.python = inputs, workshop.python
        self.version = f"polars {workshop.from_pypi('polars', 'polars>=1.40,<3')}"

    def command(self, name):
        return ["env", "POLARS_MAX_THREADS=2", self.python, PROGRAMS / "polars-events.py", *self.inputs.paths(name)]


class Jq:
    def __init__(self, workshop, inputs):
        self.inputs = inputs
        workshop.from_debian("jq", lambda: shutil.which("jq"))
        self.version = output("jq", "--version")

    def command(self, name): return ["jq", "-n", "-r", "-f", PROGRAMS / "jq-events.jq", *self.inputs.paths(name)]


class Miller:
    def __init__(self, workshop, inputs):
        self.inputs = inputs
        workshop.from_debian("miller", lambda: shutil.which("mlr"))
        self.version = output("mlr", "--version").replace("mlr", "Miller")

    def command(self, name):
        return ["env", "GOMAXPROCS=2", "mlr", "--ijsonl", "--ojsonl", "put", "-q", "-f", PROGRAMS / "miller-events.mlr",
                *self.inputs.paths(name)]


class ChatbotAuditor:
    """It reads no logs of events: it is given the same conversations in its own layout, a twelfth of the bytes."""

    def __init__(self, workshop, inputs):
        self.program = [workshop.python, PROGRAMS / "chatbot-auditor.py"]
        self.version = f"chatbot-auditor {workshop.from_pypi('chatbot-auditor', 'chatbot-auditor')}"
        self.conversations = inputs.place("tenth-sorted") / "conversations.jsonl"
        subprocess.run([*self.program, "convert", *inputs.paths("tenth-sorted"), self.conversations], check=True)

    def command(self, name): return [*self.program, "audit", self.conversations]


PEERS = {
    "DuckDB": DuckDB,
    "DuckDB on one thread": lambda workshop, inputs: DuckDB(workshop, inputs, threads=1),
    "simdjson": Simdjson,
    "inflating alone": Inflate,
    "polars": Polars,
    "jq": Jq,
    "Miller": Miller,
    "chatbot-auditor": ChatbotAuditor,
}


class Peers:
    """Those of the peers that are there, and why the others are not."""

    def __init__(self, workshop, inputs, names, say):
        self.found, self.missing = {}, {}
        for name in names:
            try:
                self.found[name] = PEERS[name](workshop, inputs)
            except Missing as missing:
                self.missing[name] = str(missing)
            except (subprocess.CalledProcessError, OSError) as error:
                self.missing[name] = f"{name} cannot be used: {error}"
            if name in self.missing: say(self.missing[name])

    def versions(self):
        return list(dict.fromkeys(peer.version for peer in self.found.values()))
