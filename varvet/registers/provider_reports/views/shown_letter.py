"""When there is a letter to a provider, who may take it out, and the letter as it is made."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.reader import Reader
from varvet.kernel.paper.value import Paper
from varvet.kernel.records.confidential import check_within
from varvet.kernel.ui.papers import Form, Order, in_swedish
from varvet.registers.provider_reports import queries, rules
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.queries.letter import read_letter
from varvet.registers.provider_reports.queries.visible import EXCLUDED, HANDLE
from varvet.registers.provider_reports.rules import Event
from varvet.registers.provider_reports.views.paper_request import Made, request_paper

NAME = "begaran"
NOT_HERE = "there is no such letter"


@dataclass(frozen=True)
class Offered:
    """Where the letter is, as PDF and in Word."""

    pdf: str
    word: str


def asked_for(reader: Reader, reference: str, form: str) -> tuple[ProviderReport, Order]:
    """The report and what is asked for; Http404 for what is not there, NotAllowed for who only reads the report."""
    report = get_object_or_404(queries.visible_to(reader), reference=reference)
    if form not in set(Form) or not is_written(report):
        raise Http404(NOT_HERE)
    check_within(report, HANDLE, EXCLUDED, by=reader.user, today=reader.today)
    return report, Order(NAME, Form(form))


def is_written(report: ProviderReport) -> bool:
    """When it has been asked for; before that it may be prepared, once it is known of whom to ask."""
    may_ask = report.provider_id is not None and rules.may(Event.REQUEST, report.status)
    return report.requested_on is not None or may_ask


def made_for(reader: Reader, report: ProviderReport) -> Paper:
    made = Made(reader.user.name, reader.role_label, timezone.now())
    return in_swedish(lambda: request_paper(read_letter(reader, report), made))


def offered(reader: Reader, report: ProviderReport) -> Offered | None:
    if not is_written(report) or not queries.can_handle(reader, report):
        return None
    pdf, word = (reverse("provider_reports:letter", args=[report.reference, form]) for form in (Form.PDF, Form.DOCX))
    return Offered(pdf, word)
