"""One's own lex Sarah reports as shown: plain states, and what has happened."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.reported import MyReport
from varvet.kernel.ui.sentences import said
from varvet.registers.lex_sarah import queries
from varvet.registers.lex_sarah.models import LexSarah
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


def my_report(reader: Reader, case: LexSarah) -> dict[str, object]:
    plain = PLAIN[case.status]
    return {
        "case": case,
        "state": said(plain.label),
        "sentence": said(plain.sentence),
        "step": plain.step,
        "steps": [said(label) for label in PLAIN_STEPS],
        "words": queries.read_report(reader, case),
        "trail": [Told(event.at, said(TOLD[event.event])) for event in queries.list_told(case)],
        "handles": queries.handles(reader, case),
    }
