"""Taking over history: all or none, with the days each had, in numbers of their own year."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.verify import verify
from varvet.kernel.records.models import Fact, Record
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation, Narrative, Part
from varvet.registers.deviations.tests.factories import at, events_of, facts_of, reported, words_of


def history(cast: Cast, **changes: Any) -> actions.History:
    row = actions.History(
        unit=cast.b,
        received_at=at(2024, 5, 6),
        status=rules.Status.CLOSED,
        category_list=cast.types,
        categories=(cast.type_called("treatment"), cast.type_called("delay")),
        assessed_on=date(2024, 5, 8),
        closed_at=at(2024, 6, 1),
        outcome="lex_sarah",
        texts={Part.WHAT: "Det här hände.", Part.LESSON: "Så gör vi nu."},
        synthetic=True,
    )
    return replace(row, **changes)


def take_over(cast: Cast, *rows: actions.History) -> list[Deviation]:
    return actions.import_history(rows=rows, root=cast.root, by=cast.eva, now=NOW)


def test_a_row_keeps_its_days_and_words(cast: Cast) -> None:
    deviation = Deviation.objects.get(pk=take_over(cast, history(cast))[0].pk)
    assert (deviation.reference, deviation.status, deviation.version) == ("AVV-2024-0001", "closed", 1)
    assert (deviation.unit, deviation.channel, deviation.opened_by) == (cast.b, "imported", None)
    assert (deviation.received_at, deviation.closed_at) == (at(2024, 5, 6), at(2024, 6, 1))
    assert words_of(deviation) == {"what": "Det här hände.", "lesson": "Så gör vi nu."}
    assert all(narrative.synthetic for narrative in Narrative.objects.all())


def test_it_is_counted_in_its_own_year(cast: Cast) -> None:
    (deviation,) = take_over(cast, history(cast, investigated_on=date(2024, 5, 20)))
    assert facts_of(deviation) == [
        ("received", date(2024, 5, 6), 1, "treatment", None),
        ("mention", date(2024, 5, 6), 1, "treatment", None),
        ("mention", date(2024, 5, 6), 1, "delay", None),
        ("assessed", date(2024, 5, 8), 1, "treatment", 2),
        ("completed", date(2024, 5, 20), 1, "treatment", 14),
        ("closed", date(2024, 6, 1), 1, "treatment", 26),
    ]
    assert set(Fact.objects.values_list("outcome", "channel", "area")) == {("lex_sarah", "imported", "adults")}


def test_numbers_follow_the_year_it_was_received(cast: Cast) -> None:
    years = [at(2025, 1, 2), at(2024, 5, 6), at(2024, 12, 31, 23, 30), at(2024, 1, 1)]
    rows = [history(cast, received_at=when, assessed_on=None, closed_at=None, status="received") for when in years]
    references = [deviation.reference for deviation in take_over(cast, *rows)]
    assert references == ["AVV-2025-0001", "AVV-2024-0001", "AVV-2025-0002", "AVV-2024-0002"]


def test_numbers_go_on_after_those_already_given(cast: Cast) -> None:
    reported(cast)
    row = history(cast, received_at=at(2026, 1, 5), assessed_on=None, closed_at=None, status="received")
    assert take_over(cast, row)[0].reference == "AVV-2026-0002"


def test_each_is_told_in_the_trail(cast: Cast) -> None:
    for deviation in take_over(cast, history(cast), history(cast)):
        assert events_of(deviation) == [("imported", 1, cast.eva.pk)]
    assert verify() == []


@pytest.mark.parametrize("name", ["alice", "bo", "cecilia", "dag", "hugo", "gun", "stranger"])
def test_only_the_quality_coordinator_may(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        actions.import_history(rows=[history(cast)], root=cast.root, by=getattr(cast, name), now=NOW)
    assert not Record.objects.exists()


def test_one_bad_row_and_none_is_taken(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        take_over(cast, history(cast), history(cast, closed_at=at(2024, 5, 5)))
    assert not Record.objects.exists()


def test_a_unit_of_another_root_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="another root"):
        take_over(cast, history(cast), history(cast, unit=cast.other_unit))
    assert not Record.objects.exists()


def test_nothing_is_nothing(cast: Cast) -> None:
    assert take_over(cast) == []


def test_a_bare_row_is_enough(cast: Cast) -> None:
    row = actions.History(unit=cast.a, received_at=at(2024, 5, 6), status=rules.Status.RECEIVED)
    assert facts_of(take_over(cast, row)[0]) == [("received", date(2024, 5, 6), 1, "", None)]


def test_each_further_row_costs_hardly_more_than_its_own_query(cast: Cast) -> None:
    """The child's own row; everything else is written in bulk, in the batches that SQLite takes."""
    take_over(cast, history(cast))  # the counter of the year is there from now on
    costs = []
    for how_many in (2, 12):
        rows = [history(cast) for _ in range(how_many)]
        with CaptureQueriesContext(connection) as queries:
            take_over(cast, *rows)
        costs.append(len(queries))
    assert costs[1] - costs[0] < 15
