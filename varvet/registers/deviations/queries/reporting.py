"""What whoever reported reads: their own reports, what is new in them, who has them, and never what is internal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.registers.deviations.models import KIND, READ_BY_REPORTER, Deviation, LastSeen, Part, Reporting
from varvet.registers.deviations.models.codes import hash_of_code
from varvet.registers.deviations.queries.owners import HANDLE, holders, owners_of
from varvet.registers.deviations.rules.plain import HAPPENED

MOST = 100
ANSWER = (Part.MESSAGE, Part.DISMISSED, Part.FEEDBACK)  # written to the reporter


@dataclass(frozen=True)
class ReadBy:
    """Who has a report: those it is with by role and name, those further up by their roles alone."""

    nearest: tuple[tuple[str, str], ...]
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Happened:
    """Something a reporter is told of. `sentence` is marked, to be said when shown."""

    event: AuditEvent
    sentence: str


def reported_by(reader: Reader) -> QuerySet[Deviation]:
    """What the reader sent, or a colleague sent for them."""
    own = Q(opened_by=reader.user) | Q(reporting__on_behalf_of=reader.user)
    return Deviation.objects.filter(own, root=reader.root).select_related("unit", "root", "reporting")


def list_mine(reader: Reader) -> list[Deviation]:
    """Newest first, at most 100."""
    return list(reported_by(reader).order_by("-received_at", "-pk")[:MOST])


def with_news(reader: Reader, deviations: Iterable[Deviation]) -> frozenset[int]:
    """Ids of those in which something a reporter is told of has happened since the reader looked."""
    rows = {deviation.pk: deviation for deviation in deviations}
    looked = LastSeen.objects.filter(user=reader.user, deviation=OuterRef("record_id")).values("version")
    events = AuditEvent.objects.filter(record_id__in=rows, event__in=HAPPENED).exclude(actor_id=reader.user.pk)
    latest = events.annotate(seen=Subquery(looked)).values_list("record_id", "seen").annotate(Max("version"))
    return frozenset(pk for pk, seen, version in latest if pk is not None and (version or 0) > (seen or 0))


def list_happened(deviation: Deviation) -> list[Happened]:
    """Newest first."""
    rows = AuditEvent.objects.filter(kind=KIND, record_id=deviation.pk, event__in=HAPPENED).order_by("-pk")
    return [Happened(event, HAPPENED[event.event]) for event in rows[:MOST]]


def read_own(deviation: Deviation, *, by: User) -> list[Words]:
    """What was reported and what it led to, oldest first; the reading is noted. Nothing internal."""
    return narratives.read(deviation, by=by, only=Q(part__in=READ_BY_REPORTER))


def read_answer(deviation: Deviation) -> list[Words]:
    """The answer alone, for whoever holds the code: what was reported is not shown to one who may have found it."""
    return narratives.read(deviation, by=None, only=Q(part__in=ANSWER))


def find_by_code(written: str) -> str:
    """The hash that stands for a report's code, empty when there is no report with it."""
    found = hash_of_code(written)
    return found if Reporting.objects.filter(follow_hash=found).exists() else ""


def get_made(record: Record) -> Deviation:
    """The deviation that a form's key made; who may ask has been settled by the key."""
    return Deviation.objects.select_related("unit", "root").get(pk=record.pk)


def find_by_hash(follow_hash: str) -> Deviation | None:
    """The report of a code that has been given before; None for none."""
    rows = Reporting.objects.exclude(follow_hash="").filter(follow_hash=follow_hash)
    found = rows.select_related("deviation__unit", "deviation__root").first()
    return found.deviation if found else None


def reporter_of(deviation: Deviation) -> User | None:
    """The colleague it was sent for, else who sent it; None for whoever has no account."""
    found = Reporting.objects.filter(deviation=deviation).select_related("on_behalf_of").first()
    return (found.on_behalf_of if found else None) or deviation.opened_by


def told_by(deviation: Deviation) -> str:
    """For handlers: who it was reported for, in the reporter's words or the colleague's name; empty for nobody."""
    found = Reporting.objects.filter(deviation=deviation).select_related("on_behalf_of").first()
    if found is None:
        return ""
    return found.on_behalf_of.name if found.on_behalf_of else found.told_by or ""


def read_by(deviation: Deviation, today: date) -> ReadBy:
    """Who has it by name, and by their roles those further up who can assess it too."""
    owners = owners_of(deviation, today)
    known = {holder.user.pk for holder in owners}
    further = [holder.role for holder in holders(deviation, HANDLE, today) if holder.user.pk not in known]
    return ReadBy(tuple((holder.role, holder.user.name) for holder in owners), tuple(dict.fromkeys(further)))
