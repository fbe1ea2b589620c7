"""One's own reports as shown: plain states, what is new, and how it went."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import list_registers
from varvet.kernel.records.reported import MyReport
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import actions, forms, queries
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules.plain import PLAIN_STEPS, plain
from varvet.registers.deviations.views import shown_report


@dataclass(frozen=True)
class Told:
    """Something that has happened, in a sentence."""

    at: datetime
    sentence: str


def all_mine(reader: Reader) -> list[MyReport]:
    """What the reader has reported in any register, the newest first."""
    found = [row for register in list_registers() if register.mine for row in register.mine(reader)]
    return sorted(found, key=lambda row: row.received, reverse=True)


def my_rows(reader: Reader) -> list[MyReport]:
    deviations = queries.list_mine(reader)
    news = queries.with_news(reader, deviations)
    return [_row(deviation, is_new=deviation.pk in news) for deviation in deviations]


def _row(deviation: Deviation, *, is_new: bool) -> MyReport:
    state = plain(deviation.status)
    return MyReport(
        reference=deviation.reference,
        href=reverse("deviations:my_report", args=[deviation.reference]),
        unit=deviation.unit.name,
        status=deviation.status,
        label=said(state.label),
        step=state.step,
        received=day_of(deviation.received_at),
        is_new=is_new,
    )


def my_report(request: PersonRequest, deviation: Deviation, form: forms.AddForm) -> dict[str, object]:
    """The reporter's own page; what is new counts as read from now on."""
    words = queries.read_own(deviation, by=request.reader.user)
    actions.mark_seen(deviation=deviation, by=request.reader.user)
    return {
        **report_state(deviation),
        "form": form,
        "readers": shown_report.readers(deviation, request.reader.today),
        "words": [word for word in words if word.part not in queries.ANSWER],
        "answer": [word for word in words if word.part in queries.ANSWER],
        "handles": queries.reads(request.reader, deviation),
    }


def report_state(deviation: Deviation) -> dict[str, object]:
    """How far a report has come, in plain words: nothing of what it tells."""
    state = plain(deviation.status)
    return {
        "deviation": deviation,
        "state": said(state.label),
        "sentence": said(state.sentence),
        "step": state.step + 1 if deviation.is_closed else state.step,
        "steps": [said(label) for label in PLAIN_STEPS],
        "due": queries.assess_by(deviation) if deviation.assessed_on is None and state.step == 1 else None,
        "told": [Told(row.event.at, said(row.sentence)) for row in queries.list_happened(deviation)],
    }


def add_form(request: PersonRequest) -> forms.AddForm:
    return forms.AddForm(request.POST or None, initial=fresh(request, []))
