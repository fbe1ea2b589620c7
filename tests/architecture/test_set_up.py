"""Setting up empties an environment before making it anew, and only the project's own."""

import sys
from pathlib import Path

import pytest

from scripts import environment
from scripts.environment import CannotSetUp, make_environment


def test_a_link_is_refused_and_what_it_leads_to_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere, link = tmp_path / "elsewhere", tmp_path / ".venv"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("as it was", "utf-8")
    link.symlink_to(elsewhere)
    monkeypatch.setattr(environment, "run", lambda command: pytest.fail(f"It ran {command}."))
    with pytest.raises(CannotSetUp) as refusal:
        make_environment(link)
    assert str(refusal.value) == f"{link} is a link to {elsewhere}, which is left as it is. Remove the link first."
    assert (elsewhere / "kept").read_text("utf-8") == "as it was"
    assert link.is_symlink()


def test_a_folder_of_its_own_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run: list[list[str]] = []
    monkeypatch.setattr(environment, "run", run.append)
    assert make_environment(tmp_path / ".venv") == tmp_path / ".venv/bin/python"
    assert run == [[sys.executable, "-m", "venv", "--clear", str(tmp_path / ".venv")]]
