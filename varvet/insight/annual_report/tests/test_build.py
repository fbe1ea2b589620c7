"""Building to files: what does not exist is told before anything is written, and files come whole or not at all."""

import errno
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varvet.insight.annual_report.build import Order, build, check_year, years_of
from varvet.insight.measures.tests.samples import add_fact
from varvet.kernel.access.tests.cast import LONG_AGO, Cast
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.errors import Told

pytestmark = pytest.mark.django_db
FORMATS = ("json", "xlsx")


def order(out: Path, **more: Any) -> Order:
    return Order(**{"root": "exempelby", "year": 2025, "template": "tables", "formats": FORMATS, "out": out, **more})


def built(wanted: Order) -> list[Path]:
    return build(wanted, progress=lambda *_: None)


@pytest.fixture
def year(cast: Cast) -> Cast:
    add_fact(cast.a, date(2025, 3, 1))
    return cast


def test_files_are_written_and_each_step_is_told(year: Cast, tmp_path: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    files = build(order(tmp_path / "new" / "folder"), progress=lambda *step: steps.append(step))
    assert [file.name for file in files] == ["report.json", "report.xlsx"]
    assert sorted((tmp_path / "new" / "folder").iterdir()) == sorted(files)
    assert json.loads(files[0].read_bytes())["meta"]["year"] == 2025
    assert steps == [("counting", 0, 3), ("report.json", 1, 3), ("report.xlsx", 2, 3), ("writing", 3, 3)]


def test_files_come_in_the_order_asked_and_are_made_as_drawings_allow(year: Cast, tmp_path: Path) -> None:
    steps: list[str] = []
    wanted = order(tmp_path, formats=("html", "pdf", "json"))
    files = build(wanted, progress=lambda title, *_: steps.append(title))
    assert [file.name for file in files] == ["report.html", "report.pdf", "report.json"]
    assert steps == ["counting", "report.json", "report.pdf", "report.html", "writing"]


def test_a_new_build_takes_the_place_of_the_old(year: Cast, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text("old")
    (tmp_path / "mine.txt").write_text("mine")
    built(order(tmp_path))
    assert (tmp_path / "report.json").read_text() != "old"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["mine.txt", "report.json", "report.xlsx"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"root": "storstad"}, r"There is no organisation called 'storstad'\. Choose one of: annanstad, exempelby\."),
        ({"year": 1999}, r"Exempelby has nothing counted in 1999\. There are figures from 2025 to 2025\."),
        ({"root": "annanstad"}, r"Nothing has been counted for Annanstad yet, so there is no report to build\."),
        ({"template": "roman"}, r"There is no template 'roman'\. Choose one of: "),
        ({"template": "../tables/common"}, r"There is no template '\.\./tables/common'"),
        ({"template": "bromma"}, r"The template 'bromma' has the table 't2', which Exempelby has not"),
        ({"formats": ("json", "odt")}, r"There is no format odt\. Choose from: html, pdf, docx, xlsx, json\."),
        ({"formats": ()}, r"There is no format named\. Choose from: "),
    ],
)
def test_what_does_not_exist_is_told_before_anything_is_written(
    year: Cast, tmp_path: Path, more: dict[str, Any], said: str
) -> None:
    with pytest.raises(Told, match=said) as told:
        built(order(tmp_path / "out", **more))
    assert "\n" not in str(told.value)
    assert not (tmp_path / "out").exists()


def test_without_any_organisation_the_way_on_is_told(tmp_path: Path) -> None:
    with pytest.raises(Told, match="There is none yet; `varvet demo load all` makes three"):
        built(order(tmp_path))


def test_a_file_in_place_of_the_folder_is_told(year: Cast, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(Told, match=r"could not be written in .*/out: .*Nothing was left there half done\."):
        built(order(tmp_path / "out"))
    assert (tmp_path / "out").read_text() == "mine"


def test_a_folder_in_place_of_a_file_leaves_the_other_files_as_they_were(year: Cast, tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").mkdir()
    (tmp_path / "report.json").write_text("old")
    with pytest.raises(Told, match=r"report\.xlsx is a folder"):
        built(order(tmp_path))
    assert (tmp_path / "report.json").read_text() == "old"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["report.json", "report.xlsx"]


@pytest.mark.parametrize("new", [True, False])
def test_a_full_disk_leaves_nothing_half_written(
    year: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, new: bool
) -> None:
    out = tmp_path / "out"
    if not new:
        out.mkdir()
        (out / "report.json").write_text("old")
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if "xlsx" not in path.name:
            return write(path, content)
        write(path, content[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Told, match=r"No space left on device\. Nothing was left there half done\."):
        built(order(out))
    if new:
        assert not out.exists()
    else:
        assert [(file.name, file.read_text()) for file in out.iterdir()] == [("report.json", "old")]


@pytest.mark.parametrize(
    ("first_month", "day", "years"),
    [
        (1, date(2025, 1, 1), [2025]), (1, date(2024, 12, 31), [2024]),
        (9, date(2025, 8, 31), [2025]), (9, date(2025, 9, 1), [2026]), (9, date(2024, 12, 31), [2025]),
    ],
)  # fmt: skip
def test_a_year_with_something_counted_can_be_built(cast: Cast, first_month: int, day: date, years: list[int]) -> None:
    choose(cast.root, "quality_year_first_month", first_month, first_day=LONG_AGO)
    add_fact(cast.a, day)
    assert years_of(cast.root) == years
    check_year(cast.root, years[0])


def test_years_stand_newest_first_and_empty_ones_are_left_out(cast: Cast) -> None:
    for day in (date(2021, 5, 1), date(2025, 5, 1), date(2023, 5, 1)):
        add_fact(cast.a, day)
    with CaptureQueriesContext(connection) as asked:
        assert years_of(cast.root) == [2025, 2023, 2021]
    assert len(asked) <= 7, "one for the months, one for the setting of each year"
