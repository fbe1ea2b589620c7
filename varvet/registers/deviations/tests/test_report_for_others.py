"""Reporting for somebody else: the colleague follows it, free words are kept encrypted, the event's time is kept."""

import html
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, make_person, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact, Record
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions, queries, rules
from varvet.registers.deviations.actions import Origin
from varvet.registers.deviations.models import Channel, Deviation, Reporting
from varvet.registers.deviations.tests.factories import assessment, reported
from varvet.registers.deviations.views.shown_report import signed_unit

FORM = "/rapportera/"
WORDS = "en vikarie på kvällen"


def sent(cast: Cast, **changes: object) -> dict[str, object]:
    form = {"key": new_key(), "what": "Kallelsen gick fel.", "when": "today", "unit": cast.a.pk, "worry": "2"}
    return {**form, **changes}


def test_a_colleague_sees_what_was_reported_for_them(cast: Cast) -> None:
    colleague = make_person("Cim", "employee", cast.a)
    deviation = reported(cast, origin=Origin(channel=Channel.PHONE, on_behalf_of=colleague))
    for user in (cast.bo, colleague):
        assert queries.reported_by(reader_of(user)).get() == deviation
        assert queries.visible_to(reader_of(user)).get() == deviation
    assert queries.told_by(deviation) == "Cim"


def test_both_are_told_how_it_goes(cast: Cast) -> None:
    colleague = make_person("Cim", "employee", cast.a)
    deviation = reported(cast, origin=Origin(channel=Channel.PHONE, on_behalf_of=colleague))
    about = assessment(cast)
    actions.assess(deviation=deviation, assessment=about, version=deviation.version, by=cast.alice, now=NOW)
    told = Notification.objects.filter(event=Event.ASSESSED)
    assert {row.receiver for row in told} == {cast.bo, colleague}


def test_who_told_it_is_kept_encrypted(cast: Cast) -> None:
    deviation = reported(cast, origin=Origin(channel=Channel.PHONE, told_by=WORDS))
    assert queries.told_by(deviation) == WORDS
    with connection.cursor() as cursor:
        cursor.execute("SELECT told_by FROM deviations_reporting")
        assert b"vikarie" not in bytes(cursor.fetchone()[0])


def test_an_ordinary_report_leaves_no_row_of_its_own(cast: Cast) -> None:
    deviation = reported(cast)
    assert not Reporting.objects.exists()
    assert queries.told_by(deviation) == ""


def test_the_channel_is_counted_and_told_in_the_trail(cast: Cast) -> None:
    deviation = reported(cast, origin=Origin(channel=Channel.PAPER))
    assert Fact.objects.get(record_id=deviation.pk, happening="received").channel == "paper"
    assert AuditEvent.objects.get(record_id=deviation.pk).data == {"channel": "paper"}


def test_a_colleague_of_another_unit_is_refused(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        reported(cast, origin=Origin(on_behalf_of=cast.cecilia))
    assert (broken.value.code, broken.value.field) == ("deviation.colleague", "colleague")
    assert not Record.objects.exists()


def test_the_events_time_is_kept_with_another_day(cast: Cast) -> None:
    deviation = reported(cast, when=rules.When.OTHER, day=date(2026, 3, 2), clock=time(7, 45))
    assert (deviation.occurred_day, deviation.occurred_time) == (date(2026, 3, 2), time(7, 45))
    assert deviation.received_at == NOW


def test_a_time_of_day_with_today_is_not_kept(cast: Cast) -> None:
    assert reported(cast, when=rules.When.TODAY, clock=time(7, 45)).occurred_time is None


@pytest.mark.parametrize(
    ("clock", "accepted"), [(time(10, 30), True), (time(10, 31), False), (time(23, 59), False), (None, True)]
)
def test_a_time_that_lies_ahead_is_refused(cast: Cast, clock: time | None, accepted: bool) -> None:  # noqa: FBT001
    """NOW is half past ten in Sweden."""
    content: dict[str, Any] = {"when": rules.When.OTHER, "day": TODAY, "clock": clock}
    if accepted:
        assert reported(cast, **content).occurred_time == clock
    else:
        with pytest.raises(RuleBroken, match="Klockslaget"):
            reported(cast, **content)


def test_the_form_offers_ones_colleagues_and_nobody_else(cast: Cast) -> None:
    page = text_of(as_(cast.bo).get(FORM, follow=True))
    assert "Alice" in page
    assert "Cecilia" not in page
    assert "<details" in page
    assert "<details open" not in page.replace(' class="fold"', "")


def test_too_many_colleagues_are_not_listed(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("varvet.registers.deviations.queries.unit_links.MOST_COLLEAGUES", 0)
    assert queries.list_colleagues(reader_of(cast.bo)) == []
    assert "Kollegan som berättade" not in text_of(as_(cast.bo).get(FORM, follow=True))


def test_a_paper_form_is_registered_with_its_day_and_time(cast: Cast) -> None:
    page = text_of(as_(cast.bo).get(f"{FORM}?papper=1", follow=True))
    assert '<option value="paper" selected>' in page
    answer = as_(cast.bo).post(
        FORM,
        sent(cast, when="other", day="2026-01-05", clock="06:15", came="paper", told_by=WORDS, opened="1"),
    )
    assert answer.status_code == 302
    deviation = Deviation.objects.get()
    assert (deviation.channel, deviation.occurred_day, deviation.occurred_time) == (
        "paper",
        date(2026, 1, 5),
        time(6, 15),
    )
    assert deviation.seconds_to_report is None, "writing off a paper form tells nothing of how long reporting takes"
    assert queries.told_by(deviation) == WORDS


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"colleague": "0"}, "Välj en kollega i listan."),
        ({"told_by": "x" * 201}, "Skriv högst 200 tecken."),
        ({"when": "other", "day": "2026-01-05", "clock": "kvart över"}, "Skriv tiden som timmar och minuter"),
    ],
)
def test_what_is_wrong_is_said_and_the_part_stays_open(cast: Cast, changes: dict[str, object], sentence: str) -> None:
    answer = as_(cast.bo).post(FORM, sent(cast, **changes))
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert ('class="fold" open' in text_of(answer)) is ("clock" not in changes)


def test_the_address_behind_a_qr_code_chooses_the_unit(cast: Cast) -> None:
    client = as_(cast.eva)  # who reports anywhere in the root
    for unit in (cast.a, cast.b):
        page = text_of(client.get(f"{FORM}?enhet={signed_unit(unit)}", follow=True))
        assert f'<option value="{unit.pk}" selected>' in page


@pytest.mark.parametrize("written", ["1", "1:x", "", "x" * 500, "%00"])
def test_an_address_that_is_not_ours_chooses_nothing(cast: Cast, written: str) -> None:
    page = text_of(as_(cast.bo).get(f"{FORM}?enhet={written}", follow=True))
    assert f'<option value="{cast.a.pk}" selected>' in page


def test_a_signed_unit_that_is_not_ones_own_is_not_offered(cast: Cast) -> None:
    page = text_of(as_(cast.bo).get(f"{FORM}?enhet={signed_unit(cast.b)}", follow=True))
    assert "Mottagning B" not in page


def test_the_colleague_reads_the_receipt_and_nobody_else(cast: Cast) -> None:
    colleague = make_person("Cim", "employee", cast.a)
    deviation = reported(cast, origin=Origin(on_behalf_of=colleague))
    address = f"/avvikelser/{deviation.reference}/kvitto/"
    assert as_(colleague).get(address).status_code == 200
    assert as_(cast.alice).get(address).status_code == 404


def test_the_clock_of_the_rule_is_swedens(cast: Cast) -> None:
    """Half past midnight in Sweden, summer time: 22.30 UTC the day before."""
    now = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    content: dict[str, Any] = {"when": rules.When.OTHER, "day": date(2026, 7, 2), "clock": time(0, 29)}
    assert reported(cast, now=now, **content).occurred_time == time(0, 29)
    assert timezone.localtime(now).hour == 0


def test_a_resend_keeps_the_first_origin(cast: Cast) -> None:
    report = actions.Report(
        unit=cast.a, what="Fel dag.", when=rules.When.TODAY, worry=1, origin=Origin(channel=Channel.PAPER, told_by="a")
    )
    for _ in range(2):
        actions.report(content=report, key="one", by=cast.bo, now=NOW)
    assert Reporting.objects.count() == 1


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "{{7*7}}", "=cmd|' /C calc'!A0", "\u202eredro\u202c"])
def test_hostile_words_of_who_told_it_are_shown_as_text(cast: Cast, text: str) -> None:
    deviation = reported(cast, origin=Origin(channel=Channel.PHONE, told_by=text))
    page = text_of(as_(cast.alice).get(f"/avvikelser/{deviation.reference}/"))
    assert text in html.unescape(page)
    assert "<script>alert" not in page
    own = text_of(as_(cast.bo).get(f"/avvikelser/{deviation.reference}/"))
    assert text not in html.unescape(own), "who told it is read by those who handle"
