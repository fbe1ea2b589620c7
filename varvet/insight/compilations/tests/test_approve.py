"""Approving: works · wrong role refused · wrong state refused · frozen with its hash · trail written · differences."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from varvet.insight.compilations import actions, frozen
from varvet.insight.compilations.models import Compilation
from varvet.insight.compilations.rules import Place
from varvet.insight.compilations.shown import changed_since, report_of
from varvet.insight.compilations.tests.made import TEXTS, change, fill, wanted
from varvet.insight.unit_page.tests.counted import mention, received
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken, StaleVersion

pytestmark = [pytest.mark.django_db, pytest.mark.facts_differ]  # facts are written by hand here


@pytest.fixture
def written(cast: Cast) -> Cast:
    fill(cast)
    actions.save(change(cast, cast.alice), TEXTS)
    return cast


def test_words_and_figures_are_frozen_with_a_hash(written: Cast) -> None:
    kept = actions.approve(change(written, written.alice, 1))
    assert (kept.status, kept.version, kept.approved_by_id) == ("approved", 2, written.alice.pk)
    assert kept.digest == frozen.digest_of(kept.report)
    report = report_of(wanted(written, written.alice), TODAY)
    assert ("Status", "Fastställd 16 mars 2026") in report.meta.facts
    assert changed_since(wanted(written, written.alice), TODAY) == []


def test_what_changes_later_is_shown_and_the_approved_figures_stay(written: Cast) -> None:
    actions.approve(change(written, written.alice, 1))
    before = report_of(wanted(written, written.alice), TODAY)
    received(written.a, date(2025, 11, 30), kind="near_miss", count=3)
    mention(written.a, date(2025, 11, 30), "documentation")
    found = [(c.table, c.row, c.then, c.now) for c in changed_since(wanted(written, written.eva), TODAY)]
    assert found == [
        ("Inkomna avvikelser per månad", "November 2025", "3", "6"),
        ("Inkomna avvikelser per månad", "Totalt", "5", "8"),
        ("Typer av avvikelser", "Dokumentation", "–", "1"),
        ("Slag av rapporter", "Tillbud, det var nära", "–", "3"),
    ]
    assert report_of(wanted(written, written.alice), TODAY) == before


def test_it_is_frozen_in_swedish_and_compared_in_any_language(written: Cast) -> None:
    with override("en"):
        kept = actions.approve(change(written, written.alice, 1))
        assert changed_since(wanted(written, written.alice), TODAY) == []
    assert "halvår 2 2025" in kept.report


@pytest.mark.parametrize("name", ["bo", "cecilia", "dag", "eva", "gun", "hugo", "stranger"])
def test_only_the_units_own_manager_approves(written: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        actions.approve(change(written, getattr(written, name), 1))
    assert Compilation.objects.get().status == "draft"


def test_what_nobody_has_written_is_not_approved(cast: Cast) -> None:
    fill(cast)
    with pytest.raises(RuleBroken, match="vad ni ser"):
        actions.approve(change(cast, cast.alice))
    assert not Compilation.objects.exists()


def test_a_period_that_lasts_is_not_approved(cast: Cast) -> None:
    before = datetime(2025, 12, 31, 12, tzinfo=UTC)
    actions.save(change(cast, cast.alice, now=before), TEXTS)
    with pytest.raises(RuleBroken, match="Perioden är inte slut"):
        actions.approve(change(cast, cast.alice, 1, before))


def test_it_is_approved_once_and_as_it_was_read(written: Cast) -> None:
    with pytest.raises(StaleVersion):
        actions.approve(change(written, written.alice, 0))
    actions.approve(change(written, written.alice, 1))
    with pytest.raises(RuleBroken, match="fastställd"):
        actions.approve(change(written, written.alice, 2))


def test_the_trail_holds_the_hash(written: Cast) -> None:
    kept = actions.approve(change(written, written.alice, 1))
    event = AuditEvent.objects.latest("pk")
    assert (event.event, event.data) == ("approved", {"period": "2025-h2", "version": 2, "digest": kept.digest})


def test_tampering_is_told(written: Cast) -> None:
    kept = actions.approve(change(written, written.alice, 1))
    Compilation.objects.filter(pk=kept.pk).update(report=kept.report + " ")
    with pytest.raises(ValueError, match="does not agree"):
        report_of(wanted(written, written.alice), TODAY)


@pytest.mark.parametrize("values", [{"status": "approved"}, {"digest": "x"}, {"report": "x"}])
def test_the_database_keeps_status_and_figures_together(written: Cast, values: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Compilation.objects.update(**values)


def test_the_words_are_what_was_approved(written: Cast) -> None:
    actions.approve(change(written, written.alice, 1))
    assert TEXTS[Place.SEEN] in Compilation.objects.get().report
