"""Retention: the list behind a result goes when its term is out; what was counted of it stays."""

import re
import shutil
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from varvet.kernel.audit import trail
from varvet.kernel.jobs.schedule import Periodic
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.organisation.terms import read_terms
from varvet.registers.self_checks.models import FOLDER, KIND, ListCheck, LogReview

TERM = "gallring_lista"
TOKEN = re.compile("[0-9a-f]{32}")  # lists that were taken in by command lie beside, under the names of roots
GRACE = timedelta(days=1)  # longer than any request or job that is still writing


@task
def remove_lists() -> int:
    return remove_old(now=timezone.now())


def remove_old(*, now: datetime) -> int:
    """How many folders are gone: those whose term is out, and those that no row knows."""
    removed = 0
    for row in _kept():
        if _is_over(row, day_of(now)):
            _remove(row, now)
            removed += 1
    return removed + _remove_unknown(now)


def _kept() -> list[ListCheck | LogReview]:
    return [
        *ListCheck.objects.filter(removed_on__isnull=True).select_related("round__root"),
        *LogReview.objects.filter(removed_on__isnull=True).select_related("round__root"),
    ]


def _is_over(row: ListCheck | LogReview, today: date) -> bool:
    began = day_of(row.taken_in_at)
    return due_day(began, read_terms(row.round.root).term_on(TERM, began)) < today


def _remove(row: ListCheck | LogReview, now: datetime) -> None:
    """The row first: what is told as removed and is still there goes with those that no row knows."""
    row.removed_on = day_of(now)
    row.save(update_fields=["removed_on"])
    subject = trail.Subject(kind=KIND, actor_id=None, record_id=row.round_id, unit_id=row.round.unit_id)
    trail.write([trail.event("list_removed", subject, at=now)])
    shutil.rmtree(row.folder, ignore_errors=True)


def _remove_unknown(now: datetime) -> int:
    known = {row.token for row in _kept()}
    left = [folder for folder in _folders() if folder.name not in known and _is_old(folder, now)]
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return len(left)


def _folders() -> list[Path]:
    parent: Path = settings.VARVET_DATA / FOLDER
    found = parent.iterdir() if parent.exists() else ()
    return [path for path in found if path.is_dir() and TOKEN.fullmatch(path.name)]


def _is_old(folder: Path, now: datetime) -> bool:
    return datetime.fromtimestamp(folder.stat().st_mtime, tz=now.tzinfo) < now - GRACE


PERIODIC = (Periodic("self_checks.remove_lists", remove_lists, at=time(3, 45)),)
