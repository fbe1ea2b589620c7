"""Choosing a setting of a root's anew, from a day on."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation import settings_of_root
from varvet.kernel.organisation.models import SettingChange, Unit
from varvet.kernel.organisation.setting_cards import ListCard, SettingCard, fault_of
from varvet.kernel.records.choosing.held import key_of, labels_of, version_of
from varvet.kernel.records.errors import RuleBroken, StaleVersion, Word

PERMISSION = "organisation.settings"
KIND = "setting"
LONGEST_REASON = 400
FURTHEST = timedelta(days=5 * 365)
SAME = marked("Så är det redan. Ändra något, eller gå tillbaka utan att spara.")


@dataclass(frozen=True)
class Choice:
    """What is chosen, from which day, and why."""

    value: Any
    first_day: date
    reason: str


@transaction.atomic
def choose(*, root: Unit, card: SettingCard, choice: Choice, version: int, by: User, now: datetime) -> SettingChange:
    """What held before its day stays. RuleBroken for a value that is wrong; StaleVersion when somebody was first."""
    lock(root, card, version=version, by=by, now=now)
    check_choice(root, card, choice, today=day_of(now))
    settings_of_root.choose(root, card.key, choice.value, first_day=choice.first_day)
    return note(root, card, choice, by=by, now=now)


def check_choice(root: Unit, card: SettingCard, choice: Choice, *, today: date) -> None:
    """RuleBroken for what cannot be chosen, or says what holds on the day already."""
    check_reason(choice.reason)
    _check_day(root, choice.first_day, today)
    fault = fault_of(card, choice.value, labels_of(card, root, choice.first_day))
    if fault is not None:
        raise RuleBroken(f"setting.{card.key}", fault.wording, field="value", values=fault.values)
    if settings_of_root.get_setting(root, card.key, choice.first_day) == choice.value:
        raise RuleBroken("setting.same", SAME)


def lock(root: Unit, card: SettingCard | ListCard, *, version: int, by: User, now: datetime) -> None:
    """May the person, and is it the version known: of two at once, the second is told."""
    check(by, PERMISSION, root, today=day_of(now))
    Unit.objects.select_for_update().get(pk=root.pk)
    current = version_of(root, card)
    if version != current:
        raise StaleVersion(Word(card.label), version, current)


def check_reason(reason: str) -> None:
    if not reason.strip():
        raise RuleBroken("setting.reason", "Skriv varför ni ändrar.", field="reason")


def note(root: Unit, card: SettingCard | ListCard, choice: Choice, *, by: User, now: datetime) -> SettingChange:
    """Keeps who chose what and why, and tells the trail that it was done."""
    change = SettingChange.objects.create(
        root=root,
        key=key_of(card),
        value=choice.value,
        first_day=choice.first_day,
        reason=choice.reason.strip()[:LONGEST_REASON],
        changed_by_id=by.pk,
        changed_at=now,
    )
    subject = trail.Subject(kind=KIND, actor_id=by.pk, unit_id=root.pk)
    data = {"key": change.key, "first_day": choice.first_day.isoformat(), "change": change.pk}
    trail.write([trail.event("setting_chosen", subject, data=data, at=now)])
    return change


def _check_day(root: Unit, first_day: date, today: date) -> None:
    if first_day < root.first_day:
        sentence = marked("Organisationen finns från {day}. Välj den dagen eller en senare.")
        raise RuleBroken("setting.before", sentence, field="first_day", values={"day": root.first_day.isoformat()})
    if first_day > today + FURTHEST:
        raise RuleBroken("setting.far", "Välj en dag inom fem år.", field="first_day")
