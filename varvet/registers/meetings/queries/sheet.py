"""What stands on a sheet: read anew until the meeting begins, then as it was. Nothing that shuts anybody out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from varvet.kernel.organisation.models import Category
from varvet.kernel.records.models import Confidentiality, Link, LinkKind, Record
from varvet.kernel.records.registry import get_register, list_registers
from varvet.registers.meetings.models import Line, Meeting, fresh_entries, line_of
from varvet.registers.meetings.rules import SECTIONS


@dataclass
class SheetLine:
    """A line with what it stands for. `measures` are what is being done about it, in plain words about the work."""

    line: Line
    records: list[Record] = field(default_factory=list)
    count: int = 1
    measures: tuple[str, ...] = ()


def list_lines(meeting: Meeting, today: date) -> list[SheetLine]:
    """In the order of the sheet, the manager's own last in their section."""
    kept = list(meeting.lines.select_related("category").prefetch_related("records"))
    pairs = [(line, [record.pk for record in line.records.all()]) for line in kept]
    if meeting.is_fresh:
        entries = fresh_entries(meeting, today)
        made = [line_of(entry, meeting, number) for number, entry in enumerate(entries, 1)]
        pairs = [*zip(made, ([*entry.record_ids] for entry in entries), strict=True), *pairs]
        _name_categories([line for line, _ in pairs])
    ordered = sorted(pairs, key=lambda pair: SECTIONS.index(pair[0].section))
    return _with_records(ordered)


def _name_categories(lines: Sequence[Line]) -> None:
    """Reads all at once what fresh lines are called."""
    found = Category.objects.in_bulk([line.category_id for line in lines if line.category_id])
    for line in lines:
        if line.category_id:
            line.category = found[line.category_id]


def _with_records(pairs: Sequence[tuple[Line, list[int]]]) -> list[SheetLine]:
    """Without records that have come to shut somebody out since; a line of nothing else is not shown."""
    ids = {pk for _, every in pairs for pk in every}
    open_to_all = Record.objects.filter(pk__in=ids, confidentiality=Confidentiality.NORMAL).in_bulk()
    measures = _measures(open_to_all)
    return [
        SheetLine(
            line,
            [open_to_all[pk] for pk in every if pk in open_to_all],
            max(1, line.count - sum(pk not in open_to_all for pk in every)),
            tuple(dict.fromkeys(words for pk in every if pk in open_to_all for words in measures.get(pk, ()))),
        )
        for line, every in pairs
        if not every or any(pk in open_to_all for pk in every)
    ]


def _measures(ids: Collection[int]) -> dict[int, list[str]]:
    """What follows on each record, where it is called something that names nobody."""
    titled = [card for card in list_registers() if card.start is not None and card.titles is not None]
    kinds = [card.kind for card in titled]
    ties = Link.objects.filter(kind=LinkKind.FOLLOWS, target_id__in=ids, source__kind__in=kinds)
    normal = ties.filter(source__confidentiality=Confidentiality.NORMAL).order_by("pk")
    ends = list(normal.values_list("target_id", "source_id", "source__kind"))
    names = _names((source, kind) for _, source, kind in ends)
    found: dict[int, list[str]] = {}
    for target, source, _ in ends:
        found.setdefault(target, []).append(names[source])
    return found


def _names(asked: Iterable[tuple[int, str]]) -> dict[int, str]:
    by_kind: dict[str, list[int]] = {}
    for pk, kind in asked:
        by_kind.setdefault(kind, []).append(pk)
    found: dict[int, str] = {}
    for kind, ids in by_kind.items():
        titles = get_register(kind).titles
        assert titles is not None
        found |= titles(ids)
    return found
