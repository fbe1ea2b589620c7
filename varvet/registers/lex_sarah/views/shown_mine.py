"""One's own lex Sarah reports as shown: plain states, and what has happened."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.once import new_key
from varvet.kernel.records.reported import MyReport
from varvet.kernel.ui.sentences import said
from varvet.registers.lex_sarah import forms, queries
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.rules import OPEN
from varvet.registers.lex_sarah.rules.plain import PLAIN, PLAIN_STEPS, TOLD


@dataclass(frozen=True)
class Told:
    """Something that has happened, in a sentence."""

    at: datetime
    sentence: str


def my_rows(reader: Reader) -> list[MyReport]:
    return [_row(case) for case in queries.list_mine(reader)]


def _row(case: LexSarah) -> MyReport:
    plain = PLAIN[case.status]
    return MyReport(
        reference=case.reference,
        href=reverse("lex_sarah:my_report", args=[case.reference]),
        unit=case.unit.name,
        status=case.status,
        label=said(plain.label),
        step=plain.step,
        received=day_of(case.received_at),
        steps=len(PLAIN_STEPS),
    )


def my_report(request: PersonRequest, case: LexSarah, form: forms.AddForm) -> dict[str, object]:
    return {
        **report_state(case),
        "form": form,
        "words": queries.read_report(request.reader, case),
        "handles": queries.handles(request.reader, case),
    }


def report_state(case: LexSarah) -> dict[str, object]:
    """How far a report has come, in plain words: nothing of what it tells."""
    plain = PLAIN[case.status]
    return {
        "case": case,
        "state": said(plain.label),
        "sentence": said(plain.sentence),
        "step": plain.step,
        "steps": [said(label) for label in PLAIN_STEPS],
        "trail": [Told(event.at, said(TOLD[event.event])) for event in queries.list_told(case)],
        "may_add": case.status in OPEN,
    }


def add_form(request: PersonRequest) -> forms.AddForm:
    return forms.AddForm(request.POST or None, initial={"key": new_key()})
