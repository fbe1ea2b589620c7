"""What may be lex Sarah: noticed, weighed with a reason, or asked; always inside the action's own transaction."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.harm import mentions_harm
from varvet.kernel.organisation.settings_of_root import harm_words_on
from varvet.kernel.questions.models import Sign, Suspicion
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record, Referral

LEX_SARAH = "lex_sarah"  # the register that what may be lex Sarah is asked of
OPEN = Q(referral__isnull=True, weighed_at__isnull=True)
NOT_REFUSED = (Referral.State.OPEN, Referral.State.ACCEPTED)


def notice_words(record: Record, texts: Iterable[str], *, now: datetime) -> None:
    """A sign when what was written may be speaking of injury or abuse, by the words of the root."""
    if mentions_harm(*texts, words=harm_words_on(record.root, day_of(now))):
        notice(record, Sign.WORDS, now=now)


def notice(record: Record, sign: Sign, *, now: datetime) -> None:
    """Opens the sign, unless it is open already; with a question asked, it belongs to that question."""
    if open_signs(record).filter(sign=sign).exists():
        return
    Suspicion.objects.create(record_id=record.pk, sign=sign, noticed_at=now, referral=_question(record))


def renew(record: Record, *, now: datetime) -> None:
    """Signs weighed before are to be weighed again: the record begins anew, with others or with something new known."""
    weighed = Suspicion.objects.filter(record_id=record.pk, weighed_at__isnull=False)
    for sign in sorted(set(weighed.values_list("sign", flat=True))):
        notice(record, Sign(sign), now=now)


def weigh(record: Record, reason: str, *, by: User, now: datetime) -> None:
    """Why it is not lex Sarah, and who says so. RuleBroken without a reason, or with nothing to weigh."""
    if not reason.strip():
        raise RuleBroken("lex_sarah.weigh.reason", "Skriv varför det inte är lex Sarah.", field="not_lex_sarah")
    waiting = list(open_signs(record).select_for_update())
    if not waiting:
        raise RuleBroken("lex_sarah.weigh.none", "Det finns inget att ta ställning till här.")
    for suspicion in waiting:
        suspicion.weighed_at, suspicion.weighed_by, suspicion.reason = now, by, reason.strip()
        suspicion.save()


def hand_to(referral: Referral) -> None:
    """What was noticed of the record is from now on the question's to answer."""
    Suspicion.objects.filter(OPEN, record_id=referral.origin_id).update(referral=referral)


def open_signs(record: Record) -> QuerySet[Suspicion]:
    return Suspicion.objects.filter(OPEN, record_id=record.pk)


def must_be_weighed(record: Record) -> bool:
    return open_signs(record).exists()


def check_settled(record: Record) -> None:
    """RuleBroken for a record that may be lex Sarah and has neither answer nor reason: it is not closed as it is."""
    if must_be_weighed(record):
        raise RuleBroken("lex_sarah.weigh.first", "Ta först ställning till om det kan vara lex Sarah.")
    if Referral.objects.filter(origin_id=record.pk, to_kind=LEX_SARAH, state=Referral.State.OPEN).exists():
        raise RuleBroken("lex_sarah.weigh.asked", "Frågan om lex Sarah väntar på svar. Avsluta när den har fått det.")


def _question(record: Record) -> Referral | None:
    return Referral.objects.filter(origin_id=record.pk, to_kind=LEX_SARAH, state__in=NOT_REFUSED).first()
