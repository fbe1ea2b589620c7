"""A deviation's page as shown: what was written, what is done about it, what comes next, and who has it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of, working_days_between
from varvet.kernel.organisation.shipped_lists import label_ever
from varvet.kernel.records.narratives import Words
from varvet.kernel.ui.matrix import told
from varvet.kernel.ui.record_parts import events_of, list_related
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import actions, queries, rules
from varvet.registers.deviations.models import Deviation, Part
from varvet.registers.deviations.views.shown_asks import HAPPENED, WORK_ONLY
from varvet.registers.deviations.views.shown_causes import may_edit, ties_of
from varvet.registers.deviations.views.shown_handover import handovers_of
from varvet.registers.deviations.views.shown_list import about_of
from varvet.registers.deviations.views.shown_next import next_of
from varvet.registers.deviations.views.shown_outside import told_of
from varvet.registers.deviations.views.shown_steps import reached, steps

FOUND = (Part.ANALYSIS, Part.ROUTINE, Part.PLAN, Part.FOLLOWED, Part.LESSON)
NOTES = (Part.NOTE, Part.REROUTED, Part.UNMARKED, Part.REASON)


@dataclass(frozen=True)
class Clock:
    """Working days left of how many, and the day it is due."""

    left: int
    total: int
    day: date


@dataclass(frozen=True)
class Tied:
    """Another deviation this one is tied to; no address where the reader may not open it."""

    reference: str
    href: str


def record_page(reader: Reader, deviation: Deviation) -> dict[str, object]:
    handles = queries.reads(reader, deviation)
    return {
        "deviation": deviation,
        "handles": handles,
        "steps": steps(deviation, reader.today),
        "step": reached(deviation),
        "status_label": rules.STATUS_LABELS[deviation.status],
        "about": about_of(deviation),
        "nature_label": said(rules.NATURE_LABELS.get(deviation.nature, "")),
        "mentions": list(deviation.mentions.select_related("category").order_by("-primary", "category__order")),
        "events": [e for e in events_of(deviation, HAPPENED) if handles or e.name not in WORK_ONLY],
        "clock": clock(deviation, reader.today),
        **_said(queries.read_narratives(reader, deviation)),
        **_ties(reader, deviation),
        **next_of(reader, deviation),
        **(_handled(reader, deviation) if handles else {}),
    }


def _said(words: list[Words]) -> dict[str, object]:
    """By who reads them: the report and word to its reporter, what was found, and notes."""
    apart = {*FOUND, *NOTES}
    return {
        "words": [w for w in words if w.part not in apart],
        "found": [w for w in words if w.part in FOUND],
        "notes": [w for w in words if w.part in NOTES],
    }


def _ties(reader: Reader, deviation: Deviation) -> dict[str, object]:
    return {
        "origins": list_related(reader, deviation),
        "joined_to": _tied(reader, deviation.joined_to),
        "duplicate_of": _tied(reader, deviation.duplicate_of),
        "joined": [_tied(reader, other) for other in deviation.joined.order_by("pk")],
        "duplicates": [_tied(reader, other) for other in deviation.duplicates.order_by("pk")],
    }


def _tied(reader: Reader, other: Deviation | None) -> Tied | None:
    """Of a report the reader may not open, not even the number is told."""
    if other is None or not queries.visible_to(reader).filter(pk=other.pk).exists():
        return Tied("", "") if other else None
    return Tied(other.reference, reverse("deviations:page", args=[other.reference]))


def _handled(reader: Reader, deviation: Deviation) -> dict[str, object]:
    """What only those who handle see."""
    return {
        "owners": queries.owners_of(deviation, reader.today) if deviation.status in rules.OPEN else [],
        "readers": queries.list_readers(deviation, reader.today),
        **handovers_of(reader, deviation),
        "outside": told_of(deviation),
        "told_by": queries.told_by(deviation),
        "together": list(deviation.joined.all()),
        "ties": ties_of(reader, deviation),
        "may_edit_causes": may_edit(reader, deviation),
        "risk": told(deviation.consequence, deviation.probability or 1) if deviation.consequence else "",
        "lex_sarah_event": _event_label(deviation),
        "result_label": said(rules.RESULT_LABELS.get(deviation.follow_up_result, "")),
    }


def _event_label(deviation: Deviation) -> str:
    code = deviation.lex_sarah_event
    return label_ever(deviation.root, actions.MUST_BE_ASSESSED, code) if code else ""


def clock(deviation: Deviation, today: date) -> Clock | None:
    """Time left to assess; none when it is assessed or beside the way."""
    if deviation.status not in {rules.Status.RECEIVED, rules.Status.REOPENED}:
        return None
    day, start = queries.assess_by(deviation), deviation.reopened_on or day_of(deviation.received_at)
    return Clock(working_days_between(today, day), max(1, working_days_between(start, day)), day)
