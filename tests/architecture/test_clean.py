"""Nothing half-done, nothing of one machine and nobody's index in what is published."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, files, name_of

TEXTS = files(".py", ".md", ".toml", ".txt", ".in", ".html", ".css", ".js", ".json", ".yaml", ".typ", "Makefile", ".sh")
LOCKS = [*sorted((ROOT / "requirements").glob("*.txt")), ROOT / "frontend/package-lock.json"]
UNFINISHED = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b")
MACHINE = re.compile(r"(?<![\w.:/])/(wor[k]|tm[p]|roo[t]|hom[e]|User[s])/\w")


def test_nothing_is_left_for_later() -> None:
    assert [name_of(path) for path in TEXTS if UNFINISHED.search(path.read_text("utf-8"))] == []


def test_no_path_of_one_machine() -> None:
    assert [name_of(path) for path in TEXTS if MACHINE.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("path", LOCKS, ids=name_of)
def test_lock_names_no_address(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "://" not in text
    assert "index-url" not in text


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=name_of)
def test_every_locked_package_has_a_hash(path: Path) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", path.read_text("utf-8"))
    packages = [entry for entry in entries if "==" in entry.splitlines()[0]]
    assert packages
    assert [entry.splitlines()[0] for entry in packages if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("line", ["# TO{}DO later", "see /wor{}k/main", "open('/hom{}e/me/x')"])
def test_what_is_forbidden_is_caught(line: str) -> None:
    line = line.format("")
    assert UNFINISHED.search(line) or MACHINE.search(line)
