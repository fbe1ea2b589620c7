"""Improvements as those who handle them read them: the list, one of them, and who can be chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, Q, QuerySet

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import roles_with
from varvet.kernel.records import narratives, paging
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.kernel.records.registry import Readable, get_register
from varvet.kernel.search.files import MOST_ROWS, check_size
from varvet.registers.improvements.models import KIND, Improvement
from varvet.registers.improvements.rules import OPEN

EDIT, EXPORT = "improvements.edit", "improvements.export"
BATCH = 500
MOST_CHANGED, MOST_BEGUN = 100, 20


@dataclass(frozen=True)
class Filters(paging.Filters):
    """Empty means all. The days are the last ones of the improvement, not when it came in."""

    quality_area: str = ""
    cause: str = ""
    effect: str = ""
    mine: bool = False


def visible_to(reader: Reader) -> QuerySet[Improvement]:
    """Improvements in the reader's units."""
    rows = Improvement.objects.filter(root=reader.root, unit_id__in=reader.units("improvements.view"))
    return rows.select_related("unit", "root", "owner", "judged_by", "judged_with")


def _listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(kind=KIND, root=reader.root, unit_id__in=reader.units("improvements.view"))


READABLE = Readable("improvements.view", _listed)


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Improvement]:
    """A page of the units' improvements, newest first, without their texts."""
    return page_of(chosen_records(reader, filters), after, children_of)


def chosen_records(reader: Reader, filters: Filters) -> QuerySet[Record]:
    """Rows of the common table that the filters let through, in no order."""
    shared = paging.Filters(status=filters.status, unit=filters.unit)
    rows = narrowed(_listed(reader), shared, OPEN, reader)
    wanted = _own_columns(filters, reader)
    if wanted:
        rows = rows.filter(pk__in=Improvement.objects.filter(wanted, root=reader.root).values("pk"))
    if filters.quality_area:
        touched = Improvement.objects.filter(pk=OuterRef("pk"), areas__quality_area=filters.quality_area)
        rows = rows.filter(Exists(touched))
    return rows


def list_changeable(reader: Reader, filters: Filters) -> list[Improvement]:
    """The open ones of the choice that the reader may change, the nearest day first, at most 100."""
    rows = chosen_records(reader, replace(filters, status="open")).filter(unit_id__in=reader.units(EDIT))
    found = Improvement.objects.filter(pk__in=rows.values("pk")).select_related("unit", "owner")
    return list(found.order_by("due_on", "pk")[:MOST_CHANGED])


def _own_columns(filters: Filters, reader: Reader) -> Q:
    asked = {
        "cause": filters.cause,
        "effect": filters.effect,
        "due_on__gte": filters.first_day,
        "due_on__lte": filters.last_day,
        "owner": reader.user if filters.mine else None,
    }
    return Q(**{name: value for name, value in asked.items() if value})


def children_of(ids: Sequence[int]) -> list[Improvement]:
    rows = Improvement.objects.filter(pk__in=ids).select_related("unit", "owner", "effect_plan")
    return list(rows.prefetch_related("areas"))


def exported_ids(reader: Reader, filters: Filters) -> list[int]:
    """The last first, where the reader may take the list out. RuleBroken where they are too many."""
    rows = chosen_records(reader, filters).filter(unit_id__in=reader.units(EXPORT))
    ids = list(rows.order_by("-received_at", "-pk").values_list("pk", flat=True)[: MOST_ROWS + 1])
    check_size(len(ids))
    return ids


def exported(ids: Sequence[int]) -> Iterator[Improvement]:
    """In the order of the ids, a batch at a time."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = {improvement.pk: improvement for improvement in children_of(batch)}
        yield from (found[pk] for pk in batch if pk in found)


def read_narratives(reader: Reader, improvement: Improvement) -> list[Words]:
    """The texts, oldest first; each reading is noted."""
    return narratives.read(improvement, by=reader.user)


def find_origin(reader: Reader, reference: str) -> Record | None:
    """The record an improvement is to follow from, of any register, when the reader may see it."""
    record = Record.objects.filter(root=reader.root, reference=reference).first()
    if record is None:
        return None
    seen = get_register(record.kind).visible_to(reader)
    return record if seen.filter(pk=record.pk).exists() else None


def begun_on_page(reader: Reader, address: str) -> list[Improvement]:
    """What began from a page that is no record, the newest first, at most 20. Who sees none is not asked about."""
    if not reader.has("improvements.view"):
        return []
    return list(visible_to(reader).filter(origin_address=address).order_by("-pk")[:MOST_BEGUN])


def titles_of(ids: Sequence[int]) -> dict[int, str]:
    """What is to be done in each: it never names a person."""
    return dict(Improvement.objects.filter(pk__in=ids).values_list("pk", "what"))


def list_owners(reader: Reader) -> list[User]:
    """Those who hold a role in the root today, by name."""
    return _people(_assigned(reader))


def list_judges(reader: Reader) -> list[User]:
    """Those of them who handle improvements somewhere in the root."""
    return _people(_assigned(reader).filter(role__in=[role.code for role in roles_with(EDIT)]))


def _assigned(reader: Reader) -> QuerySet[Assignment]:
    in_force = Q(last_day__isnull=True) | Q(last_day__gte=reader.today)
    return Assignment.objects.filter(in_force, unit__root=reader.root, first_day__lte=reader.today)


def _people(held: QuerySet[Assignment]) -> list[User]:
    return list(User.objects.filter(is_active=True, pk__in=held.values("user_id")).order_by("name"))
