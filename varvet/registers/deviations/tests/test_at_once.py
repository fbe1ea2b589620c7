"""Reports sent at the same moment, from threads and from processes of their own."""

import os
import subprocess
import sys

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit import sealing
from varvet.kernel.audit.verify import verify
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.facts import rebuild
from varvet.kernel.records.tests.own_database import AtOnce
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation, Mention, Reporting, UnitLink
from varvet.registers.deviations.tests.factories import ASSESSED, assessment, content, reported

PROCESSES, EACH = 3, 8
SEND = """
import sys
import django
django.setup()
from django.utils import timezone
from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions, rules

unit, by = Unit.objects.get(pk=sys.argv[1]), User.objects.get(pk=sys.argv[2])
report = actions.Report(unit=unit, what="Det hände.", when=rules.When.TODAY, worry=1)
for _ in range(int(sys.argv[3])):
    print(actions.report(content=report, key=new_key(), by=by, now=timezone.now()).reference)
"""


def check_whole() -> None:
    assert rebuild(check=True).different == []
    sealing.seal(now=NOW)
    assert verify() == []


def test_one_form_sent_at_once_is_one_report(at_once: AtOnce, committed_cast: Cast) -> None:
    def send() -> str:
        by = committed_cast.bo
        return actions.report(content=content(committed_cast), key="same", by=by, now=NOW).reference

    assert at_once.run(*[send] * 4) == ["AVV-2026-0001"] * 4
    assert at_once.alone(Deviation.objects.count) == 1
    at_once.alone(check_whole)


def test_one_form_without_an_account_sent_at_once_is_one_report_with_one_code(
    at_once: AtOnce, committed_cast: Cast
) -> None:
    def make() -> UnitLink:
        unit, by = committed_cast.a, committed_cast.alice
        return actions.make_link(unit=unit, last_day=TODAY, key="k", by=by, now=NOW).link

    def send() -> str:
        return actions.report_by_link(link=link, content=content(committed_cast), key="same", now=NOW).reference

    link = at_once.alone(make)
    assert at_once.run(*[send] * 4) == ["AVV-2026-0001"] * 4
    assert at_once.alone(Deviation.objects.count) == 1
    assert at_once.alone(Reporting.objects.count) == 1
    at_once.alone(check_whole)


def test_wrong_code_words_given_at_once_are_all_counted(at_once: AtOnce, committed_cast: Cast) -> None:
    def make() -> UnitLink:
        unit, by = committed_cast.a, committed_cast.alice
        return actions.make_link(unit=unit, last_day=TODAY, key="k", by=by, now=NOW).link

    def guess() -> None:
        actions.open_link(link=link, word="fel", now=NOW)

    link = at_once.alone(make)
    assert {type(given) for given in at_once.run(*[guess] * 4)} == {RuleBroken}
    assert at_once.alone(lambda: UnitLink.objects.get().wrong_tries) == 4


def test_two_who_assess_at_once_do_not_mix(at_once: AtOnce, committed_cast: Cast) -> None:
    deviation = at_once.alone(lambda: reported(committed_cast))
    about = at_once.alone(lambda: assessment(committed_cast))

    def assess() -> int:
        by = committed_cast.eva
        return actions.assess(deviation=deviation, assessment=about, version=1, by=by, now=ASSESSED).version

    given = at_once.run(*[assess] * 3)
    assert sorted(str(type(one).__name__) for one in given) == [StaleVersion.__name__] * 2 + ["int"]
    assert at_once.alone(Mention.objects.count) == 2
    at_once.alone(check_whole)


def test_processes_share_the_numbers(at_once: AtOnce, committed_cast: Cast) -> None:
    arguments = [str(committed_cast.a.pk), str(committed_cast.bo.pk), str(EACH)]
    senders = [
        subprocess.Popen(
            [sys.executable, "-c", SEND, *arguments],
            env={**os.environ, "DATABASE_URL": at_once.url},
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(PROCESSES)
    ]
    references = sorted(line for sender in senders for line in sender.communicate()[0].split())
    year = references[0].split("-")[1]
    assert references == [f"AVV-{year}-{number:04}" for number in range(1, PROCESSES * EACH + 1)]
    at_once.alone(check_whole)
