"""What whoever reported reads: their own reports, what is new in them, who has them, and never what is internal."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max, Q, QuerySet

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import get_role, roles_with
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.tree import line_on
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.registers.deviations.models import KIND, Deviation, LastSeen, Part, Reporting
from varvet.registers.deviations.models.codes import hash_of_code
from varvet.registers.deviations.rules.plain import HAPPENED

MOST = 100
FOR_REPORTER = (Part.WHAT, Part.AFFECTED, Part.DONE, Part.MORE, Part.FEEDBACK)
ANSWER = (Part.FEEDBACK,)


@dataclass(frozen=True)
class ReadBy:
    """Who has a report: people of the nearest unit by role and name, those further up by their roles alone."""

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
    rows = reported_by(reader).prefetch_related("mentions__category")
    return list(rows.order_by("-received_at", "-pk")[:MOST])


def with_news(reader: Reader, deviations: Iterable[Deviation]) -> frozenset[int]:
    """Ids of those in which something a reporter is told of has happened since the reader looked."""
    rows = {deviation.pk: deviation for deviation in deviations}
    seen = dict(LastSeen.objects.filter(user=reader.user, deviation__in=rows).values_list("deviation", "version"))
    events = AuditEvent.objects.filter(record_id__in=rows, event__in=HAPPENED)
    latest = events.exclude(actor_id=reader.user.pk).values_list("record_id").annotate(Max("version"))
    return frozenset(pk for pk, version in latest if pk is not None and (version or 0) > seen.get(pk, 0))


def list_happened(deviation: Deviation) -> list[Happened]:
    """Newest first."""
    rows = AuditEvent.objects.filter(kind=KIND, record_id=deviation.pk, event__in=HAPPENED).order_by("-pk")
    return [Happened(event, HAPPENED[event.event]) for event in rows[:MOST]]


def read_own(deviation: Deviation, *, by: User) -> list[Words]:
    """What was reported and what it led to, oldest first; the reading is noted. Nothing internal."""
    return narratives.read(deviation, by=by, only=Q(part__in=FOR_REPORTER))


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


def told_by(deviation: Deviation) -> str:
    """For handlers: who it was reported for, in the reporter's words or the colleague's name; empty for nobody."""
    found = Reporting.objects.filter(deviation=deviation).select_related("on_behalf_of").first()
    if found is None:
        return ""
    return found.on_behalf_of.name if found.on_behalf_of else found.told_by or ""


def reporters_of(deviation: Deviation) -> list[User]:
    """Whom to tell how it went: who sent it, and the colleague it was sent for. Nobody when there was no account."""
    ids = {deviation.opened_by_id}
    ids |= set(Reporting.objects.filter(deviation=deviation).values_list("on_behalf_of", flat=True))
    return list(User.objects.filter(pk__in=[pk for pk in ids if pk], is_active=True).order_by("pk"))


def read_by(deviation: Deviation) -> ReadBy:
    """Who assesses it, as assignments stood the day it came in."""
    day = day_of(deviation.received_at)
    codes = [role.code for role in roles_with("deviations.assess")]
    in_force = Q(first_day__lte=day) & (Q(last_day__isnull=True) | Q(last_day__gte=day))
    held = Assignment.objects.filter(in_force, role__in=codes, unit__root=deviation.root_id, user__is_active=True)
    height = _heights(deviation, line_on({deviation.root_id}, day).above)
    rows = sorted(held.select_related("user").filter(unit__in=height), key=lambda row: height[row.unit_id])
    least = height[rows[0].unit_id] if rows else 0
    nearest = [(get_role(row.role).label, row.user.name) for row in rows if height[row.unit_id] == least]
    further = [get_role(row.role).label for row in rows if height[row.unit_id] > least]
    return ReadBy(tuple(dict.fromkeys(nearest)), tuple(dict.fromkeys(further)))


def _heights(deviation: Deviation, above: dict[int, set[int]]) -> dict[int, int]:
    """Steps up from the deviation's unit to each unit above it, 0 for its own."""
    found, level, height = {deviation.unit_id: 0}, {deviation.unit_id}, 0
    while level:
        height += 1
        level = {unit for below in level for unit in above.get(below, ())} - found.keys()
        found |= dict.fromkeys(level, height)
    return found
