"""When something goes wrong, neither the page nor the log says what anybody wrote."""

import logging
from typing import NoReturn

import pytest
from django.db import connection

from tests.secrecy.people import DONE, WHAT, WORDS, Sent, browser_of, report_form, text_in
from varvet.registers.deviations import actions
from varvet.registers.deviations.views import shown_record

MINE = (*WORDS, "Bo Ek", "Alice Lind")


def crash(*_: object, **__: object) -> NoReturn:
    raise RuntimeError("what a bug says")


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    caplog.handler.setFormatter(logging.Formatter("%(levelname)s %(message)s %(exc_info)s"))
    return caplog


@pytest.mark.parametrize("where", ["send", "read"])
def test_a_bug_says_nothing_of_what_was_written(
    sent: Sent, where: str, monkeypatch: pytest.MonkeyPatch, logged: pytest.LogCaptureFixture
) -> None:
    browser = browser_of("Bo Ek")
    browser.raise_request_exception = False
    if where == "send":
        monkeypatch.setattr(actions, "report", crash)
        answer = browser.post("/rapportera/", report_form())
    else:
        monkeypatch.setattr(shown_record, "list_related", crash)  # when the texts have been read
        answer = browser.get(sent.page)
    assert answer.status_code == 500
    assert "what a bug says" in logged.text
    for told in (text_in(answer), logged.text):
        assert not [word for word in MINE if word in told]


@pytest.mark.parametrize(
    ("name", "step", "status"),
    [("Cecilia Berg", "", 404), ("Bo Ek", "bedom/", 403), ("Alice Lind", "ateroppna/", 409)],
)
def test_a_refusal_says_nothing_of_it(
    sent: Sent, name: str, step: str, status: int, logged: pytest.LogCaptureFixture
) -> None:
    answer = browser_of(name).get(f"{sent.page}{step}")
    assert answer.status_code == status
    for told in (text_in(answer), logged.text):
        assert not [word for word in WORDS if word in told]


def test_a_whole_way_through_leaves_no_word_in_the_log(sent: Sent, logged: pytest.LogCaptureFixture) -> None:
    alice = browser_of("Alice Lind")
    for address in (sent.page, f"{sent.page}bedom/", "/", "/avvikelser/", "/finns-inte/"):
        alice.get(address)
    alice.post(f"{sent.page}bedom/", {"version": "0", "note": WHAT})
    browser_of("Bo Ek").post("/rapportera/", report_form(what="", done=DONE))
    assert not [word for word in WORDS if word in logged.text]


def test_pages_with_words_are_not_kept_by_the_browser(sent: Sent) -> None:
    answer = browser_of("Alice Lind").get(sent.page)
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "'unsafe-inline'" not in answer["Content-Security-Policy"]


def test_the_database_holds_no_word_in_plain(sent: Sent) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM deviations_narrative WHERE deviation_id = %s", [sent.record.pk])
        stored = [bytes(text) if isinstance(text, bytes | memoryview) else str(text).encode() for (text,) in cursor]
    assert len(stored) == 3
    assert not [word for word in WORDS if any(word.encode() in text for text in stored)]
