"""Taking over improvements followed elsewhere."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import Improvement, Narrative, Part
from varvet.registers.improvements.rules import Status
from varvet.registers.improvements.tests.factories import (
    Counted,
    counted,
    fresh,
    history,
    last_event,
    make,
    make_done,
    planned_history,
)


def take_over(cast: Cast, *rows: actions.History) -> list[Improvement]:
    return actions.import_history(rows=rows, root=cast.root, by=cast.eva, now=NOW)


def test_days_numbers_and_facts_are_those_of_the_source(cast: Cast) -> None:
    [held] = take_over(cast, history(cast.a))
    assert held.reference == "ATG-2023-0001"
    assert counted(held) == [
        Counted("decided", date(2023, 3, 1)),
        Counted("performed", date(2023, 9, 1), days=184),
        Counted("effect_judged", date(2023, 12, 1), outcome="effect"),
    ]
    assert last_event(held) == ("imported", cast.eva.pk, 1)


def test_numbers_follow_the_year_each_came_in(cast: Cast) -> None:
    later = replace(history(cast.a), received_at=NOW.replace(year=2024))
    rows = take_over(cast, later, history(cast.a), later)
    assert [r.reference for r in rows] == ["ATG-2024-0001", "ATG-2023-0001", "ATG-2024-0002"]


def test_a_source_that_gives_few_days(cast: Cast) -> None:
    plain = replace(planned_history(cast.a), decided_on=None)
    came_in = date(2023, 3, 16)
    rows = take_over(cast, plain, replace(plain, status=Status.ONGOING), replace(plain, status=Status.IN_RISK_PICTURE))
    assert [(r.decided_on, r.started_on, r.given_up_on) for r in rows] == [
        (came_in, None, None),
        (came_in, came_in, None),
        (came_in, None, came_in),
    ]


def test_texts_are_kept_and_marked_when_made_up(cast: Cast) -> None:
    [held] = take_over(cast, replace(history(cast.a), texts={Part.WHY: "Påhittat skäl."}, synthetic=True))
    text = Narrative.objects.get(improvement=held)
    assert (text.part, text.text, text.synthetic) == (Part.WHY, "Påhittat skäl.", True)


def test_one_wrong_row_stops_all(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        take_over(cast, history(cast.a), replace(history(cast.a), carried_out_on=None))
    assert not Improvement.objects.exists()


@pytest.mark.parametrize("who", ["alice", "bo", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.import_history(rows=[history(cast.a)], root=cast.root, by=getattr(cast, who), now=NOW)


@pytest.mark.parametrize(
    "impossible",
    [
        {"carried_out_on": date(2020, 1, 1)},
        {"effect": "effect", "effect_judged_on": None},
        {"effect": "", "effect_judged_on": date(2026, 3, 20)},
        {"given_up_on": date(2026, 3, 20)},
    ],
)
def test_the_database_is_the_last_guard(cast: Cast, impossible: dict[str, object]) -> None:
    held = make_done(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Improvement.objects.filter(pk=held.pk).update(**impossible)


def test_an_effect_needs_that_it_was_carried_out(cast: Cast) -> None:
    held = make(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Improvement.objects.filter(pk=held.pk).update(effect="effect", effect_judged_on=date(2026, 3, 20))
    assert fresh(held.pk).effect == ""
