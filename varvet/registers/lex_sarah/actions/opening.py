"""Opening an investigation, or deciding with a reason not to."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import tell
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.records.models import Link, LinkKind
from varvet.kernel.records.narratives import keep
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.assign import check_investigator
from varvet.registers.lex_sarah.actions.classify import check_type
from varvet.registers.lex_sarah.actions.impartiality import vouch
from varvet.registers.lex_sarah.actions.steps import begin, finish
from varvet.registers.lex_sarah.models import CaseEvent, LexSarah, Part, tied


@dataclass(frozen=True)
class Opening:
    """By which act, of which type and by whom; `impartial` is the word of whoever opens it that they are not biased.

    Without an investigator, whoever opens it investigates.
    """

    law: rules.Law
    category_list: CategoryList
    category: Category
    impartial: bool
    investigator: User | None = None


@dataclass(frozen=True)
class Refusal:
    """Why no investigation is opened, coded and in words; `other` is the case where the event is investigated."""

    reason: rules.NotOpened
    explanation: str
    other: LexSarah | None = None


@transaction.atomic
def open_investigation(*, case: LexSarah, opening: Opening, version: int, by: User, now: datetime) -> LexSarah:
    """The report's event becomes the first of the case; more can be added."""
    current = begin(case, rules.Event.OPEN, version=version, by=by, now=now)
    rules.check_impartial(impartial=opening.impartial)
    check_type(opening.category_list, opening.category)
    _name_investigator(current, opening.investigator or by, by=by, now=now)
    current.law = opening.law
    current.category_list, current.category = opening.category_list, opening.category
    current.opened_on = day_of(now)
    CaseEvent.objects.create(case=current, number=1, category=opening.category, day=current.occurred_day)
    return finish(current, "opened", by=by, data={"law": opening.law, "category": opening.category.code})


def _name_investigator(case: LexSarah, investigator: User, *, by: User, now: datetime) -> None:
    """Whoever names another has only reviewed the report."""
    role = rules.Role.INVESTIGATOR if investigator == by else rules.Role.REVIEWER
    vouch(case, role, by=by, now=now)
    check_investigator(case, investigator, now=now)
    case.investigator = investigator
    tell(case, Event.ASSIGNED, to=[investigator], by=by, now=now)


@transaction.atomic
def decline_investigation(*, case: LexSarah, refusal: Refusal, version: int, by: User, now: datetime) -> LexSarah:
    """Ends the case, where the root allows it: it is closed the same day."""
    current = begin(case, rules.Event.DECLINE, version=version, by=by, now=now)
    rules.check_declinable(refusal.reason, get_setting(current.root, rules.DECLINABLE, day_of(now)))
    rules.check_alone(tied(current))
    rules.check_same_event(refusal.reason, refusal.other)
    rules.check_words("explanation", refusal.explanation, "Skriv varför utredning inte inleds.")
    current.not_opened = refusal.reason
    current.closed_at, current.closed_on = now, day_of(now)
    if refusal.other is not None:
        rules.check_another(current.pk, refusal.other.pk)
        Link.objects.get_or_create(source=current, target=refusal.other, kind=LinkKind.DUPLICATE)
    keep(current, {Part.REASON: refusal.explanation}, by=by, now=now)
    return finish(current, "not_opened", by=by, data={"reason": refusal.reason})
