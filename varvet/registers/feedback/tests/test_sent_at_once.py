"""The public form sent at the same moment: one form is one record, and many are as many, counted each."""

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.models import Record
from varvet.kernel.records.tests.own_database import AtOnce
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import Attempt, Following

TOGETHER = 6


def test_one_form_is_one_record_with_one_code(at_once: AtOnce, committed_cast: Cast) -> None:
    content = actions.SentIn(committed_cast.a, rules.Sort.COMPLAINT, "Ingen ringde.")

    def send() -> str:
        return actions.send_in(content=content, key="same", now=NOW).reference

    assert at_once.run(*[send] * TOGETHER) == ["SYN-2026-0001"] * TOGETHER
    assert at_once.alone(Following.objects.count) == 1


def test_many_forms_are_as_many_records(at_once: AtOnce, committed_cast: Cast) -> None:
    content = actions.SentIn(committed_cast.root, rules.Sort.VIEW, "Mer kaffe.")
    sending = [lambda n=n: actions.send_in(content=content, key=f"key {n}", now=NOW).reference for n in range(TOGETHER)]
    assert sorted(map(str, at_once.run(*sending))) == [f"SYN-2026-000{n}" for n in range(1, TOGETHER + 1)]
    assert at_once.alone(Record.objects.count) == TOGETHER


def test_none_of_those_that_come_together_goes_uncounted(at_once: AtOnce, committed_cast: Cast) -> None:
    def count() -> int:
        return actions.note_attempt(purpose=Attempt.Purpose.SENDING, source="s", now=NOW)

    assert not [found for found in at_once.run(*[count] * TOGETHER) if isinstance(found, Exception)]
    assert at_once.alone(lambda: Attempt.objects.get().count) == TOGETHER
