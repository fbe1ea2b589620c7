"""An inspection's page as shown: what is asked, answered and found, and what comes next."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.registry import is_visible
from varvet.kernel.ui.record_parts import events_of
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import Followed, followed
from varvet.registers.inspections import queries, rules
from varvet.registers.inspections.models import INTERNAL, Inspection, Part
from varvet.registers.inspections.rules import BEGUN, Event, Sort, Status
from varvet.registers.inspections.views import shown_points
from varvet.registers.inspections.views.shown_asks import ASKS, HAPPENED
from varvet.registers.inspections.views.shown_missing import address_of, missing_of
from varvet.registers.inspections.views.shown_steps import due_of, reached, steps

ASK = marked("Lägg in frågor att svara på")
NOTES = (*INTERNAL, Part.WITHDRAWN)


@dataclass(frozen=True)
class Way:
    """A step that can be taken now, and where."""

    label: str
    href: str


def record_page(reader: Reader, inspection: Inspection) -> dict[str, object]:
    clock = queries.due_clocks(reader, [inspection]).get(inspection.pk)
    able = queries.can_handle(reader, inspection)
    return {
        "inspection": inspection,
        "handles": able,
        "steps": steps(inspection, reader.today),
        "step": reached(inspection),
        "clock": due_of(clock, reader.today) if clock else None,
        "events": events_of(inspection, HAPPENED),
        "also": [other.unit.name for other in inspection.also.all()],
        "points": shown_points.points_of(reader, inspection),
        "measures": _measures(reader, inspection),
        "asked": _asked(reader, inspection),
        **_labels(inspection),
        **_words(reader, inspection),
        **_next(inspection, able=able),
    }


def _labels(inspection: Inspection) -> dict[str, object]:
    return {
        "status_label": rules.STATUS_LABELS[inspection.status],
        "sort_label": said(rules.SORT_LABELS[inspection.sort]),
        "is_contract": inspection.sort == Sort.CONTRACT,
    }


def _words(reader: Reader, inspection: Inspection) -> dict[str, object]:
    """Of the answer only what was written last: the rest was on the way to it."""
    words = queries.read_narratives(reader, inspection)
    answers = [w for w in words if w.part == Part.ANSWER]
    return {
        "demand": [w for w in words if w.part == Part.DEMAND],
        "answer": answers[-1:],
        "decision": [w for w in words if w.part == Part.DECISION],
        "after": [w for w in words if w.part == Part.CLOSED],
        "notes": [w for w in words if w.part in NOTES],
    }


def _measures(reader: Reader, inspection: Inspection) -> list[Followed]:
    """What it has become elsewhere: improvements that the reader may open."""
    seen = [other for other in list_linked(inspection) if is_visible(reader, other)]
    return list(followed(seen).values())


def _asked(reader: Reader, inspection: Inspection) -> dict[str, object] | None:
    """How far its questions have come; None where it has none and none are put in."""
    rows = [one.question for one in queries.read_questions(reader, inspection)]
    if not rows:
        return None
    done = sum(row.standing == rules.Answering.REVIEWED for row in rows)
    return {
        "total": len(rows),
        "answered": sum(row.answered_on is not None for row in rows),
        "done": done,
        "href": reverse("inspections:questions", args=[inspection.reference]),
    }


def _next(inspection: Inspection, *, able: bool) -> dict[str, object]:
    possible = [event for event in Event if able and rules.suits(event, inspection.sort, inspection.status)]
    wanted = _wanted(inspection)
    first = _way(wanted, inspection) if wanted in possible else None
    ways = [_way(event, inspection) for event in possible if event is not wanted or first is None]
    asks = able and inspection.status in BEGUN | {Status.ANNOUNCED}
    return {
        "first": first,
        "others": [*ways, *([_questions(inspection)] if asks else [])],
        "missing": missing_of(inspection) if able else [],
    }


def _wanted(inspection: Inspection) -> Event:
    """The one next step."""
    answers = inspection.sort in rules.FROM_OUTSIDE
    if inspection.status == Status.RECEIVED:
        return (Event.SEND if inspection.sort == Sort.QUESTIONS else Event.ANSWER) if answers else Event.DECIDE
    if inspection.status == Status.DECIDED and not any(rules.needs_action(p.kind) for p in inspection.points.all()):
        return Event.CLOSE
    return {
        Status.ANNOUNCED: Event.RECEIVE,
        Status.ANSWERING: Event.SEND,
        Status.ANSWERED: Event.CLOSE if inspection.sort == Sort.QUESTIONS else Event.DECIDE,
        Status.DECIDED: Event.FOLLOW,
        Status.FOLLOWING: Event.CLOSE,
    }.get(Status(inspection.status), Event.REOPEN)


def _questions(inspection: Inspection) -> Way:
    return Way(said(ASK), reverse("inspections:ask", args=[inspection.reference]))


def _way(event: Event, inspection: Inspection) -> Way:
    return Way(said(ASKS[event].link), address_of(event, inspection))
