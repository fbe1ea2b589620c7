"""What a report costs beside plain SQL, and what a page of a long list costs: ratios within one run."""

import base64
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

import django
from django.core.management import call_command

FOLDER = tempfile.TemporaryDirectory(prefix="varvet-bench-")
KEY = base64.b64encode(b"only for bench, 32 bytes long...").decode()
REPORTS, LISTED, ROUNDS = 300, 100_000, 20


def start() -> None:
    """Settings are read when Django starts: a folder and keys of the bench's own, before anything is imported."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "varvet.config.settings",
        "VARVET_SECRET_KEY": "only-for-bench-" * 4,
        "VARVET_TEXT_KEYS": f"k1:{KEY}",
        "VARVET_AUDIT_KEY": KEY,
        "VARVET_DATA": FOLDER.name,
        "DATABASE_URL": os.environ.get("BENCH_DATABASE_URL", ""),
    }
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


start()

from django.db import connection, transaction  # noqa: E402 - Django has to be started first

from varvet.kernel.access.tests.cast import NOW, Cast, make_cast, reader_of  # noqa: E402
from varvet.kernel.records.models import Record  # noqa: E402
from varvet.kernel.records.once import new_key  # noqa: E402
from varvet.registers.deviations import actions, queries  # noqa: E402
from varvet.registers.deviations.models import KIND, Deviation  # noqa: E402
from varvet.registers.deviations.tests.factories import content  # noqa: E402


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")


def milliseconds(function: Callable[[], object], times: int) -> float:
    """The median of so many calls."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        function()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def insert(table: str, values: dict[str, object]) -> int:
    """One plain row; its id."""
    columns, marks = ", ".join(values), ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks}) RETURNING *", list(values.values()))  # noqa: S608 - names from the models
        return int(cursor.fetchone()[0])


def plain_rows(cast: Cast) -> list[tuple[str, dict[str, object]]]:
    """The two rows of a deviation as they stand in the tables, without their ids."""
    model = Deviation.objects.filter(root=cast.root).order_by("-pk")[0]
    parent = Record.objects.get(pk=model.pk)
    rows = []
    for row, table in ((parent, "records_record"), (model, "deviations_deviation")):
        own = [f for f in row._meta.local_concrete_fields if not f.primary_key]
        rows.append((table, {f.column: f.get_db_prep_save(getattr(row, f.attname), connection) for f in own}))
    return rows


def compare_report(cast: Cast) -> None:
    def report() -> None:
        actions.report(content=content(cast), key=new_key(), by=cast.bo, now=NOW)

    whole = milliseconds(report, REPORTS)
    (parent_table, parent), (child_table, child) = plain_rows(cast)
    numbers = iter(range(10**6))

    @transaction.atomic
    def plain() -> None:
        pk = insert(parent_table, {**parent, "reference": f"X-{next(numbers)}"})
        insert(child_table, {**child, "record_id": pk})

    bare = milliseconds(plain, REPORTS)
    say(f"report: {whole:.2f} ms; two plain inserts: {bare:.2f} ms; {whole / bare:.1f} times")


def fill(cast: Cast) -> None:
    """A long list, without texts and facts, which the list does not read."""
    units = [cast.a.pk, cast.b.pk]
    parents = [
        Record(
            kind=KIND,
            reference=f"L-{n}",
            root=cast.root,
            unit_id=units[n % 2],
            status="received" if n % 3 else "closed",
            received_at=NOW - timedelta(minutes=n),
        )
        for n in range(LISTED)
    ]
    with transaction.atomic():
        Record.objects.bulk_create(parents, batch_size=2000)
        with connection.cursor() as cursor:
            child = plain_rows(cast)[1][1]
            marks = ", ".join(["%s"] * len(child))
            cursor.execute(
                f"INSERT INTO deviations_deviation (record_id, {', '.join(child)}) "  # noqa: S608 - names from the models
                f"SELECT id, {marks} FROM records_record WHERE reference LIKE 'L-%%'",
                list(child.values()),
            )


def compare_pages(cast: Cast) -> None:
    def page(filters: queries.Filters, after: str = "") -> Callable[[], Sequence[Deviation]]:
        return lambda: queries.list_page(reader_of(cast.alice), filters, after).rows

    late = f"{(NOW - timedelta(minutes=LISTED - 500)).isoformat()}_{10**9}"
    cases = {
        "first page": page(queries.Filters()),
        "open only": page(queries.Filters("open")),
        "a late page": page(queries.Filters(), late),
    }
    for name, function in cases.items():
        assert len(function()) == 50, name
        say(f"{name} of 50 among {Record.objects.count()}: {milliseconds(function, ROUNDS):.1f} ms")


if __name__ == "__main__":
    people = make_cast()
    compare_report(people)
    fill(people)
    compare_pages(people)
