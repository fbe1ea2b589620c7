"""The page about the law is the data."""

from pathlib import Path

from varvet.kernel.law.document import as_markdown
from varvet.kernel.law.terms import is_certain, shipped_terms

PAGE = Path(__file__).resolve().parents[4] / "docs" / "law.md"


def test_the_page_equals_the_data() -> None:
    assert PAGE.read_text(encoding="utf-8") == as_markdown()


def test_each_uncertain_term_is_marked() -> None:
    lines = [line for line in as_markdown().splitlines() if line.startswith("| `")]
    for term, line in zip(shipped_terms(), lines, strict=False):
        assert f"`{term.key}`" in line
        assert ("**check before use**" in line) is not is_certain(term)
