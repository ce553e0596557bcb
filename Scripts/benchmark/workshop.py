"""Where the peers come from: PyPI's and compiled ones into a folder of their own, Debian's for all, where that may be done."""
import os, pathlib, shutil, subprocess, sys

PROGRAMS = pathlib.Path(__file__).resolve().parent.parent / "bench-peers"


class Missing(Exception):
    """What is missing, and how to get it, in one line."""


def output(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout.strip()


class Workshop:
    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.python = folder / "venv" / "bin" / "python"
        self.has_updated = False
        folder.mkdir(parents=True, exist_ok=True)

    def from_pypi(self, package, requirement):
        """Returns the version that is there."""
        if not self.python.exists():
            made = subprocess.run([sys.executable, "-m", "venv", self.folder / "venv"], capture_output=True)
            if made.returncode != 0: raise Missing("Python's venv is missing: apt-get install python3-venv")
        version = [self.python, "-c", f"import importlib.metadata as m; print(m.version('{package}'))"]
        install = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", requirement]
        if subprocess.run(version, capture_output=True).returncode != 0:
            if subprocess.run(install, capture_output=True).returncode != 0:
                raise Missing(f"{package} is missing: {self.python} -m pip install '{requirement}'")
        return output(*version)

    def from_debian(self, package, is_there):
        if not is_there() and os.geteuid() == 0 and shutil.which("apt-get"):
            if not self.has_updated: subprocess.run(["apt-get", "update", "-qq"], capture_output=True)
            self.has_updated = True
            subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package], capture_output=True)
        if not is_there(): raise Missing(f"{package} is missing: apt-get install {package}")

    def compile(self, source, compilers, *flags):
        """With the first of the compilers that is there."""
        compiler = next((path for path in map(shutil.which, compilers) if path), None)
        if not compiler: raise Missing(f"a compiler is missing: apt-get install {compilers[0]}")
        target = self.folder / source.rpartition(".")[0]
        command = [compiler, PROGRAMS / source, "-o", target, *flags]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            raise Missing(f"{source} cannot be compiled: {(done.stderr.splitlines() or ['no reason given'])[0]}")
        return target
