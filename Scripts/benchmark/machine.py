"""What the numbers were measured on."""
import datetime, os, pathlib, platform, shutil, subprocess


def first_line(*command):
    if not shutil.which(str(command[0])): return None
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    return done.stdout.splitlines()[0].strip() if done.returncode == 0 and done.stdout.strip() else None


def field(path, name, separator=":"):
    """The first value of a name in a file of /proc or /etc."""
    try:
        for line in pathlib.Path(path).read_text().splitlines():
            key, found, value = line.partition(separator)
            if found and key.strip() == name: return value.strip().strip('"')
    except OSError:
        pass
    return None


def describe(convolint, peers):
    """(what, which) of everything a time depends on."""
    memory = field("/proc/meminfo", "MemTotal")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    commit = first_line("git", "-C", pathlib.Path(__file__).parent, "describe", "--always", "--dirty")
    facts = [
        ("date", datetime.date.today().isoformat()),
        ("processor", f"{field('/proc/cpuinfo', 'model name') or platform.processor()}, {cores} cores"),
        ("memory", f"{int(memory.split()[0]) / 1e6:.0f} GB" if memory else None),
        ("system", f"{field('/etc/os-release', 'PRETTY_NAME', '=') or platform.system()}, kernel {platform.release()}"),
        ("convolint", f"{first_line(convolint, '--version')} (scripts of {commit})"),
        ("Swift", first_line("swift", "--version")),
        ("peers", "; ".join(peers.versions())),
    ]
    return [(name, value) for name, value in facts if value]


def load():
    return "%.1f" % os.getloadavg()[0]
