"""An improvement's own page: what it follows, its steps, how its effect is seen, and what became of it elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.records.figures import label_of
from varvet.kernel.records.registry import is_visible
from varvet.kernel.ui.record_parts import Related, Step, events_of, related, steps_of
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.kernel.ui.starts import Start, starts_from
from varvet.kernel.ui.words import integer
from varvet.registers.improvements import actions, queries, rules
from varvet.registers.improvements.models import Improvement, Moment
from varvet.registers.improvements.views.shown_asks import ASKS, HAPPENED
from varvet.registers.improvements.views.shown_list import returning_for, step_of

HANDLED_IN = marked("Hanteras i risken")
FOLLOWS, LED_TO, CAME_FROM = marked("Följer på"), marked("Ledde till"), marked("Kommer från en annan enhet")
MAIN = (rules.Event.START, rules.Event.CARRY_OUT, rules.Event.JUDGE)


@dataclass(frozen=True)
class Way:
    """Words and where they lead."""

    label: str
    href: str
    main: bool = False


@dataclass(frozen=True)
class Tied:
    """Another record and how it hangs together with this one."""

    label: str
    other: Related


@dataclass(frozen=True)
class Read:
    """A measure's figure as shown, with its days and, of a share that is large enough, its interval."""

    label: str
    first: date
    last: date
    figure: str
    interval: str


@dataclass(frozen=True)
class Copied:
    """Another unit's own copy; without an address where the reader does not work."""

    unit: str
    status: str
    status_label: str
    href: str


def record_page(reader: Reader, improvement: Improvement) -> dict[str, object]:
    may_edit = reader.can("improvements.edit", improvement.unit_id)
    may_publish = reader.can(actions.PUBLISH, improvement.unit_id)
    possible = [e for e in rules.Event if rules.may(e, improvement.status, improvement.effect)]
    return {
        "improvement": improvement,
        "status_label": rules.STATUS_LABELS[improvement.status],
        "effect_label": rules.EFFECT_LABELS.get(improvement.effect, ""),
        "cause_label": rules.CAUSE_LABELS.get(improvement.cause, ""),
        "areas": list(improvement.areas.all()),
        "step": way_of(improvement.status),
        "way": way(improvement, reader.today),
        "words": queries.read_narratives(reader, improvement),
        "ties": list(_ties(reader, improvement)),
        "events": events_of(improvement, HAPPENED),
        "links": links(improvement, possible) if may_edit else [],
        "starts": _to_risk(reader, improvement),
        "tells": may_publish and rules.can_be_told(improvement.status, actions.origins_of(improvement)),
        **_plan(improvement),
        **_steps(improvement),
        **_spread(reader, improvement),
        **_history(reader, improvement),
    }


def links(improvement: Improvement, possible: list[rules.Event]) -> list[Way]:
    """The steps that can be taken now, with their addresses."""
    return [Way(ASKS[e].link, reverse(f"improvements:{e}", args=[improvement.reference]), e in MAIN) for e in possible]


def way_of(status: str) -> int:
    """As `step_of`, but past the last step when all of the way is behind."""
    step = step_of(status)
    return step + 1 if step == len(rules.STEPS) else step


def way(improvement: Improvement, today: date) -> list[Step]:
    days = (improvement.decided_on, improvement.started_on, improvement.carried_out_on)
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=len(days), today=today)


def _ties(reader: Reader, improvement: Improvement) -> Iterator[Tied]:
    """Of those the reader may not open, not even the number is told."""
    for tie in queries.list_ties(improvement):
        if is_visible(reader, tie.record):
            came_from = {rules.SPREAD: CAME_FROM, rules.HANDLED: HANDLED_IN}.get(tie.part, FOLLOWS)
            yield Tied(said(came_from if tie.is_origin else LED_TO), related(tie.record))


def _to_risk(reader: Reader, improvement: Improvement) -> list[Start]:
    """What is said to be handled as a risk, and is tied to none, is written in from here."""
    as_risk = improvement.status == rules.Status.IN_RISK_PICTURE or improvement.effect == rules.Effect.IN_RISK_PICTURE
    if not as_risk or queries.has_risk(improvement):
        return []
    return [start for start in starts_from(reader, improvement) if start.kind == rules.RISKS]


def _plan(improvement: Improvement) -> dict[str, object]:
    plan = queries.plan_of(improvement)
    if plan is None:
        return {"plan": None}
    kept = {reading.moment: reading for reading in improvement.readings.all()}
    readings = [kept[moment].content for moment in (Moment.BEFORE, Moment.AFTER) if moment in kept]
    both = len(readings) == 2
    return {
        "plan": plan,
        "how_label": said(rules.HOW_LABELS[plan.how]),
        "measure_label": said(label_of(plan.measure)),
        "readings": [_read(moment, reading) for moment, reading in zip(Moment, readings, strict=False)],
        "compared": [sentence_of(one) for one in rules.compared(*readings)] if both else [],
    }


def _read(moment: Moment, reading: rules.Reading) -> Read:
    around = reading.interval
    interval = f"{_percent(around.low)}–{_percent(around.high)} %" if around else ""
    return Read(str(moment.label), reading.span.first, reading.span.last, figure_of(reading), interval)


def figure_of(reading: rules.Reading) -> str:
    """A count, or a share with what it is a share of."""
    if reading.value is None:
        return _("inte mätt")
    if reading.part is None or reading.whole is None:
        return integer(int(reading.value))
    shown = {"part": integer(reading.part), "whole": integer(reading.whole), "percent": _percent(reading.value)}
    return _("{part} av {whole} ({percent} %)").format(**shown)


def _percent(share: float) -> int:
    return int(100 * share + 0.5 + 1e-9)


def _steps(improvement: Improvement) -> dict[str, object]:
    found = list(improvement.steps.select_related("who"))
    done = sum(step.done_on is not None for step in found)
    return {"todo": found, "done": done, "share": done / len(found) if found else 0}


def _spread(reader: Reader, improvement: Improvement) -> dict[str, object]:
    copies = queries.list_copies(reader, improvement)
    shown = [
        Copied(
            copy.record.unit.name,
            copy.record.status,
            rules.STATUS_LABELS[copy.record.status],
            reverse("improvements:page", args=[copy.record.reference]) if copy.may_open else "",
        )
        for copy in copies
    ]
    done = sum(copy.record.status == rules.Status.DONE for copy in copies)
    return {"copies": shown, "copies_done": done, "copies_share": done / len(copies) if copies else 0}


def _history(reader: Reader, improvement: Improvement) -> dict[str, object]:
    """The earlier ones that make the years in a row, and what is said of them."""
    returning = returning_for(reader, [improvement])
    told = returning.told(improvement)
    if told is None:
        return {"returns": "", "earlier": []}
    rows = queries.visible_to(reader).filter(pk__in=returning.alike(improvement)).order_by("decided_on", "pk")
    return {"returns": sentence_of(told), "earlier": list(rows)}
