"""A register as small as can be, on the spine's own table: what the kernel's tests write records with."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from varvet.kernel.access.reader import Reader
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.law.days import day_of
from varvet.kernel.records import registry, spine
from varvet.kernel.records.models import Record
from varvet.kernel.records.numbering import next_reference
from varvet.kernel.records.registry import FactRow, Register

KIND = "toys"


def facts(record: Record) -> list[FactRow]:
    received = FactRow("received", day_of(record.received_at), record.unit_id)
    return [received] if record.closed_at is None else [received, FactRow("closed", day_of(NOW), record.unit_id)]


TOYS = Register(
    kind=KIND,
    label="Leksaker",
    prefix="LEK",
    page="toys:page",
    model=Record,
    facts=facts,
    visible_to=lambda reader: Record.objects.filter(unit_id__in=reader.units("deviations.view")),
    statuses={"open": "Öppen"},
    happenings=("received", "closed"),
)


@pytest.fixture
def toys() -> Iterator[Register]:
    """The toys alone: another register would count the same table again."""
    running = registry.list_registers()
    registry.clear()
    registry.add(TOYS)
    yield TOYS
    registry.clear()
    for register in running:
        registry.add(register)


@transaction.atomic
def make_toy(cast: Cast) -> Record:
    return write_toy(cast)


def write_toy(cast: Cast) -> Record:
    """Inside a transaction of the caller's."""
    record = Record.objects.create(
        kind=KIND,
        reference=next_reference(cast.root, KIND, 2026),
        root=cast.root,
        unit=cast.a,
        status="open",
        received_at=NOW,
        opened_by=cast.bo,
    )
    spine.commit(record, "received", by=cast.bo)
    return record


def toys_of(reader: Reader) -> list[Record]:
    return list(TOYS.visible_to(reader))
