"""A register of samples, with a measure of each kind, and facts written straight into the table."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from varvet.kernel.access.reader import Reader
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import registry
from varvet.kernel.records.models import Confidentiality, Fact, Record
from varvet.kernel.records.registry import FactRow, Measure, Permission, Register, Value

KIND = "samples"
BREAKDOWNS = ("month", "quarter", "year", "unit", "category", "kind")


def measure(name: str, value: Value, **more: Any) -> Measure:
    return Measure(
        code=f"{KIND}.{name}",
        label=f"Prov {name}",
        counts="Antal prov.",
        register=KIND,
        happening="taken",
        breakdowns=BREAKDOWNS,
        missing="0 betyder inget.",
        value=value,
        **more,
    )


MEASURES = (
    measure("count", Value.COUNT),
    measure("part", Value.NUMERATOR),
    measure("whole", Value.DENOMINATOR),
    measure("rest", Value.REMAINDER),
    measure("share", Value.SHARE),
    measure("rest_share", Value.REMAINDER_SHARE),
    measure("median", Value.MEDIAN_DAYS),
    measure("own", Value.COUNT, where=(("kind", ("a", "b")),)),
)


def facts(record: Record) -> list[FactRow]:
    return [FactRow("taken", record.received_at.date(), record.unit_id)]


def visible_to(reader: Reader) -> Any:
    """As a register that can shut a unit's manager out."""
    seen = Record.objects.filter(kind=KIND, unit_id__in=reader.units("deviations.view"), root=reader.root)
    open_to_all = seen.filter(confidentiality=Confidentiality.NORMAL)
    return open_to_all | seen.filter(unit_id__in=reader.units("lex_sarah.view_excluded"))


SAMPLES = Register(
    kind=KIND,
    label="Prov",
    prefix="PRO",
    page="deviations:page",
    model=Record,
    facts=facts,
    visible_to=visible_to,
    statuses={"open": "Öppet"},
    happenings=("taken", "closed"),
    measures=MEASURES,
    permissions=(Permission("deviations.view", "Se"),),
)


@contextmanager
def alone() -> Iterator[None]:
    """No other register runs meanwhile."""
    running = registry.list_registers()
    registry.clear()
    registry.add(SAMPLES)
    yield
    registry.clear()
    for register in running:
        registry.add(register)


def add_fact(unit: Unit, day: date, **more: Any) -> Fact:
    root = unit.root
    assert root
    values = {"register": KIND, "happening": "taken", "area": "children", "provider": "own", "record_id": 0, **more}
    return Fact.objects.create(root=root, unit=unit, day=day, **values)


def add_record(cast: Cast, unit: Unit, number: int, **more: Any) -> Record:
    """A record with its fact, taken on the 9th of March 2026."""
    assert unit.root
    record = Record.objects.create(
        kind=KIND,
        reference=f"PRO-2026-{number:04d}",
        root=unit.root,
        unit=unit,
        status="open",
        received_at=datetime(2026, 3, 9, 12, number // 60, number % 60, tzinfo=UTC),
        opened_by=cast.bo,
        **more,
    )
    add_fact(unit, date(2026, 3, 9), record_id=record.pk)
    return record
