"""An analysis's page as shown: registers side by side, answers under each, conclusions, and what comes next."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, start_day_of
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.record_parts import Step, events_of, steps_of
from varvet.kernel.ui.sentences import said
from varvet.registers.analyses import queries, rules
from varvet.registers.analyses.models import Analysis, Answer
from varvet.registers.analyses.rules import OPEN, WHOLE, Approved, Event, Status
from varvet.registers.analyses.views import shown_conclusions, shown_sheet
from varvet.registers.analyses.views.shown_asks import ASKS, HAPPENED, TAKE_BACK
from varvet.registers.analyses.views.shown_step import missing_of

LINKS = (Event.HOLD, Event.APPROVE, Event.OFFER, Event.ASK, Event.DESCRIBE, Event.ASSIGN, Event.WITHDRAW, Event.REOPEN)


@dataclass(frozen=True)
class Way:
    """A step that can be taken now, and where."""

    label: str
    href: str


@dataclass(frozen=True)
class Due:
    """Days left of how many, and the day."""

    left: int
    total: int
    day: object


@dataclass(frozen=True)
class Asked:
    """A question as shown; `href` is empty where the reader does not answer it."""

    number: int
    question: str
    text: str
    synthetic: bool
    who: str
    on: object
    before: str
    href: str


@dataclass(frozen=True)
class Section:
    """A register with its questions; `part` is None for the whole, and for a register with nothing to show."""

    kind: str
    label: str
    part: shown_sheet.Shown | None
    asked: tuple[Asked, ...]


def record_page(reader: Reader, analysis: Analysis) -> dict[str, object]:
    whole = queries.read_whole(reader, analysis)
    asked = _asked(reader, analysis)
    return {
        "analysis": analysis,
        "title": analysis.stretch.name,
        "status_label": rules.STATUS_LABELS[analysis.status],
        "steps": _steps(analysis, reader),
        "step": _reached(analysis),
        "clock": _clock(reader, analysis),
        "sheet": whole.sheet,
        "heads": shown_sheet.heads_of(analysis),
        "by_chance": shown_sheet.by_chance(whole.sheet),
        "sections": _sections(whole, asked),
        "of_whole": tuple(one for source, one in asked if source == WHOLE),
        "conclusions": shown_conclusions.conclusions_of(reader, analysis, whole),
        "conclude_href": _href(analysis, Event.CONCLUDE) if queries.can_do(reader, analysis, Event.CONCLUDE) else "",
        "reasons": queries.read_reasons(reader, analysis),
        "events": events_of(analysis, HAPPENED),
        **_next(reader, analysis),
    }


def _sections(whole: Approved, asked: list[tuple[str, Asked]]) -> list[Section]:
    """Registers with something to show, and those that somebody has written of."""
    parts = {part.kind: part for part in shown_sheet.parts_of(whole.sheet)}
    found = []
    for kind, label in rules.SOURCE_LABELS.items():
        questions = tuple(one for source, one in asked if source == kind)
        if kind in parts or any(one.text for one in questions):
            found.append(Section(kind, said(label), parts.get(kind), questions))
    return found


def _asked(reader: Reader, analysis: Analysis) -> list[tuple[str, Asked]]:
    able = queries.can_do(reader, analysis, Event.ANSWER)
    before = queries.answers_before(reader, analysis) if analysis.status in OPEN else {}
    rows = queries.read_answers(reader, analysis)
    return [(row.source, _one(analysis, row, before.get((row.source, row.code), ""), able=able)) for row in rows]


def _one(analysis: Analysis, row: Answer, before: str, *, able: bool) -> Asked:
    return Asked(
        number=row.number,
        question=row.question,
        text=row.text or "",
        synthetic=row.synthetic,
        who=row.written_by.name if row.written_by else "",
        on=row.written_on,
        before=before,
        href=reverse("analyses:answer", args=[analysis.reference, row.number]) if able else "",
    )


def _steps(analysis: Analysis, reader: Reader) -> list[Step]:
    days = [None, analysis.held_on, analysis.approved_on]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=record_parts.step_of(analysis.status, rules.STEPS), today=reader.today)


def _reached(analysis: Analysis) -> int:
    """Past the last when it is approved, so that all are done."""
    return record_parts.step_of(analysis.status, rules.STEPS) + (analysis.status == Status.APPROVED)


def _clock(reader: Reader, analysis: Analysis) -> Due | None:
    clock = queries.due_clocks(reader, [analysis]).get(analysis.pk)
    if clock is None:
        return None
    due = due_day_of(clock)
    return Due((due - reader.today).days, max(1, (due - start_day_of(clock)).days), due)


def _next(reader: Reader, analysis: Analysis) -> dict[str, object]:
    ways = {event: _way(analysis, event) for event in LINKS if queries.can_do(reader, analysis, event)}
    if Event.OFFER in ways and analysis.offered_on:
        ways[Event.OFFER] = Way(said(TAKE_BACK.link), reverse("analyses:take_back", args=[analysis.reference]))
    wanted = {Status.PREPARING: Event.HOLD, Status.HELD: Event.APPROVE}.get(Status(analysis.status))
    first = ways.pop(wanted, None) if wanted else None
    missing = missing_of(reader, analysis) if first else []
    return {"first": first, "others": list(ways.values()), "missing": missing}


def _way(analysis: Analysis, event: Event) -> Way:
    return Way(said(ASKS[event].link), _href(analysis, event))


def _href(analysis: Analysis, event: Event) -> str:
    return reverse(f"analyses:{event}", args=[analysis.reference])
