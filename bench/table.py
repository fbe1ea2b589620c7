"""The figures as a table: what it was, what it took, what it may take, and whether that holds."""

from django.db import connection

from bench.creating import CLIENTS, PROCESSES, compare
from bench.filling import fill
from bench.reading import Cost, reading
from bench.start import say
from varvet.kernel.access.tests.cast import Cast
from varvet.registers.deviations.models import Deviation

MOST_TIMES = 2.5


def print_creating(folder: str, database_url: str) -> None:
    pace = compare(folder, database_url)
    name = f"report, {PROCESSES * CLIENTS} clients in {PROCESSES} processes"
    over = "" if pace.ratio <= MOST_TIMES else "OVER"
    say(f"  {name:44}{pace.whole:>9.1f} ms; the same rows by plain SQL {pace.plain:.1f} ms")
    say(f"  {'times plain SQL':44}{pace.ratio:>9.1f}{MOST_TIMES:>16}  {over}")


def print_reading(cast: Cast) -> None:
    fill(cast)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    say(f"  {f'{Deviation.objects.count()} deviations':44}{'queries':>9}{'ms':>9}{'own':>9}{'may':>7}")
    for cost in reading(cast):
        say(_line(cost))


def _line(cost: Cost) -> str:
    asked = f"{cost.queries}" + (f"/{cost.may_queries}" if cost.may_queries else "")
    figures = f"{asked:>9}{cost.taken_ms:>9.1f}{cost.own_ms:>9.1f}{cost.may_ms:>7}"
    return f"  {cost.name:44}{figures}  {'' if cost.holds else 'OVER'}"
