"""The week's mail: what waits for a person, the nearest deadline first. References and what to do, never about whom."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.notifications.mail.composing import Letter, Line
from varvet.kernel.queue.tasks import due_day, list_tasks
from varvet.kernel.records.registry import Task


def write(receiver: User) -> Letter | None:
    """Asked when it is sent, of every root the receiver works in; None where nothing waits."""
    today = timezone.localdate()
    found = [
        (root.slug, task)
        for root in Reader(receiver, today).roots
        for task in list_tasks(Reader(receiver, today, root.slug))
    ]
    if not found:
        return None
    found.sort(key=lambda one: due_day(one[1]))
    late = sum(due_day(task) < today for _root, task in found)
    soon = sum(today <= due_day(task) <= today + timedelta(days=7) for _root, task in found)
    lines = [Line(_said(task), _address(task, root)) for root, task in found]
    return Letter(_subject(len(found), late, soon), lines, "queue/weekly", settings.SITE_ADDRESS + reverse("queue:all"))


def _said(task: Task) -> str:
    day = date_format(due_day(task), "j F")
    said = {"todo": _(task.title), "reference": task.reference, "day": day}
    if task.instead_of:
        return _("{todo}: {reference}, senast {day}. Du står in för en kollega.").format(**said)
    return _("{todo}: {reference}, senast {day}.").format(**said)


def _address(task: Task, root: str) -> str:
    return f"{settings.SITE_ADDRESS}{task.href}{'&' if '?' in task.href else '?'}rot={root}"


def _subject(count: int, late: int, soon: int) -> str:
    """What presses is said; what does not is only counted."""
    if late:
        said = ngettext("Din vecka: {n} sak är försenad", "Din vecka: {n} saker är försenade", late)
        return said.format(n=late)
    if soon:
        said = ngettext("Din vecka: {n} sak ska bli klar", "Din vecka: {n} saker ska bli klara", soon)
        return said.format(n=soon)
    return ngettext("Din vecka: {n} sak väntar", "Din vecka: {n} saker väntar", count).format(n=count)
