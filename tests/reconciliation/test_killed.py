"""A real process killed between two statements: what it had not finished was never begun."""

import os
import subprocess
import sys

import pytest

from tests.reconciliation.checks import check_everything
from tests.reconciliation.work import HARM, Work, with_follower
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.models import Referral
from varvet.kernel.records.tests.own_database import AtOnce
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import reported

KILLED = -9
ASSESS_AND_TAKE_ON = """
import itertools, os, signal, sys
import django
django.setup()
from django.db import connection
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW
from varvet.kernel.organisation.models import CategoryList
from varvet.kernel.questions import answering
from varvet.kernel.records.models import Referral
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation

left, number = itertools.count(1), int(sys.argv[2])

def statement(execute, sql, params, many, context):
    if next(left) == number:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)

deviation, dag = Deviation.objects.get(pk=sys.argv[1]), User.objects.get(name="Dag")
types = CategoryList.objects.get(root=deviation.root, key="deviation_type")
about = actions.Assessment(
    nature=rules.Nature.DEVIATION, category_list=types, categories=tuple(types.categories.all()[:1]),
    risk=rules.Risk(2, 2), also=frozenset({rules.Also.LEX_SARAH, rules.Also.COMPLAINT}),
)
with connection.execute_wrapper(statement):
    actions.assess(deviation=deviation, assessment=about, version=1, by=dag, now=NOW)
    answering.accept(referral=Referral.objects.get(to_kind="lex_sarah"), by=dag, now=NOW)
print(next(left) - 1)
"""


def run(at_once: AtOnce, deviation: Deviation, number: int) -> subprocess.CompletedProcess[str]:
    """Killed instead of the statement of that number; 0 lets it finish, and it says how many there were."""
    return subprocess.run(
        [sys.executable, "-c", ASSESS_AND_TAKE_ON, str(deviation.pk), str(number)],
        env={**os.environ, "DATABASE_URL": at_once.url},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_process_that_is_killed_loses_nothing(at_once: AtOnce, committed_cast: Cast, part: float) -> None:
    """Assessed with its questions or not at all; taken on as a case, or still waiting with somebody."""

    def check() -> None:
        check_everything(Work(committed_cast, possible={deviation.pk}))
        assessed = Deviation.objects.get(pk=deviation.pk).assessed_on is not None
        assert Referral.objects.filter(origin=deviation).count() == (2 if assessed else 0)

    at_once.alone(lambda: with_follower(committed_cast))
    deviation = at_once.alone(lambda: reported(committed_cast, what=HARM, worry=4))
    ended = run(at_once, deviation, round(STATEMENTS * part))
    assert ended.returncode == KILLED, ended.stderr
    at_once.alone(check)


STATEMENTS = 100  # fewer than both actions take together: the process does not finish, wherever it is killed
