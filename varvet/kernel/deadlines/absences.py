"""Being away: from one day to another, with somebody who stands in, or none; said by the person or who leads them."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from varvet.kernel.access.checks import assignments_on, can, units_for
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Absence, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.registry import list_registers

LEADS = "people.lead"  # says when others are away, and hands over the work of those who leave
KIND = "people"  # as the trail calls it


@transaction.atomic
def set_absence(
    *, person: User, deputy: User | None, first_day: date, last_day: date, by: User, now: datetime
) -> Absence:
    """What the deputy may read or do follows from their own roles, before and after."""
    today = day_of(now)
    check_about(by, person, today=today)
    User.objects.select_for_update().get(pk=person.pk)  # two who say it at once do not both
    _check_days(person, first_day, last_day, today)
    _check_deputy(person, deputy, today)
    absence = Absence.objects.create(user=person, deputy=deputy, first_day=first_day, last_day=last_day)
    days = {"first": first_day.isoformat(), "last": last_day.isoformat()}
    _tell("absent", absence, by, {**days, "deputy": deputy.pk if deputy else None})
    return absence


@transaction.atomic
def end_absence(*, absence: Absence, by: User, now: datetime) -> None:
    """Back today. One that has not begun is as if it had never been said."""
    today = day_of(now)
    check_about(by, absence.user, today=today)
    current = Absence.objects.select_for_update().filter(pk=absence.pk, last_day__gte=today).first()
    if current is None:
        raise RuleBroken("absence.over", marked("Frånvaron är redan slut."))
    _tell("back", current, by, {"last": current.last_day.isoformat()})
    if current.first_day >= today:
        current.delete()
        return
    current.last_day = today - timedelta(days=1)
    current.save(update_fields=["last_day"])


def check_about(by: User, person: User, *, today: date) -> None:
    """NotAllowed for who is neither the person nor somebody who leads a unit where the person has a role."""
    if by.pk != person.pk and not leads(by, person, today=today):
        raise NotAllowed(_("Det gör personen själv, eller den som leder enheten."))


def leads(by: User, person: User, *, today: date) -> bool:
    return any(can(by, LEADS, held.unit, today=today) for held in assignments_on(person, today))


def list_absences(person: User, today: date) -> list[Absence]:
    """Those that are or come, the nearest first."""
    rows = Absence.objects.filter(user=person, last_day__gte=today).select_related("deputy", "user")
    return list(rows.order_by("first_day", "pk"))


def out_of_reach(person: User, deputy: User, reader: Reader) -> list[str]:
    """Labels of the registers where the deputy may not do in some unit what the person may: that work goes nearby."""
    today = reader.today
    codes = {code: register.label for register in list_registers() for code in register.tasks_for}
    missing = (
        label
        for code, label in codes.items()
        if units_for(person, code, today=today) - units_for(deputy, code, today=today)
    )
    return list(dict.fromkeys(missing))


def _check_days(person: User, first_day: date, last_day: date, today: date) -> None:
    if last_day < first_day:
        raise RuleBroken("absence.order", marked("Sista dagen ligger före den första."), field="last_day")
    if last_day < today:
        raise RuleBroken("absence.past", marked("Dagarna har redan varit."), field="last_day")
    if Absence.objects.filter(user=person, first_day__lte=last_day, last_day__gte=first_day).exists():
        raise RuleBroken("absence.twice", marked("Det finns redan en frånvaro de dagarna."), field="first_day")


def _check_deputy(person: User, deputy: User | None, today: date) -> None:
    if deputy is None:
        return
    if deputy.pk == person.pk:
        raise RuleBroken("absence.deputy.self", marked("Välj någon annan som vikarie."), field="deputy")
    roots = {held.unit.root_id for held in assignments_on(person, today)}
    if not deputy.is_active or not assignments_on(deputy, today).filter(unit__root__in=roots).exists():
        raise RuleBroken("absence.deputy.role", marked("Välj någon som har en roll här."), field="deputy")


def _tell(event: str, absence: Absence, by: User, data: dict[str, object]) -> None:
    subject = trail.Subject(kind=KIND, actor_id=by.pk)
    trail.write([trail.event(event, subject, data={"person": absence.user_id, **data})])
