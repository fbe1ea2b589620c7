"""Which incidents a reader sees, and what is read of one."""

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.records import narratives
from varvet.kernel.records.confidential import within
from varvet.kernel.records.models import Confidentiality, Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.registry import Readable, is_visible
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of
from varvet.registers.privacy_incidents.models import KIND, READ_BY_REPORTER, PrivacyIncident
from varvet.registers.privacy_incidents.models.deadline import Deadline, imy_deadline

VIEW, EXCLUDED = "privacy_incidents.view", "privacy_incidents.view_excluded"
MOST_MINE = 100


def visible_to(reader: Reader) -> QuerySet[PrivacyIncident]:
    """Incidents in the reader's units, and those the reader reported."""
    seen = within(reader, VIEW, EXCLUDED) | Q(opened_by=reader.user)
    rows = PrivacyIncident.objects.filter(seen, root=reader.root)
    return rows.select_related("unit", "root", "handler", "category", "category_list", "decided_by", "notified_by")


def reported_by(reader: Reader) -> QuerySet[PrivacyIncident]:
    """What the reader reported."""
    return visible_to(reader).filter(opened_by=reader.user)


REPORTED = Seldom("privacy_incidents.reported", reported_by)


def list_mine(reader: Reader) -> list[PrivacyIncident]:
    """What the reader reported, the newest first, at most 100. Most have reported none: then nothing more is asked."""
    if not ids_of(reader, REPORTED):
        return []
    return list(reported_by(reader).order_by("-received_at", "-pk")[:MOST_MINE])


def listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(within(reader, VIEW, EXCLUDED), kind=KIND, root=reader.root)


READABLE = Readable(VIEW, listed)


def handles(reader: Reader, incident: PrivacyIncident) -> bool:
    """Whether it is theirs to read whole: by their role, not only since they reported it."""
    return may(reader, VIEW, incident)


def may(reader: Reader, permission: str, incident: PrivacyIncident) -> bool:
    """Whether the reader has a permission for the incident, also when it excludes the manager."""
    shut = incident.confidentiality == Confidentiality.MANAGER_EXCLUDED
    open_to = not shut or reader.can(EXCLUDED, incident.unit_id)
    return open_to and reader.can(permission, incident.unit_id)


def read_narratives(reader: Reader, incident: PrivacyIncident) -> list[Words]:
    """The texts, oldest first; each reading is noted. Who only reported reads what was written by and to them."""
    only = Q() if handles(reader, incident) else Q(part__in=READ_BY_REPORTER)
    return narratives.read(incident, by=reader.user, only=only)


def report_by(incident: PrivacyIncident) -> Deadline:
    return imy_deadline(incident, read_terms(incident.root))


def find_origin(reader: Reader, reference: str) -> Record | None:
    """The record an incident is to follow from, of any register, when the reader may see it."""
    record = Record.objects.filter(root=reader.root, reference=reference).select_related("unit").first()
    return record if record is not None and is_visible(reader, record) else None
