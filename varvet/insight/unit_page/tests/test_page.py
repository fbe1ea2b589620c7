"""The unit's page: every figure as a count of its own says, who may open it, and what an empty or odd unit shows."""

import re
from collections import Counter
from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from varvet.insight.measures.tests.samples import add_fact
from varvet.insight.unit_page.page import unit_page
from varvet.insight.unit_page.tests.counted import mention, received, reported, took
from varvet.insight.unit_page.value import BarTable, UnitPage
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import TODAY, Cast, make_unit, reader_of
from varvet.kernel.organisation.models import Exposure, SeriesBreak, Succession, Unit
from varvet.kernel.organisation.tree import rebuild_below
from varvet.kernel.records.models import Confidentiality, Fact, Record

pytestmark = [pytest.mark.django_db, pytest.mark.facts_differ]  # facts are written by hand here
PERIOD = "2025-t3"  # September to December
DAYS = [date(2025, 8, 31), date(2025, 9, 1), date(2025, 11, 5), date(2025, 12, 31), date(2026, 1, 1)]


def page_for(cast: Cast, user: User, unit: Unit, period: str = PERIOD) -> UnitPage:
    return unit_page(reader_of(user), cast.root, unit, period)


def table(page: UnitPage, name: str) -> dict[str, tuple[object, int]]:
    found = [each for each in (*page.tables, page.types) if isinstance(each, BarTable) and each.id == name]
    return {row.name: (row.number.number, row.before) for each in found for row in each.rows}


def numbers(page: UnitPage) -> list[object]:
    return [figure.number for _, figure in page.sentences[0].figures]


@pytest.fixture
def facts(cast: Cast) -> Cast:
    """A little of everything on and around the borders of the period."""
    for place, day in enumerate(DAYS):
        for unit, count in ((cast.a, 1), (cast.b, place + 1)):
            received(unit, day, count=count)
            mention(unit, day, "delay" if place % 2 else "treatment", count=count)
            took("assessed", unit, day, days=place)
            took("closed", unit, day, days=10 * place)
    return cast


def recount(happening: str, units: set[int], first: date, last: date) -> Counter[str]:
    """By category, row by row, with no query of the page's own."""
    found: Counter[str] = Counter()
    for fact in Fact.objects.filter(register="deviations", happening=happening):
        if fact.unit_id in units and first <= fact.day <= last:
            found[fact.category] += fact.count
    return found


def test_every_count_is_what_a_recount_says(facts: Cast) -> None:
    first, last, before = date(2025, 9, 1), date(2025, 12, 31), (date(2025, 5, 1), date(2025, 8, 31))
    both = {facts.a.pk, facts.b.pk}
    page = page_for(facts, facts.eva, facts.department)
    assert numbers(page) == [sum(recount("received", both, first, last).values()), 2] == [12, 2]
    now, was = recount("mention", both, first, last), recount("mention", both, *before)
    assert table(page, "typer") == {
        "Fördröjning": (now["delay"], was["delay"]),
        "Bemötande": (now["treatment"], was["treatment"]),
    }
    assert table(page, "enheter") == {"Mottagning B": (9, 1), "Mottagning A": (3, 1)}
    assert table(page, "slag") == {"Avvikelse": (12, 2)}
    by_month = [row.number.number for row in page.months.rows if row.number]
    assert by_month == [0, 0, 0, 0, 0, 0, 0, 2, 3, 0, 4, 5]
    assert page.months.reading == "Flest kom i december 2025: 5 av 14 på tolv månader."


def test_a_unit_counts_itself_alone(facts: Cast) -> None:
    page = page_for(facts, facts.alice, facts.a)
    assert numbers(page) == [3, 1]
    assert table(page, "enheter") == {}


def test_lead_times_are_of_what_was_done_in_the_period(facts: Cast) -> None:
    times = page_for(facts, facts.eva, facts.department).times
    assert times is not None
    assert [(row.name, row.number.number, row.median, row.half, row.longest, row.before) for row in times.rows] == [
        ("Dagar till bedömning", 6, "2", "1,3–2,8", "3", "för få"),
        ("Dagar till avslut", 6, "20", "12,5–27,5", "30", "för få"),
    ]
    assert times.reading == "Hälften bedömdes inom 2 dagar."
    few = page_for(facts, facts.alice, facts.a).times
    assert few is not None
    assert few.reading == "För få är klara för att säga hur lång tid det brukar ta."
    assert [(row.median, row.half) for row in few.rows] == [("för få", "–"), ("för få", "–")]


def test_those_that_wait_are_named_beside_the_median(facts: Cast) -> None:
    for number, status in enumerate(("received", "received", "assessed", "closed"), 1):
        open_record(facts, facts.a, number, status)
    page = page_for(facts, facts.alice, facts.a)
    assert page.times is not None
    assert page.times.notes == (
        "2 väntar ännu på bedömning, den äldsta sedan 2 dagar. De ingår inte.",
        "1 är bedömd men inte avslutad. Den kom in för 3 dagar sedan.",
    )
    assert [(row.register, row.state, row.count) for row in page.waiting.rows] == [
        ("Avvikelser", "Mottagen", 2),
        ("Avvikelser", "Bedömd", 1),
    ]
    assert page.waiting.reading == "3 ärenden är öppna, det äldsta sedan 3 dagar."


def open_record(cast: Cast, unit: Unit, number: int, status: str, **more: str) -> Record:
    values = {"kind": "deviations", "reference": f"AVV-2026-{number:04}", "status": status, **more}
    from_day = TODAY - timedelta(number)
    return Record.objects.create(root=cast.root, unit=unit, received_at=f"{from_day}T09:00:00Z", **values)


def test_what_shuts_somebody_out_is_in_no_number(facts: Cast) -> None:
    shut = open_record(facts, facts.a, 1, "received", confidentiality=Confidentiality.MANAGER_EXCLUDED)
    received(facts.a, date(2025, 10, 1), record_id=shut.pk)
    page = page_for(facts, facts.alice, facts.a)
    assert numbers(page) == [3, 1]
    assert page.waiting.rows == ()


def test_a_tally_counts_as_many_in_figures_and_once_in_silence(cast: Cast) -> None:
    received(cast.a, date(2025, 10, 31), count=40)
    reported(cast.a, date(2025, 10, 31), count=40)
    page = page_for(cast, cast.alice, cast.a)
    assert numbers(page) == [40, 0]
    [row] = page.silence.rows
    assert row.said == "För litet underlag för att bedöma."
    assert row.days == "136 dagar"


def test_a_silent_unit_is_told_with_its_chance_and_without_blame(cast: Cast) -> None:
    for place in range(20):
        reported(cast.a, TODAY - timedelta(150 + 14 * place))
    reported(cast.b, TODAY - timedelta(3))
    silence = page_for(cast, cast.eva, cast.department).silence
    assert silence.reading == "1 enhet av 2 har varit tyst längre än väntat."
    assert [(row.name, row.days, row.unusual) for row in silence.rows] == [
        ("Mottagning A", "150 dagar", True),
        ("Mottagning B", "3 dagar", False),
    ]
    assert silence.rows[0].said == "Ovanligt länge. Av slumpen händer det mindre än 1 gång av 100."


def test_where_staff_is_known_the_roots_rate_judges_a_unit_that_never_reports(cast: Cast) -> None:
    for unit, staff in ((cast.a, 10), (cast.b, 90)):
        Exposure.objects.create(unit=unit, month=date(2026, 1, 1), staff=staff)
    for place in range(60):
        reported(cast.b, TODAY - timedelta(6 * place))
    rows = {row.name: row for row in page_for(cast, cast.eva, cast.department).silence.rows}
    assert rows["Mottagning A"].days == "ingen rapport"
    assert rows["Mottagning A"].unusual, "a tenth of the staff, sixty reports a year: eighteen expected in three years"


def test_an_empty_unit_says_so(cast: Cast, client: Client) -> None:
    page = page_for(cast, cast.alice, cast.a, "")
    assert numbers(page) == [0, 0]
    assert page.months.reading == "Inga avvikelser har kommit in på tolv månader."
    assert (page.types, page.tables, page.times) == (None, (), None)
    assert page.silence.reading == "Ingen rapport finns på tre år."
    assert page.waiting.reading == "Inget ärende väntar just nu."
    text = read(client, cast.alice, f"/enheten/{cast.a.pk}/")
    assert "Fler rapporter betyder inte sämre kvalitet." in text


def test_one_report_is_told_in_the_singular(cast: Cast) -> None:
    received(cast.a, TODAY)
    reported(cast.a, TODAY)
    page = page_for(cast, cast.alice, cast.a, "")
    assert page.sentences[0].text.startswith("{count} avvikelse har kommit in hittills under tertial 1 2026.")
    assert table(page, "slag") == {"Avvikelse": (1, 0)}
    assert page.silence.reading == "Den senaste rapporten kom i dag."


def test_who_was_told_is_a_part_of_those_closed_in_the_period(facts: Cast) -> None:
    for record, told in ((1, True), (2, False), (3, True)):
        took("closed", facts.b, date(2025, 9, 9), days=9, record_id=record)
        if told:
            took("told", facts.b, date(2026, 1, 2), days=9, record_id=record)
    sentence = page_for(facts, facts.eva, facts.b).sentences[1]
    assert sentence.text == "{answered} av {closed} avslutade har noterad återkoppling till den som rapporterade."
    assert [figure.number for _, figure in sentence.figures] == [2, 6]


def test_causes_and_good_examples_are_counted_apart_from_deviations(facts: Cast) -> None:
    add_fact(facts.a, DAYS[1], register="deviations", happening="cause", category="routine", kind="deviation", count=2)
    received(facts.a, DAYS[1], kind="good_example")
    page = page_for(facts, facts.alice, facts.a)
    assert table(page, "orsaker") == {"routine": (2, 0)}, "a code without a label says itself"
    assert numbers(page) == [3, 1]
    assert table(page, "slag") == {"Avvikelse": (3, 1), "Gott exempel": (1, 0)}
    assert page.sentences[-1].text == "{count} gott exempel är rapporterat."


def test_a_series_break_is_flagged_with_its_reason(facts: Cast) -> None:
    for unit, day in ((facts.a, date(2025, 10, 1)), (facts.b, date(2025, 11, 1)), (facts.a, date(2024, 1, 1))):
        SeriesBreak.objects.create(unit=unit, measure="deviations.received", day=day, reason="Ny rutin.")
    page = page_for(facts, facts.alice, facts.a)
    assert page.months.notes == ("Mottagning A räknar på ett annat sätt från 2025-10-01. Ny rutin.",)
    assert len(page.months.wide.breaks) == 1
    assert page.breaks == page.months.notes
    assert len(page_for(facts, facts.eva, facts.department).breaks) == 2
    assert page_for(facts, facts.alice, facts.a, "2026-t1").breaks == page.breaks, "the one before was broken"
    assert page_for(facts, facts.alice, facts.a, "2025-t2").breaks == ()


def test_a_successor_carries_the_series_on(facts: Cast) -> None:
    after = make_unit("Mottagning C", facts.department)
    Succession.objects.create(before=facts.b, after=after, day=date(2025, 12, 1))
    rebuild_below(facts.root)
    page = page_for(facts, facts.eva, after)
    assert numbers(page) == [9, 1], "what B received is now C's"
    assert table(page_for(facts, facts.eva, facts.department), "enheter") == {
        "Mottagning C": (9, 1),
        "Mottagning A": (3, 1),
    }


def test_what_no_unit_below_stands_for_has_a_row_of_its_own(facts: Cast) -> None:
    received(facts.department, date(2025, 9, 9), count=7)
    rows = table(page_for(facts, facts.eva, facts.department), "enheter")
    assert rows["Direkt på enheten, eller där enheten har flyttat"] == (7, 0)
    assert sum(int(str(number)) for number, _ in rows.values()) == 19


def read(client: Client, user: User, address: str, status: int = 200) -> str:
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == status, address
    return unescape(response.content.decode())


def test_every_figure_leads_to_as_many_records(facts: Cast, client: Client) -> None:
    text = read(client, facts.eva, f"/enheten/{facts.department.pk}/?period={PERIOD}")
    links = re.findall(r'<a class="fg" href="(/siffror/[^"]+)">([^<]+)</a>', text)
    assert len(links) >= 12 + 2 + 2 + 2 + 1 + 2
    for address, number in links:
        heading = re.search(r"<h1>(.*?)</h1>", read(client, facts.eva, address), re.DOTALL)
        assert heading
        told = heading[1].split()[0]
        assert told == number or "dag" in heading[1], address


@pytest.mark.parametrize(
    ("name", "unit", "status"),
    [
        ("alice", "a", 200), ("alice", "b", 404), ("alice", "department", 404), ("eva", "b", 200), ("dag", "root", 200),
        ("bo", "a", 403), ("gun", "root", 403), ("hugo", "root", 403), ("stranger", "a", 404),
        ("eva", "other_unit", 404),
    ],
)  # fmt: skip
def test_the_page_is_for_those_who_lead_the_unit(cast: Cast, client: Client, name: str, unit: str, status: int) -> None:
    read(client, getattr(cast, name), f"/enheten/{getattr(cast, unit).pk}/", status)


def test_ones_own_unit_is_found_and_the_form_leads_on(cast: Cast, client: Client) -> None:
    client.force_login(cast.eva)
    assert client.get("/enheten/")["Location"] == f"/enheten/{cast.root.pk}/"
    asked = client.get(f"/enheten/?enhet={cast.a.pk}&period=2025-h1")
    assert asked["Location"] == f"/enheten/{cast.a.pk}/?period=2025-h1"
    assert client.get("/enheten/?period=a%0d%0ab")["Location"] == f"/enheten/{cast.root.pk}/"
    assert client.get(f"/enheten/?enhet={cast.other_unit.pk}").status_code == 404


@pytest.mark.parametrize("period", ["2025-x1", "x", "2025-t9", "2025-t%00"])
def test_what_names_no_period_is_not_found(cast: Cast, client: Client, period: str) -> None:
    read(client, cast.alice, f"/enheten/{cast.a.pk}/?period={period}", 404)


def test_no_way_leads_to_a_period_that_has_not_begun(cast: Cast) -> None:
    around = page_for(cast, cast.alice, cast.a, "").around
    assert (around.earlier.label, around.later) == ("tertial 3 2025", None)
    earlier = page_for(cast, cast.alice, cast.a).around
    assert earlier.later is not None
    assert earlier.later.label == "tertial 1 2026"


def test_the_page_asks_twelve_times_however_much_there_is(facts: Cast) -> None:
    def asked() -> int:
        reader = reader_of(facts.eva)
        reader.units("unit_page.view")
        with CaptureQueriesContext(connection) as queries:
            unit_page(reader, facts.root, facts.department, PERIOD)
        return len(queries)

    before = asked()
    for place in range(30):
        received(facts.a, date(2025, 10, 1) + timedelta(place))
        add_fact(facts.b, date(2025, 10, 1), register="deviations", happening="closed", days=place)
    assert asked() == before <= 13
