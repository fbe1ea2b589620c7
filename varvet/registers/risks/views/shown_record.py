"""A risk's page as shown: how it was and is scored, what is done about it, what came true, and what comes next."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, start_day_of
from varvet.kernel.law.days import day_of, working_days_between
from varvet.kernel.law.terms import TermUnit
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.registry import Clock, is_visible
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.matrix import told
from varvet.kernel.ui.matrix_picture import Marked, picture_of
from varvet.kernel.ui.record_parts import Step, events_of, related, steps_of
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import followed, starts_from
from varvet.registers.risks import queries, rules
from varvet.registers.risks.actions.describe import DESCRIBED, EMPTIED
from varvet.registers.risks.models import Happening, Risk, What
from varvet.registers.risks.rules import Event, Score, Status
from varvet.registers.risks.views.shown_asks import ASKS, HAPPENED
from varvet.registers.risks.views.shown_list import spot_of

FIRST = {Status.IDENTIFIED: Event.ASSESS, Status.ASSESSED: Event.TREAT, Status.CLOSED: Event.REOPEN}


@dataclass(frozen=True)
class Due:
    """Days or working days left of how many, and the day."""

    left: int
    total: int
    day: date
    counted_in: str


@dataclass(frozen=True)
class Way:
    """A step that can be taken, and where."""

    label: str
    href: str


@dataclass(frozen=True)
class Past:
    """A line of the risk's history."""

    day: date
    label: str
    product: int | None
    level: str
    by: str


def due_of(clock: Clock, today: date) -> Due:
    due, started = due_day_of(clock), start_day_of(clock)
    if clock.counted_in is TermUnit.WORKING_DAYS:
        total = max(1, working_days_between(started, due))
        return Due(working_days_between(today, due), total, due, "workdays")
    return Due((due - today).days, max(1, (due - started).days), due, "days")


def record_page(reader: Reader, risk: Risk) -> dict[str, object]:
    clock = queries.due_clocks(reader, [risk]).get(risk.pk)
    happenings, words = queries.list_happenings(risk), queries.read_narratives(reader, risk)
    return {
        "risk": risk,
        "handles": queries.can_edit(reader, risk),
        "step": record_parts.step_of(risk.status, rules.STEPS) + (risk.status == Status.CLOSED),
        "steps": _steps(risk, reader.today),
        "clock": due_of(clock, reader.today) if clock else None,
        "received": day_of(risk.received_at),
        "expired": rules.is_expired(risk.accepted_until, reader.today),
        "status_label": said(rules.STATUS_LABELS[risk.status]),
        "occasion_label": said(rules.OCCASION_LABELS[risk.occasion]),
        "told": described(words),
        "words": [word for word in words if word.part not in DESCRIBED],
        "past": [past_of(one) for one in happenings],
        "events": events_of(risk, HAPPENED),
        **_came_true(reader, happenings),
        "points": queries.points_of(risk),
        **_scores(risk),
        **_tied(reader, risk, happenings),
        **_next(reader, risk, happenings),
    }


def described(words: list[Words]) -> list[Words]:
    """What each part of the description says now."""
    latest = {word.part: word for word in words if word.part in DESCRIBED}
    return [latest[part] for part in DESCRIBED if part in latest and latest[part].text != EMPTIED]


def _scores(risk: Risk) -> dict[str, object]:
    if risk.score is None:
        return {"picture": None}
    after = spot_of(risk.residual) if risk.residual else None
    mark = Marked(1, risk.name, spot_of(risk.score), after)
    current = risk.current or risk.score
    return {
        "picture": picture_of({spot_of(current): 1}, [mark], {}),
        "before_told": _told(risk.score),
        "after_told": _told(risk.residual) if risk.residual else "",
    }


def _told(score: Score) -> str:
    return told(score.consequence, score.probability)


def _steps(risk: Risk, today: date) -> list[Step]:
    days = [day_of(risk.received_at), risk.assessed_on, risk.treated_on, risk.closed_on]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=record_parts.step_of(risk.status, rules.STEPS), today=today)


def past_of(happening: Happening) -> Past:
    score = happening.score
    return Past(
        day=happening.on,
        label=str(What(happening.what).label),
        product=score.product if score else None,
        level=said(rules.LEVEL_LABELS[score.level]) if score else "",
        by=happening.by.name if happening.by else "",
    )


def _tied(reader: Reader, risk: Risk, happenings: list[Happening]) -> dict[str, object]:
    """What is done about it elsewhere; what came true stands apart."""
    true = {one.record_id for one in happenings if one.what == What.OCCURRED}
    seen = [other for other in list_linked(risk) if other.pk not in true and is_visible(reader, other)]
    return {
        "measures": list(followed(seen).values()),
        "starts": starts_from(reader, risk) if risk.status in rules.OPEN else [],
    }


def _came_true(reader: Reader, happenings: list[Happening]) -> dict[str, object]:
    """Those the reader may open, by their reference alone; of the others only how many there are."""
    found = queries.came_true(reader, happenings)
    return {"true": [related(record) for record in found.seen], "true_total": found.total}


def _next(reader: Reader, risk: Risk, happenings: list[Happening]) -> dict[str, object]:
    tied = any(one.what == What.OCCURRED for one in happenings)
    possible = [event for event in Event if may(reader, event, risk) and (tied or event is not Event.UNTIE)]
    wanted = wanted_of(reader, risk)
    return {
        "first": _way(wanted, risk) if wanted in possible else None,
        "others": [_way(event, risk) for event in possible if event != wanted],
    }


def wanted_of(reader: Reader, risk: Risk) -> Event:
    """An acceptance that has run out asks for a new decision; else the next step, or the next review."""
    if rules.is_expired(risk.accepted_until, reader.today):
        return Event.ACCEPT if queries.can_accept(reader, risk) else Event.ASSESS
    return FIRST.get(Status(risk.status), Event.REVIEW)


def may(reader: Reader, event: Event, risk: Risk) -> bool:
    able = queries.can_accept(reader, risk) if event is Event.ACCEPT else queries.can_edit(reader, risk)
    return able and rules.may(event, risk.status)


def _way(event: Event, risk: Risk) -> Way:
    return Way(said(ASKS[event].link), address_of(event, risk))


def address_of(event: Event, risk: Risk) -> str:
    return reverse(f"risks:{event}", args=[risk.reference])
