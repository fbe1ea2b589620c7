"""Saving the words: works · stranger and wrong role refused · wrong state refused · two at once · trail written."""

from datetime import timedelta

import pytest
from django.http import Http404

from varvet.insight.compilations import actions
from varvet.insight.compilations.models import Compilation, Section
from varvet.insight.compilations.queries import get_wanted, texts_of
from varvet.insight.compilations.rules import Place
from varvet.insight.compilations.tests.made import TEXTS, change, fill
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.audit.verify import verify
from varvet.kernel.records.errors import RuleBroken, StaleVersion

pytestmark = [pytest.mark.django_db, pytest.mark.facts_differ]  # facts are written by hand here


def test_the_first_words_begin_a_draft(cast: Cast) -> None:
    kept = actions.save(change(cast, cast.alice), TEXTS)
    assert (kept.unit, kept.root, kept.period, kept.status, kept.version) == (cast.a, cast.root, "2025-h2", "draft", 1)
    assert texts_of(kept) == TEXTS
    assert {section.written_by_id for section in kept.sections.all()} == {cast.alice.pk}


def test_later_words_replace_those_that_changed_and_no_others(cast: Cast) -> None:
    actions.save(change(cast, cast.alice), TEXTS)
    later = NOW + timedelta(days=1)
    kept = actions.save(change(cast, cast.alice, 1, later), {**TEXTS, Place.DOING: ""})
    assert texts_of(kept) == {**TEXTS, Place.DOING: ""}
    assert kept.version == 2
    written = dict(Section.objects.values_list("place", "written_at"))
    assert (written["seen"], written["doing"]) == (NOW, later)


@pytest.mark.parametrize("name", ["bo", "cecilia", "dag", "eva", "gun", "hugo", "stranger"])
def test_only_the_units_own_manager_writes(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed, match="Det får: enhetschef"):
        actions.save(change(cast, getattr(cast, name)), TEXTS)
    assert not Compilation.objects.exists()


@pytest.mark.parametrize("name", ["cecilia", "stranger"])
def test_who_works_elsewhere_does_not_find_it(cast: Cast, name: str) -> None:
    with pytest.raises(Http404):
        get_wanted(reader_of(getattr(cast, name)), cast.a.pk, "2025-h2")


@pytest.mark.parametrize("version", [0, 2])
def test_who_knows_another_version_overwrites_nothing(cast: Cast, version: int) -> None:
    actions.save(change(cast, cast.alice), TEXTS)
    with pytest.raises(StaleVersion) as stale:
        actions.save(change(cast, cast.alice, version), {Place.SEEN: "Annat."})
    assert (stale.value.current, stale.value.reference) == (1, "Mottagning A, halvår 2 2025")
    assert texts_of(Compilation.objects.get()) == TEXTS


def test_a_version_nobody_has_leaves_no_draft_behind(cast: Cast) -> None:
    with pytest.raises(StaleVersion):
        actions.save(change(cast, cast.alice, 7), TEXTS)
    assert not Compilation.objects.exists()


def test_an_approved_one_is_closed(cast: Cast) -> None:
    fill(cast)
    actions.save(change(cast, cast.alice), TEXTS)
    actions.approve(change(cast, cast.alice, 1))
    with pytest.raises(RuleBroken, match="fastställd"):
        actions.save(change(cast, cast.alice, 2), {Place.SEEN: "Annat."})
    assert texts_of(Compilation.objects.get()) == TEXTS


def test_the_trail_tells_of_it_without_its_words(cast: Cast) -> None:
    kept = actions.save(change(cast, cast.alice), TEXTS)
    event = AuditEvent.objects.get()
    assert (event.kind, event.event, event.actor_id, event.unit_id) == (
        "compilation",
        "saved",
        cast.alice.pk,
        cast.a.pk,
    )
    assert event.data == {"period": kept.period, "version": 1, "digest": ""}
    assert (event.record_id, verify()) == (None, [])
