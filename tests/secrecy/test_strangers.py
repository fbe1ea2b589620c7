"""Somebody else's record: no page, no trace, and no difference between one that exists and one that does not."""

import pytest
from django.urls import reverse

from tests.secrecy.people import WORDS, Sent, browser_of, page_in, person, report_form, text_in
from varvet.insight.measures.address import signed
from varvet.kernel.access.reader import Reader
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import list_registers
from varvet.registers.deviations.models import Deviation

CECILIA, PETRA, GUN = "Cecilia Berg", "Petra Alm", "Gun Dahl"  # another unit, another municipality, the board
STRANGERS = [CECILIA, PETRA, "Ragnar Lund", GUN, "Hugo Lind"]
LISTS = ["/", "/meny/", "/mina-rapporter/", "/avvikelser/?lage=alla", "/avvikelser/", "/kvalitetsberattelse/"]
CHILDREN = "enheten-for-barn-och-unga"
NOWHERE = "AVV-1999-0001"


@pytest.mark.parametrize("name", STRANGERS)
def test_no_page_of_it_is_found(sent: Sent, name: str) -> None:
    browser, rows = browser_of(name), ReadEvent.objects.count()
    for address in (sent.page, f"{sent.page}kvitto/", *sent.steps):
        assert browser.get(address).status_code == 404, address
    assert ReadEvent.objects.count() == rows


@pytest.mark.parametrize("name", STRANGERS)
def test_nothing_can_be_done_to_it(sent: Sent, name: str) -> None:
    browser, version, trail = browser_of(name), sent.record.version, AuditEvent.objects.count()
    fields = {"version": str(version), "nature": "deviation", "risk": "2-2", "feedback": "x", "reason": "x"}
    for address in sent.steps:
        assert browser.post(address, fields).status_code == 404, address
    assert Deviation.objects.get(pk=sent.record.pk).version == version
    assert AuditEvent.objects.count() == trail


@pytest.mark.parametrize("name", STRANGERS)
def test_what_exists_and_what_does_not_look_the_same(sent: Sent, name: str) -> None:
    browser = browser_of(name)
    there = page_in(browser.get(sent.page)).replace(sent.record.reference, NOWHERE)
    assert there == page_in(browser.get(f"/avvikelser/{NOWHERE}/"))


@pytest.mark.parametrize("name", STRANGERS)
def test_there_is_no_trace_in_what_they_may_open(sent: Sent, name: str) -> None:
    browser, own = browser_of(name), person(name).assignments.get().unit.root
    filtered = f"/avvikelser/?lage=alla&enhet={sent.record.unit_id}"
    for address in (*LISTS, filtered):
        page = text_in(browser.get(address))
        assert not [word for word in WORDS if word in page], address
        if own is not None and own.pk == sent.record.root_id:  # elsewhere the same number may be another record's
            assert sent.record.reference not in page, address


def test_asking_for_another_unit_finds_nothing(sent: Sent) -> None:
    page = text_in(browser_of(CECILIA).get(f"/avvikelser/?lage=alla&enhet={sent.record.unit_id}"))
    assert "0 i urvalet" in page


@pytest.mark.parametrize("name", [CECILIA, GUN])
def test_a_figure_counts_it_but_does_not_name_it(sent: Sent, name: str) -> None:
    year = sent.record.received_at.year
    ask = (
        f"matt=deviations.received_other&rot=bromma&fran={year}-01-01&till={year}-12-31&unit=enheten-for-barn-och-unga"
    )
    theirs, ours = (text_in(browser_of(who).get(f"/siffror/?{signed(ask)}")) for who in (name, "Alice Lind"))
    assert sent.record.reference in ours
    assert sent.record.reference not in theirs
    figures = [page.split(" inkomna övriga avvikelser")[0].split()[-1] for page in (theirs, ours)]
    assert figures[0] == figures[1]  # the report shows it to both
    assert int(figures[0]) >= 1


def test_a_finer_figure_than_the_report_shows_cannot_be_asked_for(sent: Sent) -> None:
    day = sent.record.received_at.date()
    ask = signed(f"matt=deviations.received&rot=bromma&fran={day}&till={day}&unit={CHILDREN}")
    assert browser_of(CECILIA).get(f"/siffror/?{ask}").status_code == 200
    for altered in (ask.replace(CHILDREN, "mottagningsgruppen"), f"severity=serious&{ask}"):
        assert browser_of(CECILIA).get(f"/siffror/?{altered}").status_code == 404


def test_another_municipality_is_not_reached_by_its_name(sent: Sent) -> None:
    ask = signed("matt=deviations.received&rot=bromma&fran=2020-01-01&till=2030-12-31")
    browser = browser_of(PETRA)
    assert browser.get(f"/siffror/?{ask}").status_code == 404
    assert browser_of(CECILIA).get(f"/siffror/?{ask}").status_code == 200
    assert "Bromma" not in text_in(browser.get("/?rot=bromma"))
    assert "Bromma" not in text_in(browser.get("/avvikelser/?rot=bromma&lage=alla"))


@pytest.mark.parametrize("name", ["Bo Ek", "Alice Lind", CECILIA, PETRA, "Ragnar Lund", GUN, "Hugo Lind"])
def test_guessing_numbers_opens_what_they_may_see_and_nothing_else(sent: Sent, name: str) -> None:
    user, browser = person(name), browser_of(name)
    reader = Reader(user, sent.record.received_at.date())
    for register in list_registers():
        visible = set(register.visible_to(reader).values_list("reference", flat=True))
        guesses = Record.objects.filter(kind=register.kind).order_by("-received_at").values_list("reference", flat=True)
        for reference in {*guesses[:12], *sorted(visible)[-2:]}:
            expected = 200 if reference in visible else 404
            answer = browser.get(reverse(register.page, args=[reference]), follow=True)  # to what a reporter sees of it
            assert answer.status_code == expected, reference


def test_a_report_cannot_be_sent_to_a_unit_that_is_not_ones_own(town: None) -> None:
    elsewhere = person(CECILIA).assignments.get().unit_id
    before = Record.objects.count()
    assert browser_of("Bo Ek").post("/rapportera/", report_form(unit=str(elsewhere))).status_code == 422
    assert Record.objects.count() == before


def test_without_logging_in_there_is_only_the_door(sent: Sent) -> None:
    browser = browser_of("Bo Ek")
    browser.logout()
    for address in (*LISTS, sent.page, *sent.steps, "/siffror/?x=1", "/lex-sarah/", "/synpunkter/", "/lag/"):
        assert "/konto/login/" in browser.get(address).get("Location", ""), address
