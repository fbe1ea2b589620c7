"""Which reports a reader sees, and what is read of one."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.categories import find_list
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.records import narratives
from varvet.kernel.records.confidential import within
from varvet.kernel.records.models import Confidentiality, Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import Readable
from varvet.registers.provider_reports.models import (
    CASE_REFERENCE,
    KIND,
    OF_FOLLOW_UPS,
    TYPES,
    FollowUp,
    Narrative,
    Part,
    ProviderReport,
)

SEE, EXCLUDED = "provider_reports.view", "provider_reports.view_excluded"
HANDLE, READ_CASE = "provider_reports.handle", "provider_reports.case_reference"


def visible_to(reader: Reader) -> QuerySet[ProviderReport]:
    """Reports that concern the reader's units; those that exclude the manager only with one permission more."""
    rows = ProviderReport.objects.filter(within(reader, SEE, EXCLUDED), root=reader.root)
    return rows.select_related("unit", "root", "handler", "provider", "category", "category_list")


def listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(within(reader, SEE, EXCLUDED), kind=KIND, root=reader.root)


def _searched(_: Reader) -> Q:
    """A case reference leads to a person: nobody finds it by searching."""
    return ~CASE_REFERENCE


READABLE = Readable(SEE, listed, _searched)


def can_handle(reader: Reader, report: ProviderReport) -> bool:
    return may_within(reader, HANDLE, report)


def may_within(reader: Reader, permission: str, report: ProviderReport) -> bool:
    """Whether the reader holds the permission, and one more where the record excludes the manager."""
    shut = report.confidentiality == Confidentiality.MANAGER_EXCLUDED
    needed = [permission, EXCLUDED] if shut else [permission]
    return all(reader.can(one, report.unit_id) for one in needed)


def read_narratives(reader: Reader, report: ProviderReport) -> list[Words]:
    """The texts, oldest first, but those of follow-ups; each reading is noted, that of a case reference by itself."""
    only = ~OF_FOLLOW_UPS if may_within(reader, READ_CASE, report) else ~OF_FOLLOW_UPS & ~CASE_REFERENCE
    words = narratives.read(report, by=reader.user, only=only)
    if any(said.part == Part.CASE for said in words):
        note_reading(report, "case_reference", by=reader.user)
    return words


@dataclass(frozen=True)
class FollowUpRead:
    """A follow-up with its words by part; of several answers the latest."""

    follow_up: FollowUp
    words: dict[str, str]


def read_follow_ups(reader: Reader, report: ProviderReport) -> list[FollowUpRead]:
    """In the order they were planned; the reading is noted."""
    found = list(report.follow_ups.select_related("done_by"))
    if found:
        note_reading(report, "follow_ups", by=reader.user)
    texts = list(Narrative.objects.filter(OF_FOLLOW_UPS, report=report).order_by("written_at", "pk"))
    return [FollowUpRead(one, {text.part: text.text for text in texts if text.follow_up_id == one.pk}) for one in found]


def find_follow_up(report: ProviderReport, pk: int) -> FollowUp | None:
    return FollowUp.objects.filter(report=report, pk=pk).select_related("report__unit", "report__root").first()


def category_list_on(root: Unit, day: date) -> CategoryList | None:
    """The version of the list of types in force on a day."""
    return find_list(root, TYPES, day)


def list_types(versions: CategoryList | None) -> QuerySet[Category]:
    return Category.objects.filter(list=versions).order_by("order", "pk")
