"""A question between registers has an owner until it is accepted or refused with a reason."""

import pytest
from django.db import IntegrityError, connection, transaction

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link, LinkKind, Referral
from varvet.kernel.records.referrals import accept, refer, refuse
from varvet.kernel.records.tests.toy import make_toy

pytestmark = pytest.mark.usefixtures("toys")
ASK = "lex_sarah"


def ask(cast: Cast) -> Referral:
    return refer(make_toy(cast), ASK, by=cast.alice)


def test_a_question_waits_where_its_record_lies(cast: Cast) -> None:
    referral = ask(cast)
    assert (referral.state, referral.unit, referral.asked_by) == (Referral.State.OPEN, cast.a, cast.alice)


def test_asking_twice_is_one_question(cast: Cast) -> None:
    record = make_toy(cast)
    assert refer(record, ASK, by=cast.alice) == refer(record, ASK, by=cast.eva)
    assert Referral.objects.count() == 1


def test_a_refused_question_may_be_asked_anew_and_both_are_kept(cast: Cast) -> None:
    referral = ask(cast)
    refuse(referral, "Nej.", by=cast.dag)
    again = refer(referral.origin, ASK, by=cast.alice)
    assert again != referral
    assert list(Referral.objects.order_by("pk").values_list("state", flat=True)) == ["refused", "open"]


def test_an_accepted_question_is_not_asked_again(cast: Cast) -> None:
    referral = ask(cast)
    accept(referral, make_toy(cast), by=cast.dag)
    assert refer(referral.origin, ASK, by=cast.alice) == referral


def test_topics_are_questions_of_their_own(cast: Cast) -> None:
    record = make_toy(cast)
    assert refer(record, ASK, topic="one", by=cast.alice) != refer(record, ASK, topic="other", by=cast.alice)


def test_the_table_keeps_one_question_that_is_not_refused(cast: Cast) -> None:
    referral = ask(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.create(
            origin=referral.origin, to_kind=ASK, unit=referral.unit, asked_at=referral.asked_at, asked_by=cast.alice
        )


def test_what_is_accepted_follows_from_what_asked(cast: Cast) -> None:
    referral, answer = ask(cast), make_toy(cast)
    accept(referral, answer, by=cast.dag)
    referral.refresh_from_db()
    assert (referral.state, referral.answer, referral.answered_by) == (Referral.State.ACCEPTED, answer, cast.dag)
    link = Link.objects.get()
    assert (link.source, link.target, link.kind) == (answer, referral.origin, LinkKind.FOLLOWS)


def test_a_refusal_carries_its_reason_which_the_database_cannot_read(cast: Cast) -> None:
    referral = ask(cast)
    refuse(referral, "  Ingen allvarlig brist.  ", by=cast.dag)
    referral.refresh_from_db()
    assert (referral.state, referral.reason) == (Referral.State.REFUSED, "Ingen allvarlig brist.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM records_referral WHERE id = %s", [referral.pk])
        assert b"brist" not in bytes(cursor.fetchone()[0])


@pytest.mark.parametrize("reason", ["", "   \n"])
def test_a_refusal_needs_a_reason(cast: Cast, reason: str) -> None:
    referral = ask(cast)
    with pytest.raises(RuleBroken) as broken:
        refuse(referral, reason, by=cast.dag)
    assert (broken.value.code, broken.value.field) == ("referral.reason", "reason")
    referral.refresh_from_db()
    assert referral.state == Referral.State.OPEN


def test_a_question_is_answered_once(cast: Cast) -> None:
    referral = ask(cast)
    refuse(referral, "Nej.", by=cast.dag)
    with pytest.raises(RuleBroken, match="redan svarat"):
        refuse(referral, "Nej.", by=cast.eva)
    with pytest.raises(RuleBroken, match="redan svarat"):
        accept(referral, make_toy(cast), by=cast.eva)
    referral.refresh_from_db()
    assert referral.answered_by == cast.dag


def test_the_table_refuses_an_answer_without_its_record(cast: Cast) -> None:
    referral = ask(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=referral.pk).update(state=Referral.State.ACCEPTED)
