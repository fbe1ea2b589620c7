"""Once a week, a mail of what waits: to those at work whom something can wait for, and who have not said no."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet

from varvet.kernel.access.absences import absences_on
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.roles import roles_with
from varvet.kernel.law.days import day_of, is_working_day
from varvet.kernel.notifications.mail.gathering import new_id
from varvet.kernel.notifications.models import Mail, Weekly, WithoutWeekly
from varvet.kernel.records.registry import list_registers


def queue_week(*, now: datetime) -> int:
    """From the week's first working day on: whoever was away then gets it when they are back. Returns how many."""
    today = day_of(now)
    week = week_of(today)
    if not _has_begun(week, today):
        return 0
    served = Weekly.objects.filter(week=week).values("receiver_id")
    waiting = list(_receivers(today).exclude(pk__in=served).values_list("pk", flat=True))
    return sum(_queue_for(receiver, week, now) for receiver in waiting)


def week_of(day: date) -> date:
    """Its Monday."""
    return day - timedelta(days=day.weekday())


def _has_begun(week: date, today: date) -> bool:
    days = (week + timedelta(days=number) for number in range((today - week).days + 1))
    return any(is_working_day(day) for day in days)


def _receivers(today: date) -> QuerySet[User]:
    codes = {code for register in list_registers() for code in register.tasks_for}
    roles = {role.code for code in codes for role in roles_with(code)}
    held = Assignment.objects.filter(Q(last_day__isnull=True) | Q(last_day__gte=today), first_day__lte=today)
    away = absences_on(today).values("user_id")
    people = User.objects.filter(is_active=True, pk__in=held.filter(role__in=roles).values("user_id"))
    return people.exclude(pk__in=away).exclude(pk__in=WithoutWeekly.objects.values(pk=F("user_id"))).order_by("pk")


def _queue_for(receiver: int, week: date, now: datetime) -> bool:
    """False when another worker has been first."""
    try:
        with transaction.atomic():
            mail = Mail.objects.create(receiver_id=receiver, message_id=new_id(), created_at=now, next_try_at=now)
            Weekly.objects.create(receiver_id=receiver, week=week, mail=mail)
    except IntegrityError:
        return False
    return True
