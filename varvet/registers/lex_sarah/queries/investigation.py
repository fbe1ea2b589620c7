"""What an investigation has found: its events, its causes and their measures, and who takes part without a conflict."""

from collections import defaultdict
from dataclasses import dataclass, replace

from django.db.models import Q

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.links import list_answers
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import is_visible
from varvet.registers.lex_sarah.models import (
    SECTION_PARTS,
    CaseEvent,
    Cause,
    Impartiality,
    LexSarah,
    Narrative,
    Part,
    concerning,
)
from varvet.registers.lex_sarah.rules import Sort, place_of


@dataclass(frozen=True)
class CauseRead:
    """A cause with its words, the numbers of its proposals, and the measures the reader may open.

    `hidden` says that it has other measures too.
    """

    cause: Cause
    words: str
    excuse: str
    measures: tuple[Record, ...]
    proposals: tuple[int, ...]
    hidden: bool

    @property
    def unanswered(self) -> bool:
        return not (self.measures or self.proposals or self.hidden or self.cause.needs_no_measure)


@dataclass(frozen=True)
class EventRead:
    """An event and its words as they now read; none while the report alone tells of it."""

    event: CaseEvent
    words: str


def latest_sections(words: list[Words]) -> dict[str, Words]:
    """Of what was read of a case: section -> its text as it now reads."""
    parts = {*SECTION_PARTS, Part.NOT_ASKED}
    return {place_of(one.part): one for one in words if one.part in parts}


def read_section(reader: Reader, case: LexSarah, place: str) -> Words | None:
    """One section as it now reads; the reading is noted."""
    parts = [place, Part.NOT_ASKED.value] if place == Part.VIEW else [place]
    row = Narrative.objects.filter(case=case, part__in=parts).order_by("written_at", "pk").last()
    if row is None:
        return None
    note_reading(case, place, by=reader.user)
    return Words(row.part, str(Part(row.part).label), row.text, row.written_at, row.synthetic)


def read_causes(reader: Reader, case: LexSarah) -> list[CauseRead]:
    """In the order they were written; the reading is noted."""
    causes = list(case.causes.select_related("category"))
    if not causes:
        return []
    note_reading(case, "causes", by=reader.user)
    rows = Narrative.objects.filter(case=case, cause__isnull=False).order_by("written_at", "pk")
    words = {(row.cause_id, row.part): row.text for row in rows}
    measures: dict[str, list[Record]] = defaultdict(list)
    for part, record in list_answers(case):
        measures[part].append(record)
    given = list(case.proposals.filter(sort=Sort.MEASURE).values_list("cause", "number"))
    return [
        replace(
            _read(reader, cause, words, measures[cause.part]),
            proposals=tuple(number for part, number in given if part == cause.part),
        )
        for cause in causes
    ]


def _read(reader: Reader, cause: Cause, words: dict[tuple[int | None, str], str], found: list[Record]) -> CauseRead:
    seen = tuple(record for record in found if is_visible(reader, record))
    said, excuse = (words.get((cause.pk, part), "") for part in (Part.CAUSE, Part.NO_MEASURE))
    return CauseRead(cause, said, excuse, seen, (), hidden=len(seen) < len(found))


def read_events(reader: Reader, case: LexSarah) -> list[EventRead]:
    """By number; the reading is noted where there are words."""
    rows = Narrative.objects.filter(case=case, happening__isnull=False).order_by("written_at", "pk")
    words = {row.happening_id: row.text for row in rows}
    if words:
        note_reading(case, "events", by=reader.user)
    return [EventRead(event, words.get(event.pk, "")) for event in case.events.select_related("category")]


def list_impartiality(case: LexSarah) -> list[Impartiality]:
    """What each who takes part has said; its reasons are read by those who handle."""
    return list(Impartiality.objects.filter(case=case).select_related("person"))


def list_conflicts(case: LexSarah) -> frozenset[int]:
    """Ids of the people who have said that they have a conflict in the case, or in a report investigated in it."""
    rows = Impartiality.objects.filter(concerning(case), conflict=True)
    return frozenset(rows.values_list("person_id", flat=True))


def find_case(reader: Reader, case: LexSarah, reference: str, states: frozenset[str]) -> LexSarah | None:
    """The case so numbered that the reader investigates, in one of these states and by itself."""
    units = reader.units("lex_sarah.investigate")
    rows = LexSarah.objects.filter(root=case.root, unit_id__in=units, joined_to__isnull=True, status__in=states)
    found = rows.exclude(pk=case.pk).filter(reference=reference.strip()).select_related("unit", "root").first()
    return found if found and can_see(reader, found) else None


def can_see(reader: Reader, case: LexSarah) -> bool:
    return is_visible(reader, case)


def list_near(reader: Reader, case: LexSarah, states: frozenset[str]) -> list[LexSarah]:
    """Cases of the unit that may be about the same event, the newest first, at most five."""
    from_unit = Q(unit_id=case.unit_id, joined_to__isnull=True, status__in=states)
    rows = LexSarah.objects.filter(from_unit, root=case.root, confidentiality=case.confidentiality).exclude(pk=case.pk)
    return [one for one in rows.select_related("unit").order_by("-received_at")[:5] if can_see(reader, one)]
