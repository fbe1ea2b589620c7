"""`varvet docs write` writes what differs, and says so where there is nothing to write in."""

from pathlib import Path

import pytest

from varvet.config.cli import docs
from varvet.kernel.records.documents import states_page
from varvet.kernel.records.errors import Told


def test_only_pages_that_differ_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docs, "list_registers", list)  # their own pages stand in the project, not in a test's folder
    pages = tmp_path / "docs"
    pages.mkdir()
    assert [path.name for path in docs.write_pages(tmp_path)] == ["law.md", "measures.md", "states.md"]
    (pages / "states.md").write_text("old", "utf-8")
    assert docs.write_pages(tmp_path) == [pages / "states.md"]
    assert (pages / "states.md").read_text("utf-8") == states_page([])
    assert docs.write_pages(tmp_path) == []


def test_without_the_project_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(Told, match="no docs folder"):
        docs.write_pages(tmp_path)
