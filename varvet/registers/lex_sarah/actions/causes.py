"""Why it happened: causes from the root's list, each with a measure or a reason for none."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.shipped_lists import find_category
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import hold
from varvet.registers.lex_sarah.models import Cause, LexSarah, Narrative, Part, answers_by_cause

CAUSES = "deviation_causes"  # the root's one list of causes, whatever register asks why


@dataclass(frozen=True)
class NewCause:
    """`category` is a code of the root's list; `words` say why, in free text."""

    category: str
    words: str


@transaction.atomic
def add_cause(*, case: LexSarah, content: NewCause, version: int, by: User, now: datetime) -> Cause:
    current = hold(case, rules.Event.WRITE, version=version, by=by, now=now)
    category = find_category(current.root, CAUSES, content.category, day_of(now))
    if category is None:
        raise RuleBroken("lex_sarah.cause.category", "Välj en orsak i listan.", field="category")
    rules.check_words("words", content.words, "Skriv varför det hände.")
    cause = Cause.objects.create(case=current, category=category)
    _say(cause, Part.CAUSE, content.words, by, now)
    spine.commit(current, "cause_added", by=by, data={"category": category.code, "cause": cause.pk})
    return cause


@transaction.atomic
def excuse_cause(*, cause: Cause, reason: str, version: int, by: User, now: datetime) -> Cause:
    """The cause needs no measure, with a written reason."""
    current = hold(cause.case, rules.Event.WRITE, version=version, by=by, now=now)
    rules.check_words("reason", reason, "Skriv varför ingen åtgärd behövs.")
    found = _cause_of(current, cause.pk)
    found.needs_no_measure = True
    found.save(update_fields=["needs_no_measure"])
    _say(found, Part.NO_MEASURE, reason, by, now)
    spine.commit(current, "cause_excused", by=by, data={"cause": found.pk})
    return found


@transaction.atomic
def remove_cause(*, cause: Cause, version: int, by: User, now: datetime) -> None:
    """Only one that no measure or proposal answers."""
    current = hold(cause.case, rules.Event.WRITE, version=version, by=by, now=now)
    found = _cause_of(current, cause.pk)
    if not found.needs_no_measure and answers_by_cause(current)[found.pk]:
        raise RuleBroken("lex_sarah.cause.hangs", "Orsaken har en åtgärd eller ett förslag. Låt den stå kvar.")
    found.delete()
    spine.commit(current, "cause_removed", by=by, data={"cause": cause.pk})


def _cause_of(case: LexSarah, pk: int) -> Cause:
    found = Cause.objects.filter(case=case, pk=pk).first()
    if found is None:
        raise RuleBroken("lex_sarah.cause.gone", "Orsaken finns inte längre.")
    return found


def _say(cause: Cause, part: Part, text: str, by: User, now: datetime) -> None:
    Narrative.objects.create(case=cause.case, cause=cause, part=part, text=text.strip(), written_by=by, written_at=now)
