"""The investigation as shown: its sections, events and causes, what is missing, and themes that return."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import Followed, followed, starts_from
from varvet.registers.lex_sarah import forms, queries, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.rules import Event
from varvet.registers.lex_sarah.views.shown_missing import done_of, missing_of


@dataclass(frozen=True)
class SectionShown:
    """A section and its text, None while nothing is written; no address where it cannot be written."""

    place: str
    name: str
    label: str
    text: str
    written_at: datetime | None
    synthetic: bool
    href: str


@dataclass(frozen=True)
class Tie:
    """A cause and its measures. The addresses are empty where the reader may not, or it cannot be done now."""

    words: str
    kind: str
    measures: list[Followed]
    proposals: tuple[int, ...]
    hidden: bool
    excuse: str
    excused: bool
    unanswered: bool
    measure_href: str = ""
    propose_href: str = ""
    excuse_href: str = ""
    remove_href: str = ""


@dataclass(frozen=True)
class EventShown:
    """One of the events, and where it is changed."""

    number: int
    kind: str
    day: date | None
    words: str
    outcome: str
    change_href: str
    remove_href: str


@dataclass(frozen=True)
class SimilarShown:
    """An earlier case as a line: nothing of what it tells."""

    reference: str
    href: str
    received: date
    status: str
    same_type: bool
    causes: tuple[str, ...]


def may_write(reader: Reader, case: LexSarah) -> bool:
    able = queries.can(reader, "lex_sarah.investigate", case) and case.joined_to_id is None
    return able and rules.may(Event.WRITE, case.status) and reader.user.pk not in queries.list_conflicts(case)


def investigation_page(reader: Reader, case: LexSarah) -> dict[str, object]:
    edits = may_write(reader, case)
    return {
        "case": case,
        "status_label": rules.STATUS_LABELS[case.status],
        "edits": edits,
        "sections": sections_of(reader, case, edits=edits),
        "events": events_of(reader, case, edits=edits),
        "ties": ties_of(reader, case, edits=edits),
        "similar": similar_of(reader, case),
        "returning": queries.list_returning(reader, case),
        "missing": missing_of(case),
        "done": done_of(case),
    }


def sections_of(reader: Reader, case: LexSarah, *, edits: bool) -> list[SectionShown]:
    """All of them while it is written; afterwards those that say something."""
    written = queries.latest_sections(queries.read_narratives(reader, case))
    places = [place for place in rules.SECTIONS if edits or place in written]
    return [_section(case, place, written.get(place), edits=edits) for place in places]


def _section(case: LexSarah, place: str, written: queries.Words | None, *, edits: bool) -> SectionShown:
    return SectionShown(
        place=place,
        name=str(forms.SECTION_NAMES[place]),
        label=written.label if written else "",
        text=written.text if written else "",
        written_at=written.written_at if written else None,
        synthetic=bool(written and written.synthetic),
        href=reverse("lex_sarah:section", args=[case.reference, place]) if edits else "",
    )


def events_of(reader: Reader, case: LexSarah, *, edits: bool) -> list[EventShown]:
    found = queries.read_events(reader, case)
    return [
        EventShown(
            number=read.event.number,
            kind=read.event.category.label,
            day=read.event.day,
            words=read.words,
            outcome=said(rules.OUTCOME_LABELS.get(read.event.outcome, "")),
            change_href=_address("change_event", case, read.event.pk) if edits else "",
            remove_href=_address("remove_event", case, read.event.pk) if edits and len(found) > 1 else "",
        )
        for read in found
    ]


def ties_of(reader: Reader, case: LexSarah, *, edits: bool) -> list[Tie]:
    found = queries.read_causes(reader, case)
    shown = followed([record for read in found for record in read.measures])
    return [_tie(reader, case, read, [shown[record.pk] for record in read.measures], edits=edits) for read in found]


def _tie(reader: Reader, case: LexSarah, read: queries.CauseRead, measures: list[Followed], *, edits: bool) -> Tie:
    cause, is_open = read.cause, edits and read.unanswered
    starts = [start.href for start in starts_from(reader, case, cause.part)] if edits else []
    return Tie(
        words=read.words,
        kind=cause.category.label,
        measures=measures,
        proposals=read.proposals,
        hidden=read.hidden,
        excuse=read.excuse,
        excused=cause.needs_no_measure,
        unanswered=read.unanswered,
        measure_href=starts[0] if starts else "",
        propose_href=f"{reverse('lex_sarah:propose', args=[case.reference])}?orsak={cause.part}" if edits else "",
        excuse_href=_address("excuse", case, cause.pk) if is_open else "",
        remove_href=_address("remove_cause", case, cause.pk) if is_open else "",
    )


def similar_of(reader: Reader, case: LexSarah) -> list[SimilarShown]:
    return [
        SimilarShown(
            reference=one.case.reference,
            href=reverse("lex_sarah:page", args=[one.case.reference]),
            received=day_of(one.case.received_at),
            status=said(rules.STATUS_LABELS[one.case.status]),
            same_type=one.same_type,
            causes=one.causes,
        )
        for one in queries.list_similar(reader, case)
    ]


def _address(name: str, case: LexSarah, pk: int) -> str:
    return reverse(f"lex_sarah:{name}", args=[case.reference, pk])
