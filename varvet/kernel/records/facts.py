"""The fact table: each record's countable happenings, written with it and provable by counting again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from itertools import chain

from django.db import transaction
from django.db.models import prefetch_related_objects

from varvet.kernel.organisation.models import Unit, UnitPeriod
from varvet.kernel.organisation.tree import Place, place_among, place_on, places
from varvet.kernel.records.models import Fact, Link, LinkKind, Record
from varvet.kernel.records.registry import Register, get_register, list_registers

Where = Callable[[int, date], Place]
BATCH = 500
COMPARED = [f.attname for f in Fact._meta.concrete_fields if not f.primary_key]


@dataclass
class RebuildResult:
    """How many records were counted anew, and the references of those whose facts did not agree."""

    records: int = 0
    facts: int = 0
    different: list[str] = field(default_factory=list)


def replace_facts(record: Record) -> None:
    """Counts one record anew and replaces its facts."""
    Fact.objects.filter(record_id=record.pk).delete()
    Fact.objects.bulk_create(facts_of(record, cache(place_on)))


def recount_followed(record: Record) -> None:
    """Counts anew the records that this one follows on, where their register tells what followed."""
    followed = {card.kind for card in list_registers() if card.counts_followers}
    for kind in followed & set(get_register(record.kind).follows):
        ties = Link.objects.filter(source_id=record.pk, kind=LinkKind.FOLLOWS, target__kind=kind)
        rows = get_register(kind).model._base_manager.select_for_update(of=("self",))
        for origin in rows.filter(pk__in=list(ties.values_list("target_id", flat=True))).order_by("pk"):
            replace_facts(origin)


def write_first_facts(record: Record) -> None:
    """Counts a record that was made just now, from its own row alone: what hangs on it is known to be nothing yet."""
    hanging = {name.partition("__")[0] for name in get_register(record.kind).related}
    many = {name for name in hanging if record._meta.get_field(name).one_to_many}
    known = {name: getattr(record, name).none() for name in many}
    record._prefetched_objects_cache = known  # type: ignore[attr-defined]  # where Django keeps what has been read
    Fact.objects.bulk_create(facts_of(record, cache(place_on)))
    del record._prefetched_objects_cache  # type: ignore[attr-defined]  # it holds only until somebody adds to it


def add_facts(records: Sequence[Record]) -> None:
    """Writes the facts of new records of one root and kind."""
    if records:
        prefetch_related_objects(records, *get_register(records[0].kind).related)
        where = _places_of(records[0].root)
        Fact.objects.bulk_create([fact for record in records for fact in facts_of(record, where)], batch_size=400)


def facts_of(record: Record, where: Where) -> list[Fact]:
    """The record's facts as rows, not saved. Root, area and provider are those of the fact's day."""
    register = get_register(record.kind)
    return [_as_fact(record, register, row_values, where) for row_values in map(asdict, register.facts(record))]


def _as_fact(record: Record, register: Register, values: dict[str, object], where: Where) -> Fact:
    unit_id, day, happening = values["unit_id"], values["day"], values["happening"]
    if happening not in register.happenings:
        raise ValueError(f"The register {register.kind} has not declared the happening {happening}.")
    assert isinstance(unit_id, int)
    assert isinstance(day, date)
    place = where(unit_id, day)
    return Fact(
        register=register.kind,
        root_id=record.root_id,
        area=place.area,
        record_id=record.pk,
        **{**values, "provider": values["provider"] or place.provider},
    )


def _places_of(root: Unit) -> Where:
    known: dict[int, list[UnitPeriod]] = places(root)
    return lambda unit_id, day: place_among(known[unit_id], day)


def rebuild(*, check: bool, told: Callable[[int], None] = lambda _: None) -> RebuildResult:
    """Counts every record anew. With `check` nothing is written, only compared; `told` gets records done so far."""
    result = RebuildResult()
    kinds = set(Record.objects.order_by().values_list("root_id", "kind").distinct())
    for root in Unit.objects.filter(pk__in={root for root, _ in kinds}).order_by("pk"):
        where = _places_of(root)
        registers = [register for register in list_registers() if (root.pk, register.kind) in kinds]
        for records in chain.from_iterable(_batches(register, root.pk) for register in registers):
            _rebuild_batch(records, where, result, check=check)
            told(result.records)
    _find_orphans(result)
    return result


def _batches(register: Register, root_id: int) -> Iterator[list[Record]]:
    rows = register.model._base_manager.filter(root_id=root_id).order_by("pk").prefetch_related(*register.related)
    batch = list(rows[:BATCH])
    while batch:
        yield batch
        batch = list(rows.filter(pk__gt=batch[-1].pk)[:BATCH]) if len(batch) == BATCH else []


def _rebuild_batch(records: list[Record], where: Where, result: RebuildResult, *, check: bool) -> None:
    stored: dict[int, list[tuple[object, ...]]] = {record.pk: [] for record in records}
    for fact in Fact.objects.filter(record_id__in=stored):
        stored[fact.record_id].append(_key(fact))
    for record in records:
        counted = facts_of(record, where)
        result.records += 1
        result.facts += len(counted)
        if sorted(map(repr, map(_key, counted))) == sorted(map(repr, stored[record.pk])):
            continue
        result.different.append(record.reference)
        if not check:
            _replace(record, counted)


def _key(fact: Fact) -> tuple[object, ...]:
    return tuple(getattr(fact, name) for name in COMPARED)


@transaction.atomic
def _replace(record: Record, counted: list[Fact]) -> None:
    Fact.objects.filter(record_id=record.pk).delete()
    Fact.objects.bulk_create(counted)


def _find_orphans(result: RebuildResult) -> None:
    """Facts without a record are left where they are and named: nothing here removes a count."""
    orphans = Fact.objects.exclude(record_id__in=Record.objects.values("pk")).values_list("record_id", flat=True)
    result.different.extend(f"record {pk}" for pk in orphans.distinct().order_by("record_id"))
