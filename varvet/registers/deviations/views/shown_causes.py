"""Causes and what is done about them, tied as they are drawn."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.starts import Followed, followed, starts_from
from varvet.registers.deviations import queries, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Event


@dataclass(frozen=True)
class Tie:
    """A cause and its measures. The addresses are empty where the reader may not, or it cannot be done now."""

    words: str
    kind: str
    depth: int
    measures: list[Followed]
    hidden: bool
    excuse: str
    excused: bool
    unanswered: bool
    measure_href: str = ""
    excuse_href: str = ""
    deeper_href: str = ""
    remove_href: str = ""


def ties_of(reader: Reader, deviation: Deviation) -> list[Tie]:
    found = queries.read_causes(reader, deviation)
    shown = followed([record for read in found for record in read.measures])
    return [_tie(reader, deviation, read, [shown[record.pk] for record in read.measures]) for read in found]


def may_edit(reader: Reader, deviation: Deviation) -> bool:
    able = reader.can("deviations.assess", deviation.unit_id) and deviation.joined_to_id is None
    return able and rules.may(Event.CAUSES, deviation.status)


def _tie(reader: Reader, deviation: Deviation, read: queries.CauseRead, measures: list[Followed]) -> Tie:
    cause, open_ = read.cause, may_edit(reader, deviation)
    starts = [start.href for start in starts_from(reader, deviation, cause.part)] if open_ else []
    return Tie(
        words=read.words,
        kind=cause.category.label_sv,
        depth=min(read.depth, 4),
        measures=measures,
        hidden=read.hidden,
        excuse=read.excuse,
        excused=cause.needs_no_measure,
        unanswered=read.unanswered,
        measure_href=starts[0] if starts else "",
        excuse_href=_address("excuse", deviation, cause.pk) if open_ and read.unanswered else "",
        deeper_href=f"{reverse('deviations:causes', args=[deviation.reference])}?forklarar={cause.pk}" if open_ else "",
        remove_href=_address("remove_cause", deviation, cause.pk) if open_ and read.unanswered else "",
    )


def _address(name: str, deviation: Deviation, cause: int) -> str:
    return reverse(f"deviations:{name}", args=[deviation.reference, cause])
