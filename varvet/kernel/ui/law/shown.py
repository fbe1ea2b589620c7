"""What the page about the law shows: rows in plain words, each saying how it was checked."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils.translation import gettext

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.law import words
from varvet.kernel.law.shipped import HowChecked
from varvet.kernel.law.statutes import (
    NoParagraph,
    get_change,
    is_certain,
    new_citation,
    old_citation,
    section_changes,
    shipped_statutes,
)
from varvet.kernel.law.terms import Term, holds_on
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.readings import Seen, seen_sections
from varvet.kernel.organisation.terms import Origin, TermRow, read_terms
from varvet.kernel.ui.law.actions import may_correct
from varvet.kernel.ui.sentences import length_of, said

ORIGINS = {
    Origin.ROOT: marked("Rättad här"),
    Origin.INSTALLATION: marked("Rättad för hela installationen"),
    Origin.SHIPPED: marked("Följer med Varvet"),
}


@dataclass(frozen=True)
class Checked:
    """How a row was checked, in words. `warning` is empty for a row that may be used as it stands."""

    warning: str
    said: str


@dataclass(frozen=True)
class TermLine:
    key: str
    label: str
    length: str
    source: str
    validity: str
    extra: str
    local: bool
    checked: Checked
    checked_on: date | None
    origin: str
    reason: str
    corrected_by: str
    in_force: bool


@dataclass(frozen=True)
class StatuteLine:
    title: str
    validity: str
    note: str
    checked: Checked


@dataclass(frozen=True)
class SectionLine:
    """`seen` is that somebody here has read it; `shipped` that it needs nobody to."""

    key: str
    topic: str
    old: str
    new: str
    note: str
    checked: Checked
    seen: bool
    shipped: bool


@dataclass(frozen=True)
class LawPage:
    """All that holds on a day; `place` is the root's name, empty for who has no role."""

    day: date
    is_today: bool
    place: str
    may_correct: bool
    terms: tuple[TermLine, ...]
    statutes: tuple[StatuteLine, ...]
    sections: tuple[SectionLine, ...]

    @property
    def to_check(self) -> int:
        return sum(bool(line.checked.warning) for line in self.terms)


@dataclass(frozen=True)
class TermPage:
    """A term with all its rows, the strongest first."""

    key: str
    label: str
    may_correct: bool
    rows: tuple[TermLine, ...]


def law_page(reader: Reader, day: date) -> LawPage:
    rows = read_terms(reader.root).rows_on(day)
    return LawPage(
        day=day,
        is_today=day == reader.today,
        place=reader.root.name if reader.root else "",
        may_correct=may_correct(reader),
        terms=_lines(rows, reader.today),
        statutes=tuple(
            StatuteLine(act.title, _validity(act.valid_from, act.valid_to), act.note, checked(act.status))
            for act in shipped_statutes()
        ),
        sections=_sections(reader),
    )


def _sections(reader: Reader) -> tuple[SectionLine, ...]:
    seen = seen_sections(reader.root)
    readers = User.objects.in_bulk({one.by_id for one in seen.values()}) if seen else {}
    return tuple(
        SectionLine(
            key=change.key,
            topic=change.topic,
            old=old_citation(change),
            new=new_citation(change),
            note=change.note,
            checked=_read(seen[change.key], readers) if change.key in seen else checked(change.status),
            seen=change.key in seen,
            shipped=is_certain(change),
        )
        for change in section_changes()
    )


def _read(seen: Seen, readers: dict[int, User]) -> Checked:
    name = readers[seen.by_id].name if seen.by_id in readers else ""
    return Checked("", gettext("Läst i författningen {day} av {name}").format(day=seen.on.isoformat(), name=name))


def section_topic(key: str) -> str:
    """Http404 for a topic that is not shipped."""
    try:
        return get_change(key).topic
    except NoParagraph as unknown:
        raise Http404 from unknown


def term_page(reader: Reader, key: str) -> TermPage:
    rows = _history(reader, key)
    return TermPage(key, rows[0].term.label, may_correct(reader), _lines(rows, reader.today))


def row_to_correct(reader: Reader, key: str) -> Term:
    """The term as it holds today, or its strongest row where none does. Http404 for an unknown key."""
    rows = _history(reader, key)
    holding = [row.term for row in rows if holds_on(row.term, reader.today)]
    return holding[0] if holding else rows[0].term


def checked(status: HowChecked) -> Checked:
    return Checked(said(words.CHECK_BEFORE_USE) if status.needs_check else "", said(words.CHECKED[status]))


def _validity(first: date | None, last: date | None) -> str:
    return said(words.validity_wording(first, last)).format(first=first, last=last)


def _history(reader: Reader, key: str) -> tuple[TermRow, ...]:
    rows = read_terms(reader.root).history(key)
    if not rows:
        raise Http404
    return rows


def _lines(rows: tuple[TermRow, ...], today: date) -> tuple[TermLine, ...]:
    correctors = User.objects.in_bulk({row.corrected_by_id for row in rows if row.corrected_by_id})
    strongest: dict[str, TermRow] = {}
    for row in rows:
        if holds_on(row.term, today):
            strongest.setdefault(row.term.key, row)
    return tuple(_line(row, correctors, in_force=strongest.get(row.term.key) is row) for row in rows)


def _line(row: TermRow, correctors: dict[int, User], *, in_force: bool) -> TermLine:
    term = row.term
    corrector = correctors.get(row.corrected_by_id or 0)
    return TermLine(
        key=term.key,
        label=term.label,
        length=length_of(term),
        source=term.source,
        validity=_validity(term.valid_from, term.valid_to),
        extra=". ".join(_sentence(text) for text in (_unless(term.exception), term.note) if text),
        local=term.local,
        checked=checked(term.status),
        checked_on=term.verified_on,
        origin=said(ORIGINS[row.origin]),
        reason=row.reason,
        corrected_by=corrector.name if corrector else "",
        in_force=in_force,
    )


def _unless(exception: str) -> str:
    return f"Undantag: {exception}" if exception else ""


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
