"""What came of holding it: how many took part, what they said, and what it was about."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Category
from varvet.kernel.organisation.shipped_lists import ensure_list
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.involvement import rules
from varvet.registers.involvement.actions.steps import begin, finish
from varvet.registers.involvement.models import THEMES, Activity, Part, Theme
from varvet.registers.involvement.rules import Event, People


@dataclass(frozen=True)
class Heard:
    """`themes` are codes of the root's own list. Nothing said yet is written later."""

    people: People = field(default_factory=People)
    words: str = ""
    themes: tuple[str, ...] = ()


@transaction.atomic
def hold(*, activity: Activity, held_on: date, heard: Heard, version: int, by: User, now: datetime) -> Activity:
    current = begin(activity, Event.HOLD, version=version, by=by, now=now)
    rules.check_held(held_on, day_of(now))
    current.status = rules.check_transition(Event.HOLD, current.status)
    current.held_on = current.occurred_day = held_on
    set_heard(current, heard, by=by, now=now)
    return finish(current, "held", by=by)


@transaction.atomic
def write(*, activity: Activity, heard: Heard, version: int, by: User, now: datetime) -> Activity:
    """New words stand beside those written before; numbers and themes replace the earlier."""
    current = begin(activity, Event.WRITE, version=version, by=by, now=now)
    if current.written_on is None:
        rules.check_words("heard", heard.words, marked("Skriv vad ni hörde."))
    set_heard(current, heard, by=by, now=now)
    return finish(current, "written", by=by)


def set_heard(activity: Activity, heard: Heard, *, by: User, now: datetime) -> None:
    """On a saved activity; the caller saves it again."""
    rules.check_people(heard.people)
    activity.invited, activity.took_part = heard.people.invited, heard.people.took_part
    _set_themes(activity, heard.themes)
    if heard.words.strip():
        rules.check_words("heard", heard.words, marked("Skriv vad ni hörde."))
        keep(activity, {Part.HEARD: heard.words}, by=by, now=now)
        activity.written_on = day_of(now)


def _set_themes(activity: Activity, codes: Iterable[str]) -> None:
    chosen = _categories(activity, list(dict.fromkeys(codes)))
    Theme.objects.filter(activity=activity).delete()
    Theme.objects.bulk_create(Theme(activity=activity, category=category) for category in chosen)
    activity.category_list = chosen[0].list if chosen else None


def _categories(activity: Activity, codes: list[str]) -> list[Category]:
    """Those of the list in force on the day it was held. RuleBroken for a code it does not have."""
    if not codes:
        return []
    by_code = {c.code: c for c in ensure_list(activity.root, THEMES, activity.day).categories.select_related("list")}
    if any(code not in by_code for code in codes):
        raise RuleBroken("activity.themes.list", marked("Valet finns inte i listan. Välj ett annat."), field="themes")
    return [by_code[code] for code in codes]
