"""Reviewing a log: saying one's own code, taking over, asking the person, judging, and closing with the result."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.questions.asking import ask, takes
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.actions.record_result import Result, record_result
from varvet.registers.self_checks.actions.take_in_log import MAY_REVIEW
from varvet.registers.self_checks.models import LogFinding, LogReview, Round, StaffCode
from varvet.registers.self_checks.rules import Figures
from varvet.registers.self_checks.rules import list_check as list_rules
from varvet.registers.self_checks.rules import log_review as log_rules
from varvet.registers.self_checks.rules.log_review import Judging, Outcome, ToAsk


@dataclass(frozen=True)
class Conclusion:
    """What the person said, encrypted, what it led to, and which register is asked about what must be investigated."""

    answer: str
    outcome: str
    to_ask: tuple[ToAsk, ...] = ()


def own_codes(user: User, root: Unit) -> list[str] | None:
    """Codes known to be the user's; None when the user has not said."""
    rows = list(StaffCode.objects.filter(root=root, user=user))
    said = any(row.said_by_id == user.pk for row in rows)
    return [row.code for row in rows if row.code] if said else None


@transaction.atomic
def say_own_code(*, round_: Round, code: str, by: User, now: datetime) -> None:
    """Empty: not in the case system. Codes said before stay theirs; their own use goes back to the other reviewers."""
    check(by, MAY_REVIEW, round_.unit, today=day_of(now))
    subject = trail.Subject(kind=round_.kind, actor_id=by.pk, record_id=round_.pk, unit_id=round_.unit_id)
    trail.write([trail.event("own_code_said", subject, data={"has_code": bool(code.strip())}, at=now)])
    StaffCode.objects.update_or_create(root=round_.root, user=by, code=code.strip(), defaults={"said_by": by})
    if code.strip():
        own = LogFinding.objects.filter(review__round__root=round_.root, reviewer=by, outcome="")
        own.filter(staff__iexact=code.strip()).update(reviewer=None)


@transaction.atomic
def say_whose_code(*, finding: LogFinding, user: User, by: User, now: datetime) -> None:
    """A reviewer tells whose a code is; that person no longer has it to review."""
    round_ = finding.review.round
    _check_judge(finding, by, now)
    StaffCode.objects.filter(root=round_.root, code__iexact=finding.staff).exclude(user=user).delete()
    StaffCode.objects.get_or_create(root=round_.root, user=user, code=finding.staff, defaults={"said_by": by})
    mine = LogFinding.objects.filter(review__round__root=round_.root, reviewer=user, outcome="")
    mine.filter(staff=finding.staff).update(reviewer=None)


@transaction.atomic
def take_finding(*, finding: LogFinding, by: User, now: datetime) -> LogFinding:
    """With all else of the same member of staff, so that one person is asked by one reviewer."""
    _check_judge(finding, by, now)
    alike = LogFinding.objects.filter(review=finding.review_id, staff=finding.staff, outcome="")
    alike.update(reviewer=by)
    return LogFinding.objects.get(pk=finding.pk)


@transaction.atomic
def ask_person(*, finding: LogFinding, by: User, now: datetime) -> LogFinding:
    """Notes that the person has been asked; asked again, the first time stands."""
    _check_judge(finding, by, now)
    current = _locked(finding)
    if current.asked_at is None:
        current.asked_at, current.reviewer = now, by
        current.save()
    return current


@transaction.atomic
def conclude_finding(*, finding: LogFinding, said: Conclusion, by: User, now: datetime) -> LogFinding:
    """May be judged anew until the round has its result."""
    _check_judge(finding, by, now)
    log_rules.check_conclusion(said.answer, said.outcome)
    round_ = _locked_round(finding.review.round_id)
    rules.check_event(rules.Event.RECORD, round_.status)
    current = _locked(finding)
    current.answer, current.outcome = said.answer.strip(), said.outcome
    current.concluded_at, current.concluded_by, current.reviewer = now, by, by
    current.save()
    if said.outcome == Outcome.INVESTIGATE:
        _ask_others(round_, current, said.to_ask, by=by, now=now)
    spine.commit(round_, "log_concluded", by=by, data={"finding": current.number, "outcome": said.outcome})
    return current


def _ask_others(round_: Round, finding: LogFinding, to_ask: tuple[ToAsk, ...], *, by: User, now: datetime) -> None:
    """A register is asked once about each member of staff, by the number of the first finding about them."""
    alike = LogFinding.objects.filter(review=finding.review_id, staff=finding.staff)
    first = alike.order_by("number").values_list("number", flat=True)[0]
    for kind in to_ask:
        topic = log_rules.TOPICS[kind]
        if takes(kind, topic):
            ask(round_, kind, topic=topic, part=f"log.{first}", by=by, now=now)


@transaction.atomic
def close_log(*, round_: Round, analysis: str, version: int, by: User, now: datetime) -> Round:
    """The result: how many findings were justified, of all."""
    check(by, MAY_REVIEW, round_.unit, today=day_of(now))
    review = LogReview.objects.filter(round=round_).first()
    if review is None:
        raise RuleBroken("self_check.log.none", "Läs in loggen först.")
    list_rules.check_counted(review.state)
    findings = LogFinding.objects.filter(review=review)
    log_rules.check_closing(findings.filter(outcome="").count())
    whole, justified = findings.count(), findings.filter(outcome=Outcome.JUSTIFIED).count()
    result = Result(Figures(census=True, population=whole, sample=whole, fulfilled=justified), analysis=analysis)
    return record_result(round_=round_, result=result, version=version, by=by, now=now)


def _check_judge(finding: LogFinding, by: User, now: datetime) -> None:
    round_ = finding.review.round
    check(by, MAY_REVIEW, round_.unit, today=day_of(now))
    log_rules.check_judge(Judging(finding.staff, own_codes(by, round_.root)))


def _locked(finding: LogFinding) -> LogFinding:
    return LogFinding.objects.select_for_update().get(pk=finding.pk)


def _locked_round(round_id: int) -> Round:
    return Round.objects.select_for_update().get(pk=round_id)
