"""The power cut before each single statement of what is asked and answered: all of it is there, or none."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction

from tests.reconciliation.checks import check_everything
from tests.reconciliation.work import HARM, PowerCut, Work, crash_at, with_follower
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.notifications.models import Announcement, Notification
from varvet.kernel.questions import answering, weighing
from varvet.kernel.questions.models import Suspicion
from varvet.kernel.records.models import Link, Record, Referral
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation, Handover
from varvet.registers.deviations.rules import Also
from varvet.registers.deviations.tests.factories import assessment, reported

TABLES = (Record, Referral, Suspicion, Handover, Link, AuditEvent, Notification, Announcement)
EVERYTHING = frozenset(Also) - {Also.HEALTH_CARE}
Step = Callable[[Cast, Deviation], object]


def left() -> list[list[tuple[object, ...]]]:
    """All that is kept, row by row."""
    return [list(table._default_manager.order_by("pk").values_list()) for table in TABLES]


def assess(cast: Cast, deviation: Deviation) -> object:
    about = assessment(cast, also=EVERYTHING)
    return actions.assess(deviation=deviation, assessment=about, version=1, by=cast.alice, now=NOW)


def accept(cast: Cast, deviation: Deviation) -> object:
    question = Referral.objects.get(origin=deviation, to_kind="lex_sarah")
    return answering.accept(referral=question, by=cast.dag, now=NOW)


def refuse(cast: Cast, deviation: Deviation) -> object:
    question = Referral.objects.get(origin=deviation, to_kind="lex_sarah")
    return answering.refuse(referral=question, reason="Ingen for illa.", by=cast.dag, now=NOW)


def say_why_not(cast: Cast, deviation: Deviation) -> object:
    return weighing.say_why_not(record=deviation, reason="Ingen for illa.", by=cast.dag, now=NOW)


def ask(cast: Cast, deviation: Deviation) -> object:
    return weighing.ask_lex_sarah(record=deviation, by=cast.dag, now=NOW)


@pytest.mark.parametrize(
    ("before", "step"),
    [((), assess), ((assess,), accept), ((assess,), refuse), ((), ask), ((), say_why_not)],
    ids=["assess", "accept", "refuse", "ask", "say_why_not"],
)
def test_a_crash_anywhere_leaves_all_or_nothing(cast: Cast, before: tuple[Step, ...], step: Step) -> None:
    """One statement later each time, until none is left to be cut at and it is done."""
    with_follower(cast)
    deviation = reported(cast, what=HARM, worry=4)
    for done in before:
        done(cast, deviation)
    work, untouched = Work(cast, possible={deviation.pk}), left()
    cuts = 0
    while is_cut(lambda: step(cast, deviation), cuts + 1):
        assert left() == untouched, f"cut at statement {cuts + 1}"
        cuts += 1
        if cuts % 10 == 0:
            check_everything(work)
    assert cuts > 8
    assert left() != untouched
    check_everything(work)


def is_cut(action: Callable[[], object], number: int) -> bool:
    try:
        with transaction.atomic(), connection.execute_wrapper(crash_at(number)):
            action()
    except PowerCut:
        return True
    return False
