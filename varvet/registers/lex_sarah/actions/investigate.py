"""Investigating: each section is saved by itself, and the whole is complete when nothing is missing."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.drafts import drop_draft
from varvet.kernel.records.narratives import keep
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import begin, finish, hold
from varvet.registers.lex_sarah.models import LexSarah, Part, progress_of


@dataclass(frozen=True)
class Section:
    """A part of the investigation as it now reads. `day` and the part `when`: the day it happened, None not known."""

    part: Part
    text: str
    day: date | None = None


def draft_of(case: LexSarah, place: str) -> str:
    """The name under which somebody's draft of a section is kept."""
    return f"lex_sarah.{case.pk}.{place}"


@transaction.atomic
def write_section(*, case: LexSarah, section: Section, version: int, by: User, now: datetime) -> LexSarah:
    """What stood before is kept."""
    current = hold(case, rules.Event.WRITE, version=version, by=by, now=now)
    place = rules.place_of(section.part)
    rules.check_words("text", section.text, rules.SECTIONS[place])
    if section.part is Part.WHEN:
        rules.check_not_ahead("day", section.day, day_of(now))
        _set_day(current, section.day)
    keep(current, {section.part: section.text}, by=by, now=now)
    drop_draft(owner=by, form=draft_of(current, place))
    spine.commit(current, "section_written", by=by, data={"section": place})
    return current


def _set_day(case: LexSarah, day: date | None) -> None:
    """The time of day goes with the day it belonged to."""
    if case.occurred_day != day:
        case.occurred_day, case.occurred_time = day, None
        case.save()


@transaction.atomic
def complete(*, case: LexSarah, version: int, by: User, now: datetime) -> LexSarah:
    """Refused while anything is missing; the page lists what."""
    current = begin(case, rules.Event.COMPLETE, version=version, by=by, now=now)
    rules.check_complete(rules.before_completing(progress_of(current)))
    current.completed_on = day_of(now)
    return finish(current, "completed", by=by)
