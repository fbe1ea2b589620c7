"""What belongs to handling a case in any state: confirmation, immediate measures, information and secrecy."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.confidential import check_within
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.narratives import keep
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.shutting_out import shuts_out_reporter
from varvet.registers.lex_sarah.actions.steps import EXCLUDED, hold, hold_alone
from varvet.registers.lex_sarah.models import CaseReference, LexSarah, Part, declared_by

CASE_REFERENCE = "lex_sarah.case_reference"


@dataclass(frozen=True)
class Information:
    """The day the person affected was told and how; or, without a day, why they were not."""

    day: date | None
    words: str


@transaction.atomic
def confirm(*, case: LexSarah, version: int, by: User, now: datetime) -> LexSarah:
    """The one who reported has been told that the report is here."""
    current = hold_alone(case, rules.Event.NOTE, version=version, by=by, now=now)
    rules.check_takes_part(declared_by(current, by))
    if current.confirmed_on is not None:
        raise RuleBroken("lex_sarah.confirm.done", "Rapportören har redan fått en bekräftelse.")
    current.confirmed_on = day_of(now)
    current.save()
    spine.commit(current, "confirmed", by=by)
    return current


@transaction.atomic
def make_safe(*, case: LexSarah, text: str, version: int, by: User, now: datetime) -> LexSarah:
    """What was done at once so that nobody comes to harm."""
    current = hold(case, rules.Event.NOTE, version=version, by=by, now=now)
    rules.check_words("text", text, "Skriv vad som är gjort.")
    keep(current, {Part.MADE_SAFE: text}, by=by, now=now)
    spine.commit(current, "made_safe", by=by)
    return current


@transaction.atomic
def inform(*, case: LexSarah, information: Information, version: int, by: User, now: datetime) -> LexSarah:
    current = hold(case, rules.Event.NOTE, version=version, by=by, now=now)
    rules.check_information(information.day, information.words, current.occurred_day, day_of(now))
    current.informed_on, current.not_informed = information.day, information.day is None
    current.save()
    part = Part.NOT_TOLD if information.day is None else Part.TOLD_PERSON
    keep(current, {part: information.words}, by=by, now=now)
    spine.commit(current, "informed" if information.day else "not_informed", by=by)
    return current


@transaction.atomic
def set_case_reference(*, case: LexSarah, number: str, version: int, by: User, now: datetime) -> LexSarah:
    """The number of the affected person's own case elsewhere; empty takes it away."""
    check_within(case, CASE_REFERENCE, EXCLUDED, by=by, today=day_of(now))
    current = hold(case, rules.Event.NOTE, version=version, by=by, now=now)
    rules.check_case_number(number)
    CaseReference.objects.filter(case=current).delete()
    if number.strip():
        CaseReference.objects.create(case=current, number=number.strip(), written_by=by, written_at=now)
    spine.commit(current, "case_reference_set", by=by)
    return current


@transaction.atomic
def set_secrecy(*, case: LexSarah, to: tuple[Confidentiality, str], version: int, by: User, now: datetime) -> LexSarah:
    """`to` is the secrecy and the reason. Reports in the case follow. Whoever changes it must be able to read on.

    A manager who reported what turns out to be about themselves no longer follows it.
    """
    confidentiality, reason = to
    current = hold(case, rules.Event.NOTE, version=version, by=by, now=now)
    rules.check_words("reason", reason, "Skriv varför sekretessen ändras.")
    current.confidentiality = confidentiality
    check_within(current, "lex_sarah.investigate", EXCLUDED, by=by, today=day_of(now))
    keep(current, {Part.SECRECY: reason}, by=by, now=now)
    for one in (*current.joined.order_by("pk"), current):
        one.confidentiality = confidentiality
        one.reporter_shut_out = shuts_out_reporter(one, now=now)
        one.save()
        spine.commit(one, "secrecy_changed", by=by, data={"confidentiality": confidentiality.value})
    return current
