"""A municipality with a long list: a hundred thousand deviations, and the texts of one unit's year."""

import random
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction

from bench.plain import row_of
from varvet.kernel.access.tests.cast import NOW, Cast, make_unit
from varvet.kernel.organisation.tree import rebuild_below
from varvet.kernel.records.models import Record
from varvet.registers.deviations.models import KIND, Deviation, Narrative, Part

LISTED, UNITS, A_YEAR = 100_000, 40, 1_000  # deviations, units in four departments, deviations of a unit's year
MINUTES = 26  # between two reports: five years in all
STATUSES = ("received", "assessed", "investigating", "acting", "following_up", *("closed",) * 7)
VOCABULARY = """
medicin rutin larm fallit korridor nyckel brukare kvällspass signerad dos hembesök försenad samtal anhörig journal
dokumenterad ansökan beslut handläggare telefon besök missad utebliven kontakt planering genomförd
"""

# What differs from row to row in the register's own table, by the number of the record.
OWN = {
    "nature": "CASE WHEN r.status = 'received' THEN '' WHEN r.id % 3 = 0 THEN 'near_miss' ELSE 'deviation' END",
    "severity": "CASE WHEN r.status = 'received' THEN '' WHEN r.id % 7 = 0 THEN 'serious' ELSE 'minor' END",
    "worry": "1 + r.id % 4",
}
MENTIONED = """
INSERT INTO deviations_mention (deviation_id, category_id, "primary")
SELECT record_id, CASE WHEN record_id %% 100 = 7 THEN %s WHEN record_id %% 10 < 3 THEN %s ELSE %s END, true
FROM deviations_deviation WHERE nature <> ''
"""


def fill(cast: Cast) -> None:
    """Rows as far as a list reads them; no facts and no trail."""
    dice = random.Random(1)  # noqa: S311 - the same list every time
    units = _units(cast)
    with transaction.atomic():
        Record.objects.bulk_create((_record(cast, dice.choice(units), number) for number in range(LISTED)), 2000)
        _own_rows(cast)
        types = [cast.type_called(code).pk for code in ("documentation", "delay", "treatment")]
        with connection.cursor() as cursor:
            cursor.execute(MENTIONED, types)
        _texts(dice)


def _units(cast: Cast) -> list[int]:
    departments = [cast.department, *(make_unit(f"Avdelning {n}", cast.root) for n in range(3))]
    made = [make_unit(f"Enhet {n}", departments[n % 4]) for n in range(UNITS - 2)]
    rebuild_below(cast.root)
    return [cast.a.pk, cast.b.pk, *(unit.pk for unit in made)]


def _record(cast: Cast, unit_id: int, number: int) -> Record:
    received = NOW - timedelta(minutes=MINUTES * number)
    return Record(
        kind=KIND,
        reference=f"L-{number}",
        root=cast.root,
        unit_id=unit_id,
        status=STATUSES[number % len(STATUSES)],
        received_at=received,
        occurred_day=received.date(),
        version=1,
    )


def _own_rows(cast: Cast) -> None:
    pattern = row_of(Deviation(category_list=cast.types, channel="web", tally_count=1), "record_id")
    taken = {name: value for name, value in zip(pattern.columns, pattern.values, strict=True) if name not in OWN}
    del taken["record_id"]
    marks = ", ".join(["%s"] * len(taken))
    own = ", ".join(OWN.values()).replace("%", "%%")
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO deviations_deviation (record_id, {', '.join(taken)}, {', '.join(OWN)}) "  # noqa: S608 - names from the models
            f"SELECT r.id, {marks}, {own} FROM records_record r WHERE r.reference LIKE 'L-%%'",
            list(taken.values()),
        )


def _texts(dice: random.Random) -> None:
    """Three texts each for the newest thousand of unit A."""
    newest = Record.objects.filter(kind=KIND, unit__name="Mottagning A").order_by("-received_at")[:A_YEAR]
    now = datetime.now(UTC)
    texts = [
        Narrative(deviation_id=record.pk, part=part, text=_text(dice), written_at=now, synthetic=True)
        for record in newest
        for part in (Part.WHAT, Part.DONE, Part.NOTE)
    ]
    Narrative.objects.bulk_create(texts, batch_size=500)


def _text(dice: random.Random) -> str:
    return " ".join(dice.choices(VOCABULARY.split(), k=60)).capitalize() + "."
