"""What the documents say is so: commands exist, words are explained, decisions have their parts."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, name_of
from varvet.config.cli import COMMANDS

README = (ROOT / "README.md").read_text("utf-8")
GLOSSARY = (ROOT / "docs/glossary.md").read_text("utf-8")
ADRS = sorted((ROOT / "docs/adr").glob("*.md"))
DOCUMENTS = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")] + ADRS
PAGE = 60  # lines


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def rows_of(table: str) -> list[list[str]]:
    """The rows of every table, without headings and the lines under them."""
    lines = [line for line in table.splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in rows if row[0] != "English" and not set(row[0]) <= {"-", ":"}]


def terms() -> set[str]:
    """The floors, and every part of the kernel, of the registers and of insight that stands in the code."""
    floors = {path.name for path in (ROOT / "varvet").iterdir() if (path / "__init__.py").exists()} - {"config"}
    parts = [path for floor in ("kernel", "registers", "insight") for path in (ROOT / "varvet" / floor).iterdir()]
    return floors | {f"{path.parent.name}.{path.name}" for path in parts if (path / "__init__.py").exists()}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_make_commands_exist(path: Path) -> None:
    named = set(re.findall(r"\bmake ([a-z][a-z-]+)\b(?=[^a-z]|$)", _code_in(path.read_text("utf-8"))))
    assert named <= make_targets()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_varvet_commands_exist(path: Path) -> None:
    named = set(re.findall(r"\bvarvet ([a-z][a-z-]+)", _code_in(path.read_text("utf-8"))))
    assert named <= {entry.name for entry in COMMANDS}


def test_readme_names_every_command() -> None:
    assert [entry.name for entry in COMMANDS if f"`varvet {entry.name}" not in README] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_make_help_lists_every_target() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    assert [target for target in make_targets() if not re.search(rf"^{target}:.*## \w", text, re.MULTILINE)] == []


def test_glossary_names_every_part() -> None:
    assert {term for term in terms() if f"`{term}`" not in GLOSSARY} == set()


def test_glossary_rows_are_whole() -> None:
    rows = rows_of(GLOSSARY)
    assert rows
    assert [row for row in rows if len(row) != 4 or not all(row) or not re.fullmatch(r"`[\w.]+`", row[2])] == []


def test_adrs_are_numbered_in_order() -> None:
    assert [path.name[:4] for path in ADRS] == [f"{number:04}" for number in range(1, len(ADRS) + 1)]


@pytest.mark.parametrize("path", ADRS, ids=name_of)
def test_adr_has_its_parts_and_fits_a_page(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.match(rf"# {path.name[:4]}\. \S", text)
    assert re.search(r"^Date: \d{4}-\d\d-\d\d$", text, re.MULTILINE)
    assert re.search(r"^Status: (proposed|accepted|replaced by \d{4})$", text, re.MULTILINE)
    assert re.findall(r"^## (\w+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) <= PAGE


def _code_in(text: str) -> str:
    """What stands in code: fenced blocks and back-quoted words."""
    return "\n".join(re.findall(r"```[a-z]*\n(.*?)```", text, re.DOTALL) + re.findall(r"`([^`\n]+)`", text))
