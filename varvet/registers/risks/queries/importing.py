"""A sent list of risks as rows, what has been read of it and waits for a yes, and which of it is there already."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass

from django.core.files import File

from varvet.extracts.apart import calling
from varvet.extracts.apart.asked_of_rows import ReadRows, RowsTold
from varvet.extracts.mappings import simplified
from varvet.extracts.reading.limits import MEGABYTE, Limits
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.drafts import get_draft
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.risks.queries.visible import EDIT
from varvet.registers.risks.rules import Occasion, Score
from varvet.registers.risks.rules.importing import HEADS, MOST_ROWS, TEXTS, Judged, Line, judge

DRAFT = "risks.import"
LIMITS = Limits(
    text_file=2 * MEGABYTE,
    workbook=5 * MEGABYTE,
    unpacked=40 * MEGABYTE,
    held_whole=20 * MEGABYTE,
    rows=MOST_ROWS,
    columns=60,
)
KNOWN = {simplified(label): name for name, label in (HEADS | TEXTS).items()}


@dataclass(frozen=True)
class Waiting:
    """Lines that have been read and not yet said yes to."""

    lines: tuple[Line, ...]
    units: Mapping[int, str]


def read_list(reader: Reader, sent: "File[bytes]") -> Judged:
    """Read in a process of its own. RuleBroken for what is no list; faults for rows that do not hold together."""
    _check_size(sent)
    told = calling.ask(ReadRows(KNOWN, LIMITS), RowsTold, sent.read())
    rows = [(row.number, row.cells) for row in told.rows]
    _check_columns(told.columns)
    if not rows:
        raise RuleBroken("risk.import.empty", marked("Listan har en rubrikrad men inga rader."), field="file")
    return judge(rows, {unit.name.casefold(): unit.pk for unit in reader.list_units(EDIT)})


def _check_size(sent: "File[bytes]") -> None:
    """Before it is held in memory."""
    if sent.size > LIMITS.workbook:
        size, most = -(-sent.size // MEGABYTE), LIMITS.workbook // MEGABYTE
        sentence = marked("Filen är {size} MB. Högst {most} MB kan läsas.")
        raise RuleBroken("risk.import.large", sentence, field="file", values={"size": size, "most": most})


def _check_columns(columns: Collection[str]) -> None:
    lacking = [HEADS[name] for name in ("name", "unit") if name not in columns]
    if lacking:
        sentence = marked("Listan saknar kolumnen {columns}.")
        raise RuleBroken("risk.import.columns", sentence, field="file", values={"columns": ", ".join(lacking)})


def as_text(lines: tuple[Line, ...]) -> str:
    return json.dumps([asdict(line) for line in lines], ensure_ascii=False)


def waiting_list(reader: Reader) -> Waiting | None:
    """None where nothing has been read, or too long ago."""
    content = get_draft(owner=reader.user, form=DRAFT, today=reader.today)
    if not content.get("lines"):
        return None
    lines = tuple(_line(values) for values in json.loads(content["lines"]))
    units = Unit.objects.in_bulk({line.unit_id for line in lines})
    return Waiting(lines, {pk: unit.name for pk, unit in units.items()})


def _line(values: dict[str, object]) -> Line:
    given = dict(values)
    scores = {name: given.pop(name) for name in ("score", "residual")}
    made = {name: Score(**kept) if isinstance(kept, dict) else None for name, kept in scores.items()}
    return Line(**(given | made | {"occasion": Occasion(str(given["occasion"]))}))  # type: ignore[arg-type]  # as kept
