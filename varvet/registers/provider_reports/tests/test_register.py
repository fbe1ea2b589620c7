"""Registering: works once, only for those who may, with its trail, its fact and those who handle told."""

from datetime import date
from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast, make_root
from varvet.kernel.notifications.models import Notification
from varvet.kernel.organisation.models import Category
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.provider_reports import actions
from varvet.registers.provider_reports.models import Provider, ProviderReport
from varvet.registers.provider_reports.tests.factories import (
    CASE,
    INFORMED,
    PAGES,
    SECRET,
    events_of,
    facts_of,
    information,
    make_provider,
    make_types,
    registered,
    words_of,
)


def test_it_is_kept_with_what_the_provider_told(cast: Cast) -> None:
    report = registered(cast)
    assert (report.reference, report.status) == ("LXE-2026-0001", "received")
    assert (report.provider, report.unit, report.law) == (make_provider(cast), cast.a, "lss")
    assert words_of(report) == {"what": SECRET, "at_once": "De ringde jourläkaren.", "case": CASE}
    assert events_of(report) == [("received", 1, cast.dag.pk)]


def test_it_is_counted_the_day_we_were_informed(cast: Cast) -> None:
    report = registered(cast)
    assert facts_of(report) == [("received", INFORMED, "", None)]
    fact = Fact.objects.get(record_id=report.pk)
    assert (fact.kind, fact.channel, fact.provider, fact.category) == ("lss", "mail", "private", "support")


def test_those_who_handle_are_told_but_not_whoever_did_it(cast: Cast) -> None:
    report = registered(cast, by=cast.alice)
    told = Notification.objects.filter(record=report.pk).values_list("receiver_id", "event")
    assert set(told) == {(cast.dag.pk, "arrived"), (cast.eva.pk, "arrived")}
    again = registered(cast)
    assert Notification.objects.filter(record=again.pk, receiver=cast.dag).count() == 0


def test_sent_twice_it_is_one(cast: Cast) -> None:
    content = information(cast)
    made = {actions.register(content=content, key="k" * 24, by=cast.dag, now=NOW).pk for _ in range(2)}
    assert len(made) == ProviderReport.objects.count() == 1


@pytest.mark.parametrize("name", ["bo", "cecilia", "hugo", "gun", "stranger"])
def test_others_may_not(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        registered(cast, by=getattr(cast, name))
    assert not ProviderReport.objects.exists()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"what": " "}, "what.empty"),
        ({"informed_on": date(2026, 3, 17)}, "informed_on.ahead"),
        ({"occurred_day": date(2026, 3, 13)}, "occurred_day.after"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        registered(cast, **changes)
    assert broken.value.code == f"provider_report.{code}"
    assert not ProviderReport.objects.exists()


def test_what_is_another_roots_is_refused(cast: Cast) -> None:
    other = Provider.objects.create(root=make_root("Bortastad"), name="Främmande", first_day=date(2020, 1, 1))
    elsewhere = make_types(cast.other_root)
    theirs = Category.objects.get(list=elsewhere)
    for changes in ({"provider": other}, {"category_list": elsewhere, "category": theirs}, {"category": theirs}):
        with pytest.raises(RuleBroken):
            registered(cast, **changes)
    assert not ProviderReport.objects.exists()


def form(cast: Cast, **changes: Any) -> dict[str, Any]:
    sent = {"key": "x" * 24, "provider": make_provider(cast).pk, "unit": cast.a.pk, "informed_on": "2026-03-12"}
    return {**sent, "channel": "letter", "what": SECRET, "law": "sol", "ours": "unknown", **changes}


def test_the_page_registers_and_shows_it(cast: Cast) -> None:
    shown = text_of(as_(cast.dag).post(f"{PAGES}ny/", form(cast), follow=True))
    assert "LXE-2026-0001 är registrerad." in shown
    assert SECRET in shown


def test_the_page_says_what_is_missing(cast: Cast) -> None:
    answer = as_(cast.dag).post(f"{PAGES}ny/", form(cast, provider="", what="", informed_on="igår"))
    assert answer.status_code == 422
    for sentence in ("Välj utförare.", "Berätta vad utföraren har informerat om.", "Skriv dagen som år-månad-dag"):
        assert sentence in text_of(answer)


def test_a_provider_that_has_ended_is_not_offered(cast: Cast) -> None:
    ended = make_provider(cast, "Nedlagda hemmet", last_day=date(2026, 1, 31), organisation_number="")
    client = as_(cast.dag)
    assert "Nedlagda hemmet" not in text_of(client.get(f"{PAGES}ny/", follow=True))
    assert client.post(f"{PAGES}ny/", form(cast, provider=ended.pk)).status_code == 422


def test_a_manager_who_registers_about_themselves_does_not_read_it(cast: Cast) -> None:
    shown = as_(cast.alice).post(f"{PAGES}ny/", form(cast, about_manager="on"), follow=True)
    assert shown.redirect_chain[-1][0] == PAGES
    assert SECRET not in text_of(shown)


@pytest.mark.parametrize(("name", "status"), [("bo", 403), ("gun", 403), ("alice", 200)])
def test_the_page_is_for_those_who_may(cast: Cast, name: str, status: int) -> None:
    assert as_(getattr(cast, name)).get(f"{PAGES}ny/", follow=True).status_code == status
