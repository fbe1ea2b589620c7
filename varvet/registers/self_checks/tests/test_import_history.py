"""Taking over rounds carried out elsewhere."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Narrative, Part, Round, Split
from varvet.registers.self_checks.rules import SplitRow, Status
from varvet.registers.self_checks.tests.factories import Counted, counted, history, last_event, make, make_performed

DAY = date(2023, 12, 31)


def take_over(cast: Cast, *rows: actions.History) -> list[Round]:
    return actions.import_history(rows=rows, root=cast.root, by=cast.eva, now=NOW)


def test_days_numbers_and_facts_are_those_of_the_source(cast: Cast) -> None:
    strata = (SplitRow("group", "beroende", 34), SplitRow("group", "socialpsykiatri", 33))
    [held] = take_over(cast, replace(history(cast), splits=strata))
    assert (held.reference, held.performed_on) == ("EGK-2023-0001", DAY)
    assert held.received_at == held.closed_at == datetime(2023, 12, 31, 11, tzinfo=UTC)
    assert counted(held) == [
        Counted("planned", outcome="", day=DAY),
        Counted("performed", day=DAY),
        Counted("reviewed", None, 161, day=DAY),
        Counted("performed_group", direction="beroende", day=DAY),
        Counted("reviewed_group", None, 34, direction="beroende", day=DAY),
        Counted("performed_group", direction="socialpsykiatri", day=DAY),
        Counted("reviewed_group", None, 33, direction="socialpsykiatri", day=DAY),
    ]
    assert last_event(held) == ("imported", cast.eva.pk, 1)


def test_planned_and_not_done(cast: Cast) -> None:
    planned = replace(history(cast), status=Status.PLANNED, sample=None)
    dropped = replace(planned, status=Status.NOT_DONE, not_done_reason="Flyttad till nästa år.")
    rows = take_over(cast, planned, dropped)
    assert [(r.performed_on, r.closed_at is not None) for r in rows] == [(None, False), (None, True)]
    assert counted(rows[1])[1] == Counted("not_done", outcome="", day=DAY)


def test_texts_are_kept_and_marked_when_made_up(cast: Cast) -> None:
    [held] = take_over(cast, replace(history(cast), texts={Part.ANALYSIS: "Påhittad."}, synthetic=True))
    text = Narrative.objects.get(round=held)
    assert (text.text, text.synthetic) == ("Påhittad.", True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"fulfilled": 162},
        {"last_day": date(2022, 12, 31)},
        {"sample": None},
        {"splits": (SplitRow("sex", "men", 162),)},
        {"not_done_reason": "Skäl"},
    ],
)
def test_one_wrong_row_stops_all(cast: Cast, wrong: dict[str, object]) -> None:
    with pytest.raises(RuleBroken):
        take_over(cast, history(cast), replace(history(cast), **wrong))  # type: ignore[arg-type]  # one field a case
    assert not Round.objects.exists()


def test_a_question_of_another_list_is_refused(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        take_over(cast, replace(history(cast), category_list=cast.types))


@pytest.mark.parametrize("who", ["alice", "bo", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.import_history(rows=[history(cast)], root=cast.root, by=getattr(cast, who), now=NOW)


@pytest.mark.parametrize(
    "impossible",
    [
        {"last_day": date(2020, 1, 1)},
        {"sample": None, "fulfilled": None},
        {"not_done_reason": "Skäl"},
        {"fulfilled": 16},
        {"population": 14},
        {"stated_permille": 1001},
        {"response_rate_permille": 1001},
        {"target_percent": 101},
    ],
)
def test_the_database_is_the_last_guard(cast: Cast, impossible: dict[str, object]) -> None:
    held = make_performed(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.filter(pk=held.pk).update(**impossible)


@pytest.mark.parametrize(
    "impossible",
    [
        Split(dimension="sex", value="unknown", sample=3),
        Split(dimension="sex", value="men"),
        Split(dimension="sex", value="men", sample=3, fulfilled=4),
        Split(dimension="sex", value="men", stated_permille=1001),
    ],
)
def test_the_database_guards_the_parts(cast: Cast, impossible: Split) -> None:
    row = Split(
        round=make(cast),
        dimension=impossible.dimension,
        value=impossible.value,
        sample=impossible.sample,
        fulfilled=impossible.fulfilled,
        stated_permille=impossible.stated_permille,
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
