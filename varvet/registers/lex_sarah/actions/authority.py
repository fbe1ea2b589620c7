"""The inspectorate, IVO: the report of what is serious, its number, its questions and our answers, and its decision."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from varvet.kernel.access.models import User
from varvet.kernel.files import stored
from varvet.kernel.files.stored import Prepared
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as News
from varvet.kernel.notifications.telling import tell_nearest
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.delegations import check_delegated
from varvet.registers.lex_sarah.actions.freezing import fingerprint, frozen
from varvet.registers.lex_sarah.actions.steps import INVESTIGATE, begin, check_may, finish
from varvet.registers.lex_sarah.models import AuthorityQuestion, AuthorityReport, LexSarah


@dataclass(frozen=True)
class Notification:
    """How it was sent, and IVO's own number of it, which is often known only later.

    `document` is the PDF that was sent, kept as it is; nobody has one of a case that is only noted.
    """

    route: rules.Route = rules.Route.SERVICE
    ivo_number: str = ""
    document: bytes = b""


@dataclass(frozen=True)
class Question:
    """What IVO asks, when it came, and by when IVO wants the answer, if it says."""

    text: str
    asked_on: date
    answer_by: date | None = None


@dataclass(frozen=True)
class Ruled:
    """What IVO decided and when; the words may be left out."""

    ruling: rules.Ruling
    ruled_on: date
    words: str = ""


def report_to_authority(
    *, case: LexSarah, notification: Notification, version: int, by: User, now: datetime
) -> LexSarah:
    """Notes that IVO was told now, and keeps the investigation as it was sent, word for word. Once a case.

    The document is on disk before anything is written of it, and goes again when nothing comes of it.
    """
    check_may(case, rules.Event.REPORT_TO_AUTHORITY, by=by, now=now)
    kept = stored.prepare_own(f"{case.reference}-anmalan.pdf", notification.document) if notification.document else None
    try:
        return _report(case, notification, kept, version, (by, now))
    finally:
        stored.drop_unowned([kept.token] if kept else [])


@transaction.atomic
def _report(
    case: LexSarah, notification: Notification, kept: Prepared | None, version: int, who: tuple[User, datetime]
) -> LexSarah:
    by, now = who
    current = begin(case, rules.Event.REPORT_TO_AUTHORITY, version=version, by=by, now=now)
    given = check_delegated(current, by, day_of(now))
    current.reported_on, current.ivo_number = day_of(now), notification.ivo_number.strip()
    rules.check_serious(current.outcome)
    sent = frozen(current)
    AuthorityReport.objects.create(
        case=current,
        route=notification.route,
        reported_at=now,
        reported_by=by,
        sent=sent,
        sha256=fingerprint(sent),
        document=stored.add(kept, by=by, now=now) if kept else None,
    )
    tell_nearest(current, News.ASSIGNED, INVESTIGATE, by=by, now=now)
    data = {"route": notification.route, "delegation": given.pk, "sha256": fingerprint(sent)}
    data |= {"document": kept.sha256} if kept else {}
    return finish(current, "reported_to_authority", by=by, data=data)


@transaction.atomic
def number_authority(*, case: LexSarah, ivo_number: str, version: int, by: User, now: datetime) -> LexSarah:
    """IVO's own number of the case, when it is known."""
    current = begin(case, rules.Event.AUTHORITY_ASKS, version=version, by=by, now=now)
    _report_of(current, now)
    rules.check_words("ivo_number", ivo_number, "Skriv IVO:s nummer.")
    current.ivo_number = ivo_number.strip()
    return finish(current, "authority_numbered", by=by)


@transaction.atomic
def ask_from_authority(
    *, case: LexSarah, question: Question, version: int, by: User, now: datetime
) -> AuthorityQuestion:
    """Writes down what IVO asks."""
    current = begin(case, rules.Event.AUTHORITY_ASKS, version=version, by=by, now=now)
    _report_of(current, now)
    rules.check_words("text", question.text, "Skriv vad IVO frågar.")
    rules.check_between("asked_on", question.asked_on, current.reported_on or day_of(now), day_of(now))
    rules.check_answer_by(question.asked_on, question.answer_by)
    last = current.authority_questions.aggregate(last=Max("number"))["last"] or 0
    asked = AuthorityQuestion.objects.create(
        case=current,
        number=last + 1,
        asked_on=question.asked_on,
        answer_by=question.answer_by,
        text=question.text.strip(),
    )
    finish(current, "authority_asked", by=by, data={"number": asked.number})
    return asked


@transaction.atomic
def answer_authority(
    *, case: LexSarah, number: int, answer: str, version: int, by: User, now: datetime
) -> AuthorityQuestion:
    """Keeps what we answered and when."""
    current = begin(case, rules.Event.ANSWER_AUTHORITY, version=version, by=by, now=now)
    question = AuthorityQuestion.objects.filter(case=current, number=number).first()
    if question is None:
        raise RuleBroken("lex_sarah.answer_authority.gone", "Frågan finns inte.")
    rules.check_unanswered(question.answered_on)
    rules.check_words("answer", answer, "Skriv vad ni svarade.")
    question.answer, question.answered_on, question.answered_by = answer.strip(), day_of(now), by
    question.save()
    finish(current, "authority_answered", by=by, data={"number": number})
    return question


@transaction.atomic
def authority_decides(*, case: LexSarah, ruled: Ruled, version: int, by: User, now: datetime) -> LexSarah:
    """IVO has decided. A case whose measures are being followed up stays there."""
    current = begin(case, rules.Event.AUTHORITY_DECIDES, version=version, by=by, now=now)
    report = _report_of(current, now)
    rules.check_undecided(report.ruled_on)
    rules.check_between("ruled_on", ruled.ruled_on, current.reported_on or day_of(now), day_of(now))
    report.ruling, report.ruled_on, report.ruling_words = ruled.ruling, ruled.ruled_on, ruled.words.strip() or None
    report.save()
    return finish(current, "authority_decided", by=by, data={"ruling": ruled.ruling})


def _report_of(case: LexSarah, now: datetime) -> AuthorityReport:
    """What was sent; of a case that was reported from another system, a row without it."""
    if case.reported_on is None:
        raise RuleBroken("lex_sarah.authority.unreported", "Ärendet är inte anmält till IVO.")
    elsewhere = {"route": rules.Route.OTHER, "reported_at": now}
    return AuthorityReport.objects.get_or_create(case=case, defaults=elsewhere)[0]
