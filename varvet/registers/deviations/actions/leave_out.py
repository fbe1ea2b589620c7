"""Leaving out: no deviation, or one told before; the report stays and its reporter reads why."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.questions.suspicions import must_be_weighed, weigh
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.case import open_case, open_two
from varvet.registers.deviations.actions.telling import tell_reporter
from varvet.registers.deviations.models import Deviation, Part, tied


@transaction.atomic
def dismiss(
    *, deviation: Deviation, reason: str, not_lex_sarah: str = "", version: int, by: User, now: datetime
) -> Deviation:
    """Not a deviation. The one who reported reads the reason; why it is not lex Sarah, only those who handle."""
    case = open_case(deviation, rules.Event.DISMISS, version=version, by=by, now=now)
    current = case.lead
    rules.check_alone(tied(current))
    rules.check_not_asked(tied(current))
    rules.check_reason(rules.Event.DISMISS, reason, "Skriv till rapportören varför det inte är en avvikelse.")
    _weigh(current, not_lex_sarah, by, now)
    current.dismissed_on = day_of(now)
    case.move(rules.Status.NOT_DEVIATION, {})
    keep(current, {Part.DISMISSED: reason}, by=by, now=now)
    tell_reporter(current, Event.DISMISSED, by=by, now=now)
    return case.commit("dismissed", by=by)


@transaction.atomic
def mark_duplicate(
    *, deviation: Deviation, original: Deviation, not_lex_sarah: str = "", version: int, by: User, now: datetime
) -> Deviation:
    """The same event as `original`, which is the one that counts."""
    current, target = open_two(deviation, original, rules.Event.DUPLICATE, version=version, by=by, now=now)
    rules.check_duplicate(tied(current), tied(target))
    _weigh(current, not_lex_sarah, by, now)
    current.status = rules.check_transition(rules.Event.DUPLICATE, current.status)
    current.duplicate_of, current.duplicate_on = target, day_of(now)
    current.save()
    tell_reporter(current, Event.MERGED, by=by, now=now)
    spine.commit(current, "duplicate", by=by, data={"of": target.pk})
    return current


def _weigh(deviation: Deviation, reason: str, by: User, now: datetime) -> None:
    """What may be lex Sarah does not leave with the report: it has a reason first."""
    if must_be_weighed(deviation):
        weigh(deviation, reason, by=by, now=now)
