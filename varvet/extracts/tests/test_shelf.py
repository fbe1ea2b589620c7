"""The shelf: killed in the middle it holds nothing by half, and a file that is no list leaves nothing on it."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from varvet.extracts.mappings import ColumnMap
from varvet.extracts.shelf.importing import Import, keep
from varvet.extracts.shelf.keeping import FRESH, WORK, list_kept, newest, remove, work_folder
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.extracts.shelf.manifests import MANIFEST, Kept, read
from varvet.extracts.tests.made import pseudonyms, write
from varvet.extracts.tests.test_wrong_files import LARGE, WRONG
from varvet.kernel.records.errors import RuleBroken

NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
ROWS = [("Ärende", "Inkom"), ("A-1", "2026-01-02"), ("A-2", "2026-01-03")]
# A process that kills itself the moment it comes to a step for the n-th time.
KILLED = """
import os, signal, sys
from pathlib import Path
from varvet.extracts import intake
from varvet.extracts.shelf import keeping
from varvet.extracts.tests.test_shelf import take

step, left = sys.argv[2], int(sys.argv[3])
owner = intake if hasattr(intake, step) and step != "put" else keeping
real = getattr(owner, step)
def deadly(*args, **given):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*args, **given)
setattr(owner, step, deadly)
take(Path(sys.argv[1]))
"""
STEPS = [("_typed", 1), ("schema_of", 1), ("to_json", 1), ("_to_disk", 1), ("_to_disk", 3), ("_to_disk", 4)]


def take(folder: Path) -> Kept:
    asked = Import(folder / "list.csv", "solberga", ExtractKind.CASES, ColumnMap("System"))
    return keep(asked, pseudonyms(), folder / "extracts", NOW)


@pytest.mark.parametrize(("step", "time"), STEPS)
def test_killed_in_the_middle_it_is_there_whole_or_not_at_all(tmp_path: Path, step: str, time: int) -> None:
    write(tmp_path / "list.csv", ROWS)
    shelf = tmp_path / "extracts"
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), step, str(time)], check=False)
    assert done.returncode == -signal.SIGKILL
    found = list_kept(shelf)
    assert [kept.manifest.used for kept in found] == ([2] if (step, time) == STEPS[-1] else [])  # its name was given
    left_behind = list((shelf / WORK).iterdir())
    assert len(left_behind) == 1
    os.utime(left_behind[0], (0, 0))  # it has lain there for long
    assert take(tmp_path).manifest.used == 2
    assert list((shelf / WORK).iterdir()) == []
    assert len(list_kept(shelf)) == 1


def test_what_another_process_works_with_is_left_alone(tmp_path: Path) -> None:
    shelf = tmp_path / "extracts"
    with work_folder(shelf) as first:
        os.utime(first, (0, 0))
        with work_folder(shelf) as second:
            assert first.exists()
            assert first != second
    fresh = shelf / WORK / "just_made"
    fresh.mkdir()
    with work_folder(shelf):
        assert fresh.exists()
    os.utime(fresh, (fresh.stat().st_mtime - FRESH - 1,) * 2)
    with work_folder(shelf):
        assert not fresh.exists()


@pytest.mark.parametrize("name", [name for name in WRONG if name not in LARGE])
def test_a_file_that_is_no_list_leaves_nothing(tmp_path: Path, name: str) -> None:
    WRONG[name][0](tmp_path / "list.csv")
    with pytest.raises(RuleBroken) as told:
        take(tmp_path)
    assert WRONG[name][1] in told.value.sentence
    assert [path.name for path in (tmp_path / "extracts").rglob("*")] == [WORK]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="ingen fil"):
        take(tmp_path)


def test_the_manifest_says_what_was_read(tmp_path: Path) -> None:
    write(tmp_path / "list.csv", [*ROWS, ("A-3", "2026-02-31")])
    kept = take(tmp_path)
    told = read(kept.folder / MANIFEST)
    assert told == kept.manifest
    assert (told.read, told.used, told.aside, told.imported_at) == (3, 2, 1, NOW)
    assert told.fields == ("case", "received")
    assert told.findings[0].rows == (4,)
    assert len(told.source_hash) == 64
    assert newest(tmp_path / "extracts", "solberga", ExtractKind.CASES) == kept
    assert newest(tmp_path / "extracts", "solberga", ExtractKind.LOG) is None
    remove(kept)
    assert list_kept(tmp_path / "extracts") == []
