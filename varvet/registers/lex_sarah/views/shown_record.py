"""The page of one case as shown: what it is, what is written, and what comes next."""

from django.utils import timezone

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.ui.record_parts import Step, events_of, list_related, steps_of
from varvet.registers.lex_sarah import queries, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.views.shown_list import row, step_of

HAPPENED = {
    "received": marked("Rapporten togs emot."),
    "imported": marked("Ärendet lästes in från tidigare register."),
    "opened": marked("Utredning inleddes."),
    "not_opened": marked("Utredning inleddes inte."),
    "completed": marked("Utredningen blev klar."),
    "decided": marked("Beslut fattades."),
    "reported_to_authority": marked("Ärendet anmäldes till IVO."),
    "following_up": marked("Uppföljningen av åtgärderna började."),
    "closed": marked("Ärendet avslutades."),
}
NEXT: dict[str, str] = {
    rules.Status.RECEIVED: marked("Ta ställning till om en utredning ska inledas. Det ska ske genast."),
    rules.Status.OPENED: marked("Utred vad som hände, varför, och om det kan hända igen."),
    rules.Status.NOT_OPENED: marked("Inget mer ska göras."),
    rules.Status.INVESTIGATED: marked("Besluta om det var ett missförhållande."),
    rules.Status.DECIDED: marked("Anmäl till IVO om det är allvarligt. Följ annars upp åtgärderna."),
    rules.Status.REPORTED: marked("Följ upp åtgärderna."),
    rules.Status.FOLLOWING_UP: marked("Avsluta när åtgärderna är gjorda."),
    rules.Status.CLOSED: marked("Inget mer ska göras."),
}


def record_page(reader: Reader, case: LexSarah) -> dict[str, object]:
    return {
        "case": case,
        "row": row(case),
        "steps": steps(case),
        "law_label": rules.LAW_LABELS[case.law],
        "outcome_label": rules.OUTCOME_LABELS.get(case.outcome, ""),
        "not_opened_label": rules.NOT_OPENED_LABELS.get(case.not_opened, ""),
        "words": queries.read_narratives(reader, case),
        "origins": list_related(reader, case),
        "next_step": NEXT[case.status],
        "events": events_of(case, HAPPENED),
        "due": queries.investigated_by(case) if case.status in rules.OPEN and not case.completed_on else None,
    }


def steps(case: LexSarah) -> list[Step]:
    days = [day_of(case.received_at), case.opened_on, case.completed_on, case.decided_on, None, case.closed_on]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=step_of(case.status), today=timezone.localdate())
