"""What samples/scenes.txt and files.txt tell: texts, scenes and files."""
import json, pathlib
from types import SimpleNamespace

SAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "samples"


def read_story(*paths):
    """The texts and scenes by name, and the files in their order."""
    story = {"[texts]": {}, "[scenes]": {}, "[files]": {}}
    for line in (line for path in paths for line in path.read_text("utf-8").splitlines()):
        if line in story:
            part = line
        elif line.startswith("  "):
            story[part][name].cast.append(line.split())
        elif line and line[0] != "#":
            name, *cells = [cell.strip() for cell in line.split("|")]
            story[part][name] = {"[texts]": texts, "[scenes]": scene, "[files]": file}[part](name, *cells)
    return story["[texts]"], story["[scenes]"], list(story["[files]"].values())


def texts(_, *cells):
    return [json.loads(f'"{cell}"') for cell in cells]


def scene(name, what, script, planted=""):
    """A planted problem is (detector, cause, severity, flags: the mark of its move, `bot` if it is a bot's)."""
    planted = [(*row.split()[:3], row.split()[3:]) for row in planted.split(",") if row]
    return SimpleNamespace(name=name, what=what, script=script, planted=planted)


def file(path, layout, container, what):
    return SimpleNamespace(path=path, layout=layout, container=container, what=what, cast=[])


TEXTS, SCENES, FILES = read_story(SAMPLES / "scenes.txt", SAMPLES / "files.txt")
