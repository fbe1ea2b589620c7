"""The events of one investigation: each with its type, its day and its words; the decision judges each."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.classify import check_type
from varvet.registers.lex_sarah.actions.steps import finish, hold
from varvet.registers.lex_sarah.models import CaseEvent, LexSarah, Narrative, Part


@dataclass(frozen=True)
class Happening:
    """An event as written. `day` is None when it is not known."""

    category: Category
    day: date | None
    words: str


@transaction.atomic
def add_event(*, case: LexSarah, content: Happening, version: int, by: User, now: datetime) -> CaseEvent:
    current = hold(case, rules.Event.WRITE, version=version, by=by, now=now)
    _check(current, content, now)
    last = current.events.aggregate(last=Max("number"))["last"] or 0
    event = CaseEvent.objects.create(case=current, number=last + 1, category=content.category, day=content.day)
    _say(event, content.words, by, now)
    spine.commit(current, "event_added", by=by, data={"number": event.number, "category": content.category.code})
    return event


@transaction.atomic
def change_event(*, event: CaseEvent, content: Happening, version: int, by: User, now: datetime) -> CaseEvent:
    """The case is of the type of its first event."""
    current = hold(event.case, rules.Event.WRITE, version=version, by=by, now=now)
    _check(current, content, now)
    found = _event_of(current, event.pk)
    found.category, found.day = content.category, content.day
    found.save()
    _say(found, content.words, by, now)
    _follow_first(current)
    finish(current, "event_changed", by=by, data={"number": found.number, "category": content.category.code})
    return found


@transaction.atomic
def remove_event(*, event: CaseEvent, version: int, by: User, now: datetime) -> None:
    current = hold(event.case, rules.Event.WRITE, version=version, by=by, now=now)
    found = _event_of(current, event.pk)
    if current.events.count() == 1:
        raise RuleBroken("lex_sarah.event.only", "En utredning har minst en händelse. Ändra den i stället.")
    found.delete()
    _follow_first(current)
    finish(current, "event_removed", by=by, data={"number": found.number})


def _follow_first(case: LexSarah) -> None:
    first = case.events.select_related("category").order_by("number")[0]
    if case.category_id != first.category_id:
        case.category = first.category
        case.save()


def _check(case: LexSarah, content: Happening, now: datetime) -> None:
    check_type(case.category_list, content.category)
    rules.check_words("words", content.words, "Skriv vad som hände.")
    rules.check_not_ahead("day", content.day, day_of(now))


def _event_of(case: LexSarah, pk: int) -> CaseEvent:
    found = CaseEvent.objects.filter(case=case, pk=pk).first()
    if found is None:
        raise RuleBroken("lex_sarah.event.gone", "Händelsen finns inte längre.")
    return found


def _say(event: CaseEvent, words: str, by: User, now: datetime) -> None:
    Narrative.objects.create(
        case=event.case, happening=event, part=Part.HAPPENING, text=words.strip(), written_by=by, written_at=now
    )
