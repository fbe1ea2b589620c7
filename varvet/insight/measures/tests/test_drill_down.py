"""Behind a figure stand the records the reader may open, and no trace of those that shut the reader out."""

from datetime import date

import pytest

from varvet.insight.measures import drill_down
from varvet.insight.measures.drill_down import Behind, behind
from varvet.insight.measures.question import Question
from varvet.insight.measures.tests.samples import KIND, add_fact, add_record
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast, reader_of
from varvet.kernel.records.models import Confidentiality

pytestmark = [pytest.mark.usefixtures("samples"), pytest.mark.facts_differ]  # facts are written by hand here
SHUT = Confidentiality.MANAGER_EXCLUDED


def seen_by(cast: Cast, user: User, name: str = "count") -> Behind:
    asked = Question(f"{KIND}.{name}", cast.root.slug, date(2026, 1, 1), date(2026, 12, 31))
    return behind(asked, reader_of(user))


def references(found: Behind) -> list[str]:
    return [line.reference for line in found.lines]


def test_lines_are_the_readers_own_and_the_others_are_counted(cast: Cast) -> None:
    add_record(cast, cast.a, 1)
    add_record(cast, cast.a, 2)
    add_record(cast, cast.b, 3)
    found = seen_by(cast, cast.alice)
    assert references(found) == ["PRO-2026-0002", "PRO-2026-0001"], "the newest first"
    assert (found.figure, found.readable, found.others, found.gone) == (3, 2, 1, 0)
    line = found.lines[0]
    assert (line.unit, line.status, line.day, line.count) == ("Mottagning A", "Öppet", date(2026, 3, 9), 1)
    assert line.href == "/avvikelser/PRO-2026-0002/"


def test_who_works_across_units_sees_all_and_a_board_member_none(cast: Cast) -> None:
    add_record(cast, cast.a, 1)
    add_record(cast, cast.b, 2)
    assert references(seen_by(cast, cast.eva)) == ["PRO-2026-0002", "PRO-2026-0001"]
    found = seen_by(cast, cast.gun)
    assert (found.lines, found.figure, found.others) == ([], 2, 2)


def test_a_record_that_shuts_the_manager_out_is_in_no_number_there(cast: Cast) -> None:
    add_record(cast, cast.a, 1)
    add_record(cast, cast.a, 2, confidentiality=SHUT)
    found = seen_by(cast, cast.alice)
    assert references(found) == ["PRO-2026-0001"]
    assert (found.figure, found.others, found.gone) == (1, 0, 0)
    across = seen_by(cast, cast.eva)
    assert references(across) == ["PRO-2026-0002", "PRO-2026-0001"]
    assert across.figure == 2


def test_elsewhere_such_a_record_is_one_among_the_others(cast: Cast) -> None:
    add_record(cast, cast.b, 1, confidentiality=SHUT)
    found = seen_by(cast, cast.alice)
    assert (found.lines, found.figure, found.others) == ([], 1, 1)


def test_records_of_another_root_are_neither_shown_nor_counted(cast: Cast) -> None:
    add_record(cast, cast.other_unit, 1)
    found = seen_by(cast, cast.eva)
    assert (found.lines, found.figure, found.others) == ([], 0, 0)


def test_a_stranger_asking_by_address_opens_nothing(cast: Cast) -> None:
    add_record(cast, cast.a, 1)
    assert seen_by(cast, cast.stranger).lines == []


def test_removed_records_are_counted_and_told_apart(cast: Cast) -> None:
    add_record(cast, cast.a, 1)
    add_fact(cast.a, date(2026, 2, 1), record_id=999_999, count=4)
    add_fact(cast.a, date(2026, 2, 2), record_id=999_999, count=1)
    found = seen_by(cast, cast.alice)
    assert (found.figure, found.readable, found.others, found.gone) == (6, 1, 0, 1)


@pytest.mark.parametrize(("records", "cut"), [(2, False), (3, False), (4, True)])
def test_a_long_list_is_cut_and_says_so(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, *, records: int, cut: bool
) -> None:
    monkeypatch.setattr(drill_down, "SHOWN", 3)
    for number in range(records):
        add_record(cast, cast.a, number)
    found = seen_by(cast, cast.alice)
    assert (len(found.lines), found.readable, found.cut) == (min(records, 3), records, cut)


def test_a_record_with_several_facts_is_one_line(cast: Cast) -> None:
    record = add_record(cast, cast.a, 1)
    add_fact(cast.a, date(2026, 3, 10), record_id=record.pk, count=4)
    assert [line.count for line in seen_by(cast, cast.alice).lines] == [5]


def test_a_share_is_told_as_a_share(cast: Cast) -> None:
    add_fact(cast.a, date(2026, 3, 1), numerator=3, denominator=4, record_id=999_999)
    assert seen_by(cast, cast.alice, "share").figure == 0.75
    assert seen_by(cast, cast.alice, "rest").figure == 1


def test_a_measure_nobody_declares_is_a_key_error(cast: Cast) -> None:
    with pytest.raises(KeyError):
        seen_by(cast, cast.alice, "nothing")


def test_the_same_few_queries_whatever_the_number_of_records(cast: Cast, django_assert_max_num_queries: object) -> None:
    for number in range(30):
        add_record(cast, cast.a, number)
    assert callable(django_assert_max_num_queries)
    with django_assert_max_num_queries(11):
        assert len(seen_by(cast, cast.alice).lines) == 30
