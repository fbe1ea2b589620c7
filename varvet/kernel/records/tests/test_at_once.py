"""Several at once, on connections of their own: numbers without gaps, one record a key, one winner a version."""

import pytest
from django.db import transaction

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit import sealing
from varvet.kernel.audit.verify import verify
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.facts import rebuild
from varvet.kernel.records.models import OneTimeKey, Record, Referral
from varvet.kernel.records.once import once
from varvet.kernel.records.referrals import refer, refuse
from varvet.kernel.records.tests.own_database import AtOnce
from varvet.kernel.records.tests.toy import make_toy, write_toy

pytestmark = pytest.mark.usefixtures("toys")
SENDERS, EACH = 4, 10


def check_whole() -> None:
    assert rebuild(check=True).different == []
    sealing.seal(now=NOW)
    assert verify() == []


def test_numbers_have_no_gaps_and_no_doubles(at_once: AtOnce, committed_cast: Cast) -> None:
    def send() -> list[str]:
        return [make_toy(committed_cast).reference for _ in range(EACH)]

    given = at_once.run(*[send] * SENDERS)
    references = sorted(reference for own in given if isinstance(own, list) for reference in own)
    assert references == [f"LEK-2026-{number:04}" for number in range(1, SENDERS * EACH + 1)], given
    at_once.alone(check_whole)


def test_a_sender_who_fails_leaves_no_gap(at_once: AtOnce, committed_cast: Cast) -> None:
    @transaction.atomic
    def fail() -> None:
        write_toy(committed_cast)
        raise RuntimeError("stop")

    def send() -> str:
        return make_toy(committed_cast).reference

    given = at_once.run(send, fail, send, fail, send)
    assert sorted(r for r in given if isinstance(r, str)) == ["LEK-2026-0001", "LEK-2026-0002", "LEK-2026-0003"], given
    at_once.alone(check_whole)


def test_one_key_sent_at_once_makes_one_record(at_once: AtOnce, committed_cast: Cast) -> None:
    for number in range(5):

        @transaction.atomic
        def send(key: str = f"key {number}") -> str:
            return once(key, by=committed_cast.bo, create=lambda: write_toy(committed_cast)).reference

        given = at_once.run(*[send] * SENDERS)
        assert given == [f"LEK-2026-{number + 1:04}"] * SENDERS
    assert at_once.alone(lambda: (Record.objects.count(), OneTimeKey.objects.count())) == (5, 5)
    at_once.alone(check_whole)


def test_of_those_who_edit_one_version_one_wins(at_once: AtOnce, committed_cast: Cast) -> None:
    record = at_once.alone(lambda: make_toy(committed_cast))

    @transaction.atomic
    def edit() -> int:
        current = spine.lock(record, version=1)
        spine.commit(current, "changed", by=committed_cast.alice)
        return current.version

    given = at_once.run(*[edit] * SENDERS)
    assert [version for version in given if isinstance(version, int)] == [2]
    assert [type(told) for told in given if isinstance(told, Exception)] == [StaleVersion] * (SENDERS - 1)
    at_once.alone(check_whole)


def test_of_those_who_answer_one_question_one_is_heard(at_once: AtOnce, committed_cast: Cast) -> None:
    def ask() -> Referral:
        return refer(make_toy(committed_cast), "lex_sarah", by=committed_cast.alice)

    referral = at_once.alone(ask)
    answers = at_once.run(*[lambda: refuse(referral, "Nej.", by=committed_cast.dag)] * SENDERS)
    assert sorted(type(answer) is RuleBroken for answer in answers) == [False] + [True] * (SENDERS - 1), answers


def test_asking_at_once_is_one_question(at_once: AtOnce, committed_cast: Cast) -> None:
    record = at_once.alone(lambda: make_toy(committed_cast))
    given = at_once.run(*[lambda: refer(record, "lex_sarah", by=committed_cast.alice).pk] * SENDERS)
    assert len(set(given)) == 1, given


def test_a_commit_without_a_transaction_is_a_bug(at_once: AtOnce, committed_cast: Cast) -> None:
    """Half of it could be written: the record, and not the trail."""
    record = at_once.alone(lambda: make_toy(committed_cast))
    (told,) = at_once.run(lambda: spine.commit(record, "changed", by=None))
    assert isinstance(told, RuntimeError)
    assert at_once.alone(lambda: Record.objects.get(pk=record.pk).version) == 1
    at_once.alone(check_whole)
