"""The reconciliation as shown: what stands open first, then what was answered. Never a name, never what was told."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.questions import reconciliation
from varvet.kernel.questions.reconciliation import PERMISSION, Possible, Reconciliation, Standing
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import start_of
from varvet.kernel.records.registry import get_register
from varvet.kernel.ui.lists import day_asked, unit_asked
from varvet.kernel.ui.questions.shown import visible_ids
from varvet.kernel.ui.sentences import said

MOST = 200
MOST_NAMES = 2
WAITS_FOR: dict[str, str] = {
    Standing.ASKED: marked("Väntar på svar från den som utreder lex Sarah"),
    Standing.NOT_WEIGHED: marked("Väntar på bedömning i enheten"),
}


@dataclass(frozen=True)
class Line:
    """One record. `owners` are staff; empty says that nobody can answer."""

    reference: str
    href: str
    unit: str
    since: date
    waits_for: str = ""
    owners: str = ""
    due: date | None = None
    late: bool = False
    case: str = ""
    case_href: str = ""
    by: str = ""


@dataclass(frozen=True)
class Asked:
    """How the page is narrowed: by the day the records came in, and by unit with those below it."""

    first_day: date | None
    last_day: date | None
    unit: int | None

    @property
    def narrows(self) -> bool:
        return bool(self.first_day or self.last_day or self.unit)


def asked_from(query: QueryDict) -> Asked:
    return Asked(day_asked(query, "fran"), day_asked(query, "till"), unit_asked(query))


def reconciliation_page(reader: Reader, asked: Asked) -> dict[str, object]:
    reader.require(PERMISSION)
    assert reader.root is not None  # who has the permission has it somewhere
    seen = reconciliation.visible(reader)
    found = reconciliation.reconcile(reader.root, _narrowed(seen, asked, reader), today=reader.today)
    cases = found.cases[:MOST]
    opened = visible_ids(reader, [one.case for one in cases if one.case])
    return {
        "asked": asked,
        "units": reader.list_units(PERMISSION),
        "found": found,
        "open": [_open(one, reader) for one in found.open],
        "cases": [_case(one, opened) for one in cases],
        "reasons": [_reason(one) for one in found.reasons[:MOST]],
        "most": MOST,
        "beyond": _beyond(reader, seen, found) if asked.narrows else 0,
    }


def _narrowed(records: QuerySet[Record], asked: Asked, reader: Reader) -> QuerySet[Record]:
    if asked.first_day:
        records = records.filter(received_at__gte=start_of(asked.first_day))
    if asked.last_day:
        records = records.filter(received_at__lt=start_of(asked.last_day + timedelta(days=1)))
    return records.filter(unit_id__in=reader.below(asked.unit)) if asked.unit else records


def _beyond(reader: Reader, seen: QuerySet[Record], found: Reconciliation) -> int:
    """How many wait outside what is shown: narrowing the page hides nothing."""
    assert reader.root is not None
    return len(reconciliation.open_possible(reader.root, seen, today=reader.today)) - len(found.open)


def _open(one: Possible, reader: Reader) -> Line:
    return Line(
        reference=one.record.reference,
        href=_page(one.record),
        unit=one.record.unit.name,
        since=day_of(one.since),
        waits_for=said(WAITS_FOR[one.standing]),
        owners=_names([user.name for user in one.owners]),
        due=one.due,
        late=one.is_late(reader.today),
    )


def _case(one: Possible, opened: set[int]) -> Line:
    """Of a case the reader may not open, not even the number is told."""
    assert one.case is not None
    visible = one.case.pk in opened
    return Line(
        reference=one.record.reference,
        href=_page(one.record),
        unit=one.record.unit.name,
        since=day_of(one.since),
        case=one.case.reference if visible else "",
        case_href=_page(one.case) if visible else "",
    )


def _reason(one: Possible) -> Line:
    return Line(
        reference=one.record.reference,
        href=f"{_page(one.record)}#fragor",
        unit=one.record.unit.name,
        since=day_of(one.since),
        by=one.by.name if one.by else _("en person som inte längre har konto"),
    )


def _names(names: list[str]) -> str:
    shown, more = names[:MOST_NAMES], len(names) - MOST_NAMES
    listed = ", ".join(shown)
    return _("{names} och {more} till").format(names=listed, more=more) if more > 0 else listed


def _page(record: Record) -> str:
    return reverse(get_register(record.kind).page, args=[record.reference])
