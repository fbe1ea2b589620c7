"""Text that means harm is shown as it was written, and does nothing."""

import html
import re

import pytest
from django.test import Client

from tests.secrecy.people import Sent, browser_of, report_form, send_report, text_in
from varvet.kernel.organisation.models import Category
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import new_key

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea><script>alert(1)</script>",
    "{{7*7}}{% include '/etc/passwd' %}",
    "=cmd|' /C calc'!A0",
    "\u202eredro tsnärflA\u202c",
    "'; DROP TABLE records_record; --",
    "%s %(x)s {0} ${HOME}",
    "&lt;b&gt; \u200b\ufeff \u2028 &amp;",
]
NOTED = {"said_by": "other", "handled": "later"}
LONG = "å" * 20_000
ACTIVE = re.compile(r"<script>alert|<img src=x|onerror=alert\(1\)>", re.IGNORECASE)
ADDRESSES = [
    "/avvikelser/?lage={}&enhet={}&slag={}&efter={}",
    "/lex-sarah/?lage={}&enhet={}&efter={}",
    "/synpunkter/?lage={}&enhet={}&slag={}&efter={}",
    "/atgarder/?lage={}&enhet={}&omrade={}&efter={}",
    "/egenkontroll/?lage={}&enhet={}&omrade={}&efter={}",
    "/personuppgiftsincidenter/?lage={}&enhet={}&efter={}",
    "/siffror/?matt={}&rot={}&fran={}&till={}&sigill={}",
    "/atgarder/ny/?fran={}",
    "/rapportera/?nyckel={}",
    "/?rot={}",
]


def shows(browser: Client, address: str, text: str) -> None:
    """The page shows the text exactly, and nothing in it has become markup."""
    page = browser.get(address).content.decode()
    assert html.unescape(page).count(text) >= 1
    assert not ACTIVE.search(page)


@pytest.mark.parametrize("text", [*HOSTILE, LONG])
def test_in_every_field_of_a_deviation(town: None, text: str) -> None:
    short = text[:400]
    sent = send_report(what=text, affected=short, done=text[:4000])
    alice, page = browser_of("Alice Lind"), sent.page
    shows(alice, page, text)
    shows(alice, page, short)
    _go_through(alice, sent, text)
    shows(alice, page, text)
    shows(browser_of("Bo Ek"), page, text)
    for address in ("/", "/avvikelser/?lage=alla"):
        assert text not in html.unescape(alice.get(address).content.decode())


def _go_through(alice: Client, sent: Sent, text: str) -> None:
    category = Category.objects.filter(list__root=sent.record.root, list__key="deviation_type")[0]
    chosen = {"nature": "deviation", "categories": str(category.pk), "risk": "2-2", "note": text}
    steps = [("bedom", chosen), ("avsluta", {"feedback": text, "lesson": text}), ("ateroppna", {"reason": text[:4000]})]
    for step, fields in steps:
        version = Record.objects.get(pk=sent.record.pk).version
        answer = alice.post(f"{sent.page}{step}/", {**fields, "version": str(version)})
        assert answer.status_code == 302, text_in(answer)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_comes_back_harmless_in_a_form_with_errors(town: None, text: str) -> None:
    answer = browser_of("Bo Ek").post("/rapportera/", report_form(what=text, affected=text, worry=text, when=text))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert html.unescape(page).count(text) >= 2
    assert not ACTIVE.search(page)


@pytest.mark.parametrize("field", ["what", "affected", "done", "when", "unit", "worry", "day", "key"])
@pytest.mark.parametrize("text", ["\x00", "a\x00b", "å" * 20_001])
def test_what_cannot_be_kept_is_refused_at_the_form(town: None, field: str, text: str) -> None:
    before = Record.objects.count()
    answer = browser_of("Bo Ek").post(
        "/rapportera/", report_form(**{"when": "other", "day": "2026-01-02", field: text})
    )
    assert answer.status_code == 422
    assert Record.objects.count() == before


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "{{7*7}}", "=cmd|' /C calc'!A0"])
def test_in_the_other_registers_forms(town: None, text: str) -> None:
    eva = browser_of("Eva Sand")
    unit = report_form()["unit"]
    forms = {
        "/lex-sarah/rapportera/": {"what": text, "at_once": text, "informed": text, "occurred_day": "2026-01-02"},
        "/synpunkter/registrera/": {"what": text, "sender": text, "sort": "complaint", "channel": "spoken"} | NOTED,
        "/personuppgiftsincidenter/ny/": {"what": text, "at_once": text, "aware": "just_now"},
    }
    for address, fields in forms.items():
        answer = eva.post(address, {"key": new_key(), "unit": unit, **fields})
        assert answer.status_code == 302, text_in(answer)
        shows(eva, answer["Location"].removesuffix("kvitto/").removesuffix("registrerad/"), text)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "text", ["%3Cscript%3Ealert(1)%3C/script%3E", "%00", "%27%22%3E", "-1", "9" * 40, "%F0%9F%92%A9"]
)
def test_in_an_address(town: None, address: str, text: str) -> None:
    answer = browser_of("Eva Sand").get(address.replace("{}", text))
    assert answer.status_code in {200, 302, 403, 404}
    assert not ACTIVE.search(answer.content.decode())
