"""Investigating: it is opened once, causes are named, and each gets a measure or a reason for none."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.shipped_lists import find_category
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.case import open_case
from varvet.registers.deviations.models import Cause, Deviation, Narrative, Part, answers_by_cause

CAUSES = "deviation_causes"


@dataclass(frozen=True)
class NewCause:
    """`category` is a code of the root's list; `words` say why, in free text; `explains` is the id of another cause."""

    category: str
    words: str
    explains: int | None = None


@dataclass(frozen=True)
class Analysis:
    """What was found, and which routine or activity failed, if any."""

    analysis: str = ""
    routine: str = ""


@transaction.atomic
def investigate(*, deviation: Deviation, version: int, by: User, now: datetime) -> Deviation:
    """Taken up again after a reopening, it is the same investigation: it counts as opened on its first day."""
    case = open_case(deviation, rules.Event.INVESTIGATE, version=version, by=by, now=now)
    lead = case.lead
    lead.opened_on, lead.investigated_on = lead.opened_on or day_of(now), None
    case.move(rules.Status.INVESTIGATING, {})
    return case.commit("investigating", by=by)


@transaction.atomic
def write_analysis(*, deviation: Deviation, content: Analysis, version: int, by: User, now: datetime) -> Deviation:
    case = open_case(deviation, rules.Event.CAUSES, version=version, by=by, now=now)
    if not (content.analysis.strip() or content.routine.strip()):
        raise RuleBroken("deviation.analysis.empty", "Skriv vad utredningen visar.", field="analysis")
    keep(case.lead, {Part.ANALYSIS: content.analysis, Part.ROUTINE: content.routine}, by=by, now=now)
    spine.commit(case.lead, "analysed", by=by)
    return case.lead


@transaction.atomic
def add_cause(*, deviation: Deviation, content: NewCause, version: int, by: User, now: datetime) -> Cause:
    current = open_case(deviation, rules.Event.CAUSES, version=version, by=by, now=now).lead
    category = find_category(current.root, CAUSES, content.category, day_of(now))
    if category is None:
        raise RuleBroken("deviation.cause.category", "Välj en orsak i listan.", field="category")
    rules.check_words(content.words)
    explained = _cause_of(current, content.explains) if content.explains else None
    cause = Cause.objects.create(deviation=current, category=category, parent=explained)
    _say(cause, Part.CAUSE, content.words, by, now)
    spine.commit(current, "cause_added", by=by, data={"category": category.code, "cause": cause.pk})
    return cause


@transaction.atomic
def excuse_cause(*, cause: Cause, reason: str, version: int, by: User, now: datetime) -> Cause:
    """The cause needs no measure, with a written reason."""
    current = open_case(cause.deviation, rules.Event.CAUSES, version=version, by=by, now=now).lead
    rules.check_reason("cause", reason, "Skriv varför ingen åtgärd behövs.")
    found = _cause_of(current, cause.pk)
    found.needs_no_measure = True
    found.save(update_fields=["needs_no_measure"])
    _say(found, Part.NO_MEASURE, reason, by, now)
    spine.commit(current, "cause_excused", by=by, data={"cause": found.pk})
    return found


@transaction.atomic
def remove_cause(*, cause: Cause, version: int, by: User, now: datetime) -> None:
    """Only one that nothing hangs on: no deeper cause and no measure."""
    current = open_case(cause.deviation, rules.Event.CAUSES, version=version, by=by, now=now).lead
    found = _cause_of(current, cause.pk)
    measured = not found.needs_no_measure and answers_by_cause(current)[found.pk]
    if measured or found.deeper.exists():
        raise RuleBroken("deviation.cause.hangs", "Orsaken har en åtgärd eller en djupare orsak. Låt den stå kvar.")
    found.delete()
    spine.commit(current, "cause_removed", by=by, data={"cause": cause.pk})


@transaction.atomic
def act(*, deviation: Deviation, version: int, by: User, now: datetime) -> Deviation:
    """The investigation is done and its measures begin; or they begin anew, when a follow-up showed no help."""
    case = open_case(deviation, rules.Event.ACT, version=version, by=by, now=now)
    lead = case.lead
    rules.check_causes(list(answers_by_cause(lead).values()))
    if lead.status == rules.Status.INVESTIGATING:
        lead.investigated_on = day_of(now)
    lead.follow_up_due_on, lead.followed_up_on, lead.follow_up_result = None, None, ""
    case.move(rules.Status.ACTING, {})
    return case.commit("acting", by=by)


def _cause_of(deviation: Deviation, pk: int) -> Cause:
    found = Cause.objects.filter(deviation=deviation, pk=pk).first()
    if found is None:
        raise RuleBroken("deviation.cause.gone", "Orsaken finns inte längre.", field="explains")
    return found


def _say(cause: Cause, part: Part, text: str, by: User, now: datetime) -> None:
    Narrative.objects.create(
        deviation=cause.deviation, cause=cause, part=part, text=text.strip(), written_by=by, written_at=now
    )
