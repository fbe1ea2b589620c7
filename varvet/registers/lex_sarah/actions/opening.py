"""Opening an investigation, or deciding with a reason not to."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.records.narratives import keep
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.classify import check_type
from varvet.registers.lex_sarah.actions.steps import begin, finish
from varvet.registers.lex_sarah.models import LexSarah, Part


@dataclass(frozen=True)
class Opening:
    """By which act and of which type; `impartial` is the investigator's own word that they are not biased."""

    law: rules.Law
    category_list: CategoryList
    category: Category
    impartial: bool


@dataclass(frozen=True)
class Refusal:
    """Why no investigation is opened, coded and in words."""

    reason: rules.NotOpened
    explanation: str


@transaction.atomic
def open_investigation(*, case: LexSarah, opening: Opening, version: int, by: User, now: datetime) -> LexSarah:
    current = begin(case, rules.Event.OPEN, version=version, by=by, now=now)
    rules.check_impartial(impartial=opening.impartial)
    check_type(opening.category_list, opening.category)
    current.law = opening.law
    current.category_list, current.category = opening.category_list, opening.category
    current.opened_on = day_of(now)
    return finish(current, "opened", by=by, data={"law": opening.law, "category": opening.category.code})


@transaction.atomic
def decline_investigation(*, case: LexSarah, refusal: Refusal, version: int, by: User, now: datetime) -> LexSarah:
    """Ends the case: it is closed the same day."""
    current = begin(case, rules.Event.DECLINE, version=version, by=by, now=now)
    rules.check_words("explanation", refusal.explanation, "Skriv varför utredning inte inleds.")
    current.not_opened = refusal.reason
    current.closed_at, current.closed_on = now, day_of(now)
    keep(current, {Part.REASON: refusal.explanation}, by=by, now=now)
    return finish(current, "not_opened", by=by, data={"reason": refusal.reason})
