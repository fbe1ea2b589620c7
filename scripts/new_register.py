"""Copies the shape of a register under a new name, and tells the settings and the roles of it."""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHAPE = Path(__file__).resolve().parent / "register_shape"
NAME = re.compile(r"[a-z][a-z]*(_[a-z]+)*")
PREFIX = re.compile(r"[A-Z]{3}")
PLAIN = str.maketrans("åäöé", "aaoe")
NEXT = """\
{folder} is there, with prefix {prefix} and the address /{slug}/. Begin with its README.md.
Then, in this order:
  rules.py, models.py and the rest, in the words of people; read a register beside it
  rm {folder}/migrations/0001_initial.py && make migrations   its tables as they became
  varvet/config/roles.py   each permission that module.py declares belongs to some role
  docs/glossary.md         its row, if it has none
  .venv/bin/varvet docs write   its states and measures in docs/ and in its README.md"""


class CannotMake(Exception):
    """The register cannot be made; the message says why."""


@dataclass(frozen=True)
class Register:
    """What stands in the place of the shape's own words."""

    name: str
    label: str
    prefix: str

    @property
    def model(self) -> str:
        camel = "".join(part.title() for part in self.name.split("_"))
        return camel[:-1] if camel.endswith("s") and not camel.endswith("ss") else camel

    @property
    def slug(self) -> str:
        """The first part of its addresses: people read them, so they are in Swedish."""
        return re.sub(r"[^a-z0-9]+", "-", self.label.casefold().translate(PLAIN)).strip("-")

    def fill(self, text: str) -> str:
        words = {
            "__name__": self.name,
            "__label__": self.label,
            "__in_text__": self.label[:1].lower() + self.label[1:],
            "__PREFIX__": self.prefix,
            "__Model__": self.model,
            "__slug__": self.slug,
        }
        return re.sub("|".join(words), lambda found: words[found[0]], text)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="a plural noun in small letters, such as complaints")
    parser.add_argument("--label", default="", help="what people call it, in Swedish")
    parser.add_argument("--prefix", default="", help="three capital letters that begin its references")
    given = parser.parse_args()
    try:
        register = plan(ROOT, given.name, given.label, given.prefix)
        make(ROOT, register)
    except CannotMake as problem:
        print(f"Error: {problem}", file=sys.stderr)
        return 1
    folder = f"varvet/registers/{register.name}"
    print(NEXT.format(folder=folder, prefix=register.prefix, slug=register.slug))
    return 0


def plan(root: Path, name: str, label: str, prefix: str = "") -> Register:
    if not NAME.fullmatch(name):
        raise CannotMake("Write NAME as a plural noun in small letters: make new-register NAME=complaints")
    if (root / "varvet/registers" / name).exists():
        raise CannotMake(f"varvet/registers/{name} is already there.")
    taken = _taken_prefixes(root)
    if prefix and (prefix in taken or not PREFIX.fullmatch(prefix)):
        raise CannotMake(f"Write PREFIX as three capital letters, none of {', '.join(sorted(taken))}.")
    return Register(name, label or name.replace("_", " ").capitalize(), prefix or _free_prefix(name, taken))


def make(root: Path, register: Register) -> None:
    folder = root / "varvet/registers" / register.name
    for source in sorted(SHAPE.rglob("*.tmpl")):
        target = folder / register.fill(str(source.relative_to(SHAPE)).removesuffix(".tmpl"))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(register.fill(source.read_text("utf-8")), "utf-8")
    _add(root / "varvet/config/settings.py", "REGISTERS", f"varvet.registers.{register.name}")
    _add(root / "varvet/config/roles.py", "REPORT", f"{register.name}.report")
    _add(root / "varvet/config/roles.py", "SEE", f"{register.name}.view")
    _tidy(root, folder)
    _make_migration(root, register.name)


def _taken_prefixes(root: Path) -> set[str]:
    cards = "".join(card.read_text("utf-8") for card in (root / "varvet/registers").glob("*/module.py"))
    return set(re.findall(r'prefix="([A-Z]+)"', cards))


def _free_prefix(name: str, taken: set[str]) -> str:
    for some in combinations(name.replace("_", "").upper(), 3):
        if "".join(some) not in taken:
            return "".join(some)
    raise CannotMake(f"No three letters of {name} are free as a prefix.")


def _add(file: Path, table: str, value: str) -> None:
    """Adds a value last in a list or tuple that begins with `TABLE = [` or `TABLE = (`."""
    text = file.read_text("utf-8")
    found = re.search(rf"^{table} = [\[(](.*?)[\])]$", text, re.DOTALL | re.MULTILINE)
    if found is None:
        raise CannotMake(f"{file.name} has no {table} to add {value} to.")
    inside = found[1].rstrip()
    added = f'{inside} "{value}",' if inside.endswith(",") else f'{inside}, "{value}"'
    file.write_text(text[: found.start(1)] + added + text[found.end(1) :], "utf-8")


def _tidy(root: Path, folder: Path) -> None:
    """The new names may want another order and other line breaks than the shape's."""
    files = [str(folder), str(root / "varvet/config/settings.py"), str(root / "varvet/config/roles.py")]
    for command in (["check", "--fix-only", "--select", "I"], ["format"]):
        subprocess.run([sys.executable, "-m", "ruff", *command, "--quiet", *files], cwd=root, check=True)


def _make_migration(root: Path, name: str) -> None:
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "varvet.config.settings", "VARVET_DATA": data}
        command = [sys.executable, "-m", "django", "makemigrations", name, "--verbosity", "0"]
        subprocess.run(command, cwd=root, env={**environment, "PYTHONPATH": str(root)}, check=True)


if __name__ == "__main__":
    sys.exit(main())
