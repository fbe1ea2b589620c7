"""Taking on what a deviation asks about: a report here, which says next who the provider is."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast, reader_of
from varvet.kernel.questions.answering import accept, list_answerable
from varvet.kernel.questions.asking import ask
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality, Link, Record, Referral
from varvet.registers.provider_reports.models import KIND, ProviderReport
from varvet.registers.provider_reports.rules import Status
from varvet.registers.provider_reports.tests.factories import events_of, facts_of, fresh, page_of, registered

LATER = NOW + timedelta(hours=3)


def question(cast: Cast, **changes: object) -> Referral:
    """Asked by a record that stands in for another register's: this register's own would not ask itself."""
    origin = registered(cast)
    Record.objects.filter(pk=origin.pk).update(**changes)
    return ask(Record.objects.get(pk=origin.pk), KIND, by=cast.alice, now=NOW)


def accepted(cast: Cast, **changes: object) -> ProviderReport:
    return fresh(ProviderReport(pk=accept(referral=question(cast, **changes), by=cast.dag, now=LATER).pk))


def test_accepted_it_is_a_report_of_the_same_unit(cast: Cast) -> None:
    report = accepted(cast)
    origin = Referral.objects.get().origin
    assert (report.status, report.unit, report.occurred_day) == (Status.RECEIVED, cast.a, origin.occurred_day)
    assert (report.provider, report.channel) == (None, "referral")
    assert Link.objects.filter(source=report.pk, target=origin.pk).exists()
    assert [happening for happening, *_ in facts_of(report)] == ["received"]
    assert events_of(report) == [("received", 1, cast.dag.pk)]


def test_who_the_provider_is_comes_next(cast: Cast) -> None:
    page = text_of(as_(cast.dag).get(page_of(accepted(cast))))
    assert "Komplettera uppgifterna" in page
    assert "Läs det ärende som frågan kom från." in page
    assert "Utföraren är inte skriven än" in page


def test_it_is_as_secret_as_what_it_follows_from(cast: Cast) -> None:
    report = accepted(cast, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    assert report.confidentiality == Confidentiality.MANAGER_EXCLUDED
    assert as_(cast.alice).get(page_of(report)).status_code == 404


def test_only_those_who_handle_answer_and_only_once(cast: Cast) -> None:
    asked = question(cast)
    for name in ("alice", "bo", "cecilia", "gun", "hugo", "stranger"):
        with pytest.raises(NotAllowed):
            accept(referral=asked, by=getattr(cast, name), now=LATER)
    assert list(list_answerable(reader_of(cast.dag))) == [asked]
    accept(referral=asked, by=cast.eva, now=LATER)
    with pytest.raises(RuleBroken):
        accept(referral=asked, by=cast.dag, now=LATER)
    assert ProviderReport.objects.count() == 2
