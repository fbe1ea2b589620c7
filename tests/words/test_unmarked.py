"""No text of the interface stands in the code or in a template without being marked for translation."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.words.templates import unmarked_in
from varvet.config.catalogues.kept import read
from varvet.config.catalogues.places import PACKAGE, catalogues, files
from varvet.config.catalogues.texts import spoken_in

SWEDISH = re.compile(r"[åäöÅÄÖ]")
# Python whose Swedish no reader meets as the interface: a Swedish document, made-up data, lists of words.
NOT_INTERFACE = (
    "insight/annual_report/",
    "demo/",
    "extracts/generating/",
    "registers/deviations/rules/links.py",
    "registers/inspections/queries/sent_list.py",
    "kernel/paper/",
    "registers/lex_sarah/views/paper_",
    "registers/provider_reports/views/paper_",
    "registers/analyses/rules/directions.py",
    "registers/analyses/views/paper_",
    "registers/inspections/views/paper_",
    "registers/meetings/views/paper_",
    "registers/risks/views/paper_",
    "kernel/organisation/tree.py",
    "kernel/law/document.py",
    "kernel/law/personal_data.py",
    "kernel/search/references.py",
)
# Names, and each language in its own words.
ALIKE = {
    "www.digg.se",
    "In English",
    "På svenska",
    "Varvet",
    "– Varvet",
    "Excel",
    "CSV",
    "PDF",
    "Word",
}
TOLD = re.compile(r"Adressen pekar inte på")  # becomes "not found", and is never shown


def test_no_text_in_the_code_is_left_unmarked() -> None:
    assert list(unmarked()) == []


def test_no_text_in_a_template_is_left_unmarked() -> None:
    found = {name_of(path): list(unmarked_in(path.read_text("utf-8"))) for path in templates()}
    left = {name: [text for text in texts if text not in ALIKE] for name, texts in found.items()}
    assert {name: texts for name, texts in left.items() if texts} == {}


def test_what_is_unmarked_in_a_template_is_found() -> None:
    page = (
        '{% translate "Ja" %}<p title="Nej">{{ x|default:"Inget" }} Hej</p>{% tag "Ny" %}{% crumbs _("Alla") "/a/" %}'
    )
    assert list(unmarked_in(page)) == ["Ny", "Inget", "Nej", "Hej"]


def templates() -> list[Path]:
    document = {f"annual_report/{name}.html" for name in ("list", "figure")}
    found = files(PACKAGE, ".html")
    return [p for p in found if "annual_report/" not in str(p) or "/".join(p.parts[-2:]) in document]


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def unmarked() -> Iterator[str]:
    for path in files(PACKAGE, ".py"):
        name = name_of(path)
        if not name.startswith(NOT_INTERFACE) and path.name != "apps.py":
            yield from (f"{name}: {text}" for text in _unmarked_in(path))


def _unmarked_in(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    nodes = list(ast.walk(tree))
    silent = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    said = {id(argument) for node in nodes if isinstance(node, ast.Call) for argument in spoken_in(node)}
    texts = [node for node in nodes if isinstance(node, ast.Constant) and id(node) not in silent | said]
    found = [node.value for node in texts if isinstance(node.value, str)]
    return [text for text in found if (SWEDISH.search(text) or text in capital_texts()) and not TOLD.match(text)]


@cache
def capital_texts() -> set[str]:
    """What is said elsewhere, begins with a capital and is said in another way in English."""
    messages = [m for path in catalogues() for m in read(path) if isinstance(m.id, str) and m.id != m.string]
    return {m.id for m in messages if isinstance(m.id, str) and m.id[:1].isupper()}
