"""A unit's feedback in pages, without its texts, and what of it can be searched."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Category
from varvet.kernel.records import paging
from varvet.kernel.records.confidential import within
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.kernel.records.registry import Readable
from varvet.registers.feedback.models import KIND, TYPES, Feedback, Mention, Part
from varvet.registers.feedback.queries.visible import EXCLUDED
from varvet.registers.feedback.rules import OPEN

ME, NOBODY = "jag", "ingen"
HANDLERS = (ME, NOBODY)
# What was settled in a talk, or is in the person's own case, is registered nowhere else.
UNREGISTERED, ANSWER_UNREGISTERED, REGISTERED = "vantar", "svar-vantar", "diariefort"
IN_DIARY = {
    UNREGISTERED: Q(registered_on__isnull=True, settled_at_once=False, handled_in_case=False),
    ANSWER_UNREGISTERED: Q(registered_on__isnull=False, answered_on__isnull=False, answer_registered_on__isnull=True),
    REGISTERED: Q(registered_on__isnull=False),
}


@dataclass(frozen=True)
class Filters(paging.Filters):
    """What the list is narrowed to; empty means all."""

    sort: str = ""
    category: str = ""
    channel: str = ""
    said_by: str = ""
    handler: str = ""  # one of HANDLERS
    diary: str = ""  # one of IN_DIARY
    added: bool = False
    in_case: bool = False


def listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(within(reader, "feedback.view", EXCLUDED), kind=KIND, root=reader.root)


def _parts(reader: Reader) -> Q:
    """Who said it is searched by those who answer, nobody else."""
    return ~Q(part=Part.SENDER) | Q(feedback__unit_id__in=reader.units("feedback.answer"))


READABLE = Readable("feedback.view", listed, _parts)


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Feedback]:
    """A page of the units' feedback, newest first, without its texts."""
    return page_of(chosen_records(reader, filters), after, children_of)


def chosen_records(reader: Reader, filters: Filters) -> QuerySet[Record]:
    """Rows of the common table that the filters let through, in no order."""
    rows = narrowed(listed(reader), filters, OPEN, reader)
    wanted = _own_columns(filters) & _handled_by(filters.handler, reader)
    if not wanted:
        return rows
    return rows.filter(Exists(Feedback.objects.filter(wanted, pk=OuterRef("pk"))))


def _own_columns(filters: Filters) -> Q:
    asked = {"sort": filters.sort, "channel": filters.channel, "said_by": filters.said_by}
    wanted = Q(**{name: value for name, value in asked.items() if value})
    if filters.category:
        wanted &= Q(Exists(Mention.objects.filter(feedback=OuterRef("pk"), category__code=filters.category)))
    if filters.added:
        wanted &= Q(added_on__isnull=False)
    if filters.in_case:
        wanted &= Q(handled_in_case=True)
    return wanted & IN_DIARY.get(filters.diary, Q())


def _handled_by(handler: str, reader: Reader) -> Q:
    return {ME: Q(handler=reader.user), NOBODY: Q(handler__isnull=True)}.get(handler, Q())


def children_of(ids: Sequence[int]) -> list[Feedback]:
    """With unit and categories, in two queries."""
    mentions = Prefetch("mentions", Mention.objects.select_related("category"))
    return list(Feedback.objects.filter(pk__in=ids).select_related("unit").prefetch_related(mentions))


def list_types(reader: Reader) -> dict[str, str]:
    """Code -> label of the types feedback can have, those of earlier lists too; the newest label of each."""
    lists = {"list__root": reader.root, "list__key": TYPES, "list__first_day__lte": reader.today}
    rows = Category.objects.filter(**lists).order_by("list__version", "order", "pk")
    return dict(rows.values_list("code", "label_sv"))
