"""Lists for a round: taken in without personal numbers, counted, made the result once, and removed in time."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from varvet.extracts.apart.asked import Codes
from varvet.extracts.apart.calling import NotRead
from varvet.extracts.checks.shapes import Basis
from varvet.extracts.tests.test_no_number_is_kept import digits_in, unpacked
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks import actions, queries
from varvet.registers.self_checks.actions.remove_lists import remove_old
from varvet.registers.self_checks.models import ColumnChoice, ListCheck, Narrative, Split
from varvet.registers.self_checks.rules import Method, Status
from varvet.registers.self_checks.tests.factories import counted, fresh, last_event
from varvet.registers.self_checks.tests.list_factories import (
    HEADINGS,
    NUMBERS,
    content,
    here,
    make_list,
    make_list_round,
    sent,
    upload,
)

__all__ = ["here"]
pytestmark = pytest.mark.usefixtures("here")


def folders() -> set[Path]:
    parent: Path = settings.VARVET_DATA / "extracts"
    return set(parent.iterdir()) if parent.exists() else set()


def test_a_list_is_counted(cast: Cast) -> None:
    row = make_list(cast)
    computed = queries.computed_of(row)
    assert computed is not None
    total = computed.opened.total
    assert (total.met, total.missed, total.pending, total.late_now) == (33, 9, 1, 2)
    assert total.is_estimate
    assert computed.closed is not None
    assert (computed.closed.total.met, computed.closed.total.missed) == (33, 7)
    assert {line.group for line in computed.opened.units} == {"", "Enhet 0", "Enhet 1"}
    assert last_event(row.round) == ("list_read", cast.alice.pk, 2)
    assert ColumnChoice.objects.get(root=cast.root).source == "Treserva"


def test_no_personal_number_is_kept(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    row = make_list(cast)
    files = [file for file in row.folder.rglob("*") if file.is_file()]
    assert {file.name for file in files} == {"list.parquet", "codes.json"}
    assert digits_in(unpacked(row.folder / "list.parquet")) == set()
    assert digits_in(b"".join(file.read_bytes() for file in files)) == set()
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - each table of the database itself
            assert _held(repr(cursor.fetchall())) == set(), table
    assert _held(caplog.text) == set()


def _held(text: str) -> set[str]:
    plain = text.replace("-", "")
    return {number for number in NUMBERS if number.replace("-", "") in plain or number.replace("-", "")[2:] in plain}


def test_it_becomes_the_result_once(cast: Cast) -> None:
    row = make_list(cast)
    version = fresh(row.round_id).version
    chosen = actions.ListResult(Basis.OPENED, " Två väntar. ")
    done = actions.use_list(list_check=row, chosen=chosen, version=version, by=cast.alice, now=NOW)
    again = actions.use_list(list_check=row, chosen=chosen, version=version, by=cast.alice, now=NOW)
    assert (done.status, again.version) == (Status.PERFORMED, done.version)
    assert (done.sample, done.population, done.fulfilled, done.performed_on) == (42, 42, 33, TODAY)
    assert done.stated_permille is not None
    assert Narrative.objects.get(round=done).text == "Två väntar."
    assert last_event(done) == ("performed", cast.alice.pk, 3)
    splits = Split.objects.filter(round=done).values_list("dimension", "value", "sample", "fulfilled")
    assert set(splits) == {
        ("sex", "boys", 22, 16),
        ("sex", "girls", 20, 17),
        ("group", "barn", 32, 25),
        ("group", "unga", 10, 8),
    }
    performed = next(fact for fact in counted(done) if fact.happening == "performed")
    assert (performed.numerator, performed.denominator, performed.kind) == (33, 42, "list_check")


def test_of_two_lists_one_wins(cast: Cast) -> None:
    first = make_list(cast)
    held = fresh(first.round_id)
    other = actions.take_in_list(round_=held, sent=sent(), version=held.version, by=cast.alice, now=NOW)
    ListCheck.objects.filter(pk=other.pk).update(state="counted", computed=first.computed)
    version, chosen = fresh(held.pk).version, actions.ListResult(Basis.OPENED)
    actions.use_list(list_check=first, chosen=chosen, version=version, by=cast.alice, now=NOW)
    with pytest.raises(StaleVersion):
        actions.use_list(list_check=other, chosen=chosen, version=version, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken):
        actions.use_list(list_check=other, chosen=chosen, version=version + 1, by=cast.alice, now=NOW)


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    row = make_list(cast)
    held, by, before = fresh(row.round_id), getattr(cast, who), folders()
    with pytest.raises(NotAllowed):
        actions.take_in_list(round_=held, sent=sent(), version=held.version, by=by, now=NOW)
    with pytest.raises(NotAllowed):
        actions.use_list(list_check=row, chosen=actions.ListResult(Basis.OPENED), version=held.version, by=by, now=NOW)
    assert folders() == before


def test_a_round_of_another_method_takes_no_list(cast: Cast) -> None:
    held = make_list_round(cast, Method.FILE_AUDIT)
    with pytest.raises(RuleBroken):
        actions.take_in_list(round_=held, sent=sent(), version=held.version, by=cast.alice, now=NOW)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (b"", "self_check.list.empty_file"),
        (content(headings=("a", *HEADINGS[1:])), "self_check.list.column"),
        (content([("B-1", "", "", "", "", "=1+1", "")]), "extracts.formula"),
        (content([]), "extracts.no_rows"),
        (b"PK\x03\x04 not a workbook", "extracts.broken_workbook"),
    ],
)
def test_of_a_wrong_file_nothing_is_kept(cast: Cast, given: bytes, code: str) -> None:
    held, before = make_list_round(cast), folders()
    with pytest.raises(RuleBroken) as refused:
        actions.take_in_list(round_=held, sent=sent(given), version=held.version, by=cast.alice, now=NOW)
    assert refused.value.code == code
    assert folders() == before
    assert not ListCheck.objects.exists()
    assert fresh(held.pk).version == held.version


def test_headings_are_told_without_numbers(cast: Cast) -> None:
    held = make_list_round(cast)
    given = content(headings=("Nummer", "19800101-9876", *HEADINGS[2:]))
    with pytest.raises(NotRead) as refused:
        actions.take_in_list(round_=held, sent=sent(given), version=held.version, by=cast.alice, now=NOW)
    assert refused.value.headings == ("Nummer", *HEADINGS[2:])


def test_codes_are_for_those_who_may_and_noted(cast: Cast) -> None:
    row = make_list(cast)
    codes = queries.read_codes(reader_of(cast.alice), row)
    assert isinstance(codes, Codes)
    assert (len(codes.missed), len(codes.pending)) == (9, 1)
    assert ReadEvent.objects.get(record_id=row.round_id, part="case_codes").actor_id == cast.alice.pk
    with pytest.raises(NotAllowed):
        queries.read_codes(reader_of(cast.dag), row)


def test_the_list_goes_and_the_figures_stay(cast: Cast) -> None:
    row = make_list(cast)
    assert remove_old(now=NOW + timedelta(days=80)) == 0
    assert row.folder.exists()
    stray = row.folder.parent / ("f" * 32)
    stray.mkdir()
    beside = row.folder.parent / "solberga"  # what a command has taken in for a root has a term of its own
    (beside / "cases").mkdir(parents=True)
    os.utime(beside, (0, 0))
    assert remove_old(now=NOW + timedelta(days=100)) == 1
    row.refresh_from_db()
    assert not row.folder.exists()
    assert beside.exists()
    assert row.removed_on == (NOW + timedelta(days=100)).date()
    assert queries.computed_of(row) is not None
    assert queries.read_codes(reader_of(cast.alice), row) is None


def test_decisions_are_judged_by_the_delegation_in_force(cast: Cast) -> None:
    orders = "Beslutstyp;Beslutsfattarens roll\r\nBistånd;Handläggare\r\nBistånd;Enhetschef\r\nPlacering;Nämnd".encode()
    for first_day in (TODAY - timedelta(days=900), TODAY + timedelta(days=30)):
        order = actions.take_in_delegation(
            root=cast.root, upload=upload(orders), first_day=first_day, by=cast.eva, now=NOW
        )
    assert order.number == 2
    headings = ("Ärende", "Beslutstyp", "Beslutsfattarens roll", "Beslutsdatum")
    made = [("B-1", "Bistånd", "Enhetschef", "2026-02-02"), ("B-2", "Placering", "Handläggare", "2026-02-02")]
    row = make_list(cast, content(made, headings), "delegation")
    computed = queries.computed_of(row)
    assert computed is not None
    assert (computed.opened.total.met, computed.opened.total.missed, computed.closed) == (1, 1, None)
    assert row.delegation is not None
    assert row.delegation.number == 1


def test_without_a_delegation_there_is_nothing_to_judge_by(cast: Cast) -> None:
    held = make_list_round(cast)
    given = content([("B-1", "Bistånd", "Chef", "2026-02-02")], ("Ärende", "Beslutstyp", "Roll", "Beslutsdatum"))
    with pytest.raises(RuleBroken):
        actions.take_in_list(round_=held, sent=sent(given, "delegation"), version=held.version, by=cast.alice, now=NOW)


@pytest.mark.parametrize("given", [b"Beslutstyp;Roll\r\nA;", b"Beslutstyp;Roll\r\n", b"x;y\r\nA;B"])
def test_a_delegation_is_whole_or_not_taken(cast: Cast, given: bytes) -> None:
    before = folders()
    with pytest.raises(RuleBroken):
        actions.take_in_delegation(root=cast.root, upload=upload(given), first_day=TODAY, by=cast.eva, now=NOW)
    assert folders() == before


def test_the_delegation_is_not_for_everybody(cast: Cast) -> None:
    given = upload(b"Beslutstyp;Roll\r\nA;B")
    with pytest.raises(NotAllowed):
        actions.take_in_delegation(root=cast.root, upload=given, first_day=TODAY, by=cast.alice, now=NOW)
