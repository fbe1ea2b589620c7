"""Retention of the lists that were taken in by command: each goes when its root's own term is out."""

from datetime import date, datetime, time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from varvet.kernel.audit import trail
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.jobs.schedule import Periodic
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.organisation.tree import find_root

if TYPE_CHECKING:
    from varvet.extracts.shelf.manifests import Kept

FOLDER = "extracts"  # in the data folder; the lists of rounds lie beside, under names of their own
TERM = "gallring_inlast_lista"


def shelf() -> Path:
    return Path(settings.VARVET_DATA) / FOLDER


@task
def remove_kept_extracts() -> int:
    return remove_over(now=timezone.now())


def remove_over(*, now: datetime) -> int:
    """How many are gone: those whose root's term is out. Of a root that is no more, the installation's term holds."""
    if not shelf().exists():
        return 0
    keeping = import_module("varvet.extracts.shelf.keeping")  # heavy, and loaded first when there is something there
    tables: dict[str, TermTable] = {}

    def is_over(kept: "Kept") -> bool:
        root = kept.manifest.root
        if root not in tables:
            tables[root] = read_terms(find_root(root))
        return _last_day(kept.manifest.imported_at, tables[root]) < day_of(now)

    gone: list[Kept] = keeping.remove_those(shelf(), is_over)
    trail.write([_told(kept, now) for kept in gone])
    return len(gone)


def _last_day(imported_at: datetime, terms: TermTable) -> date:
    began = day_of(imported_at)
    return due_day(began, terms.term_on(TERM, began))


def _told(kept: "Kept", now: datetime) -> AuditEvent:
    root = find_root(kept.manifest.root)
    subject = trail.Subject(kind="extracts", actor_id=None, unit_id=root.pk if root else None)
    return trail.event("extract_removed", subject, data={"list": kept.manifest.kind.value}, at=now)


PERIODIC = (Periodic("extracts.remove_kept", remove_kept_extracts, at=time(3, 50)),)
