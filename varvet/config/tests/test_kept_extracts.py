"""Retention of lists taken in by command: by the root's own term, told in the trail, others left alone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from varvet.config.kept_extracts import PERIODIC, TERM, remove_over, shelf
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.shelf.importing import Import, keep
from varvet.extracts.shelf.keeping import list_kept
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.extracts.tests.made import pseudonyms, write
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.jobs.schedule import declared
from varvet.kernel.law.shipped import HowChecked
from varvet.kernel.law.terms import TermUnit
from varvet.kernel.organisation.terms import Correction, correct_term

TAKEN_IN = datetime(2026, 2, 1, 12, tzinfo=UTC)
LATER = datetime(2027, 2, 2, 12, tzinfo=UTC)


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.VARVET_DATA = tmp_path
    return tmp_path


def kept(folder: Path, root: str, at: datetime = TAKEN_IN) -> None:
    file = write(folder / "list.csv", [("Ärende", "Inkom"), ("A-1", "2026-01-02")])
    keep(Import(file, root, ExtractKind.CASES, ColumnMap("System")), pseudonyms(), shelf(), at)


def roots() -> list[str]:
    return [one.manifest.root for one in list_kept(shelf())]


def test_what_is_a_year_old_goes_and_is_told(cast: Cast, folder: Path) -> None:
    kept(folder, cast.root.slug)
    kept(folder, "no-more")
    kept(folder, cast.root.slug, LATER)  # the same file is kept once
    assert remove_over(now=LATER - timedelta(days=1)) == 0
    assert remove_over(now=LATER) == 2
    assert roots() == []
    told = AuditEvent.objects.filter(event="extract_removed").order_by("pk")
    assert [(row.unit_id, row.data) for row in told] == [
        (cast.root.pk, {"list": "cases"}),
        (None, {"list": "cases"}),
    ]
    assert remove_over(now=LATER) == 0


def test_a_root_has_a_term_of_its_own(cast: Cast, folder: Path) -> None:
    kept(folder, cast.root.slug)
    kept(folder, "another")
    correction = Correction(TERM, 1, TermUnit.MONTHS, "lokalt mål", HowChecked.GENERAL_KNOWLEDGE, "Beslut om gallring")
    correct_term(by_id=cast.hugo.pk, correction=correction, root=cast.root, now=TAKEN_IN, verified_on=None)
    assert remove_over(now=TAKEN_IN + timedelta(days=40)) == 1
    assert roots() == ["another"]


@pytest.mark.django_db
def test_nothing_is_asked_where_nothing_was_taken_in(folder: Path) -> None:
    assert remove_over(now=LATER) == 0
    assert list(folder.iterdir()) == []


def test_it_is_done_every_night() -> None:
    assert PERIODIC[0] in declared()
