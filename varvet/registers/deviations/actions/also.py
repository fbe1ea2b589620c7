"""What else a deviation may be: each yes is an owned question or hand-over, written in the assessment's transaction."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from varvet.kernel.access.models import User
from varvet.kernel.questions.asking import ask
from varvet.kernel.questions.suspicions import must_be_weighed, weigh
from varvet.registers.deviations.actions.case import Case
from varvet.registers.deviations.actions.hand_over import begin_hand_over
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules.also import LEX_SARAH, OUTSIDE, QUESTIONS, Also


def tell_others(deviation: Deviation, also: Collection[Also], *, by: User, now: datetime) -> None:
    """In a fixed order. All is written with the assessment or nothing is: a crash leaves neither a yes unwritten nor
    an assessment that says yes to nobody."""
    for one in (one for one in Also if one in also):
        if one in OUTSIDE:
            begin_hand_over(deviation, OUTSIDE[one], by=by, now=now)
            continue
        to_kind, topic = QUESTIONS[one]
        ask(deviation, to_kind, topic=topic, by=by, now=now)


def weigh_case(case: Case, reason: str, *, by: User, now: datetime) -> None:
    """What may be lex Sarah and is not asked about needs the reason, also for the reports joined to the case."""
    for deviation in case.all:
        if must_be_weighed(deviation):
            weigh(deviation, reason, by=by, now=now)


def point_to_lead(case: Case, *, by: User, now: datetime) -> None:
    """The question is asked once, of the case; reports joined to it say where it is."""
    reason = _("Frågan om lex Sarah är ställd i {reference}.").format(reference=case.lead.reference)
    for deviation in case.joined:
        if must_be_weighed(deviation):
            weigh(deviation, reason, by=by, now=now)


def asks_lex_sarah(also: Collection[Also], event: str) -> bool:
    """Said by the assessor, or by an event that must always be assessed."""
    return bool(event) or LEX_SARAH in {str(one) for one in also}
