"""What a register tells the house about itself, and the list of those that run here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.terms import TermUnit
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.setting_cards import Card
from varvet.kernel.records.by_link import ByLink, Doors
from varvet.kernel.records.holding import Held, Reassign
from varvet.kernel.records.meeting_lines import MeetingAsked, MeetingLine
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.panels import StartPanel
from varvet.kernel.records.readable import Readable as Readable
from varvet.kernel.records.report_lines import ReportLine as ReportLine
from varvet.kernel.records.report_lines import ReportText as ReportText
from varvet.kernel.records.reported import MyReport
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.sent_files import Outcome, Removal, Sending
from varvet.kernel.records.taking import Taking, Weighing
from varvet.kernel.records.transitions import Transition


class Value(StrEnum):
    """How a measure's facts become a number."""

    COUNT = "count"  # sum of count
    NUMERATOR = "numerator"  # sum of numerator
    DENOMINATOR = "denominator"  # sum of denominator
    REMAINDER = "remainder"  # denominator less numerator
    SHARE = "share"  # numerator of denominator, 0-1
    REMAINDER_SHARE = "remainder_share"  # what is left of the denominator, 0-1
    MEDIAN_DAYS = "median_days"  # of days, each as heavy as its count


UNITS = {Value.SHARE: "andel", Value.REMAINDER_SHARE: "andel", Value.MEDIAN_DAYS: "dagar"}  # others: "antal"


class Sensitivity(StrEnum):
    """What an edition for the public must do with the figure."""

    OPEN = "open"
    SMALL_NUMBERS = "small_numbers"


@dataclass(frozen=True)
class Measure:
    """A named figure: what it counts and how it may be broken down. Texts in Swedish.

    `where` narrows the facts, as pairs of a fact's field and the values allowed.
    """

    code: str
    label: str
    counts: str
    register: str
    happening: str
    breakdowns: tuple[str, ...]
    missing: str
    value: Value = Value.COUNT
    unit: str = "antal"
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sensitivity: Sensitivity = Sensitivity.SMALL_NUMBERS


@dataclass(frozen=True)
class Measures:
    """What a register's measures have in common."""

    register: str
    breakdowns: tuple[str, ...]
    missing: str
    sensitivity: Sensitivity = Sensitivity.SMALL_NUMBERS

    def measure(
        self,
        name: str,
        label: str,
        counts: str,
        happening: str,
        *where: tuple[str, tuple[str, ...]],
        value: Value = Value.COUNT,
    ) -> Measure:
        """Its code is the register's and the name: `deviations.received`."""
        return Measure(
            code=f"{self.register}.{name}",
            label=label,
            counts=counts,
            register=self.register,
            happening=happening,
            breakdowns=self.breakdowns,
            missing=self.missing,
            value=value,
            unit=UNITS.get(value, "antal"),
            where=where,
            sensitivity=self.sensitivity,
        )


@dataclass(frozen=True)
class Permission:
    code: str
    label: str


@dataclass(frozen=True)
class MenuItem:
    """A place in the menu, shown to those who have the permission."""

    label: str
    url_name: str
    permission: str


@dataclass(frozen=True)
class Task:
    """Something that waits for a person: verb and object, which record, by when. No names, no narrative."""

    title: str
    reference: str
    unit_name: str
    href: str
    started: date | datetime
    due: date | datetime
    detail: str = ""
    counted_in: str = "days"  # or "workdays", for a term in working days
    pressing: bool = False  # first among those of the same day
    instead_of: str = ""  # the name of the colleague whose task it is, for somebody who stands in


@dataclass(frozen=True)
class Clock:
    """Something of a record that is to be done by a day, or by an instant for a term in hours. `code` names it there.

    Whoever is `holder_id` is reminded; without one, those nearest the unit who hold the permission. What the law sets
    is neither `extendable` nor `pausable`. A pause is added in what the term is `counted_in`. `not_for` are the ids of
    people who take no part, as after a conflict of interest: they are reminded of nothing.
    """

    record_id: int
    code: str
    started: date | datetime
    due: date | datetime
    permission: str
    holder_id: int | None = None
    extendable: bool = False
    pausable: bool = False
    counted_in: TermUnit = TermUnit.DAYS
    not_for: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Files:
    """How a register takes files on its records: its two actions, and what a reader may do with a record's files."""

    add: Callable[[Any, Sending], Outcome]
    remove: Callable[[Any, Removal], None]
    may_add: Callable[[Reader, Any], bool]
    may_remove: Callable[[Reader, Any], bool]
    reads_all: Callable[[Reader, Any], bool]  # others read what they sent themselves
    page: Callable[[Reader, Any], str]  # the address where the reader meets the record's files


@dataclass(frozen=True)
class FactRow:
    """A happening of one record, before the spine adds where and whose it is.

    `provider` is said only by what is a private provider's whatever unit it concerns; else it is the unit's.
    """

    happening: str
    day: date
    unit_id: int
    kind: str = ""
    channel: str = ""
    direction: str = ""
    sex: str = ""
    huvudman: str = ""
    quality_area: str = ""
    category_list: str = ""
    category: str = ""
    severity: str = ""
    outcome: str = ""
    count: int = 1
    numerator: int | None = None
    denominator: int | None = None
    days: int | None = None
    provider: str = ""


@dataclass(frozen=True)
class Register:
    """One register's card: everything the house asks of it."""

    kind: str
    label: str
    prefix: str
    page: str  # name of the address of a record's page, taking `reference`
    model: type[Record]
    facts: Callable[[Any], list[FactRow]]
    visible_to: Callable[[Reader], QuerySet[Any]]
    statuses: dict[str, str]
    kinds: dict[str, str] = field(default_factory=dict)  # what the facts' `kind` is called
    starts: tuple[str, ...] = ()  # states that a new record can have
    open_statuses: frozenset[str] = frozenset()  # states in which something is left to do
    transitions: tuple[Transition[Any], ...] = ()
    happenings: tuple[str, ...] = ()  # what facts() may say has happened
    measures: tuple[Measure, ...] = ()
    permissions: tuple[Permission, ...] = ()
    menu: tuple[MenuItem, ...] = ()
    follows: tuple[str, ...] = ()  # kinds of records it can start from
    tasks: Callable[[Reader], list[Task]] | None = None
    tasks_for: tuple[str, ...] = ()  # permissions that give tasks; others are not asked about. Empty asks for all
    seldom: tuple[Seldom, ...] = ()  # what its tasks look for and mostly do not find
    clocks: Callable[[Unit], list[Clock]] | None = None  # what runs in a root, as first set
    clocks_of: Callable[[Any], list[Clock]] | None = None  # the same for one record, where that is quicker
    held: tuple[Held, ...] = ()  # where its records say whom they are with by name
    reassign: Reassign | None = None  # gives a record to another person, when somebody leaves
    mine: Callable[[Reader], list[MyReport]] | None = None  # what the reader has reported, the newest first
    report_lines: Callable[[Unit, date, date], list[ReportLine]] | None = None  # root, first and last day
    report_texts: Callable[[Unit, date, date], list[ReportText]] | None = None  # the same, for what was written whole
    meeting_lines: Callable[[MeetingAsked], list[MeetingLine]] | None = None  # what it brings to a staff meeting
    related: tuple[str, ...] = field(default=())  # what facts() reads, for prefetching
    list_page: str = ""  # name of the address of its list, whose filters can be kept as views
    readable: Readable | None = None  # what can be searched of what people wrote
    start_panels: tuple[StartPanel, ...] = ()  # what it says on the start page
    choices: tuple[Card, ...] = ()  # what a root chooses of it
    files: Files | None = None  # None where its records have none
    answered: Callable[[Referral, User], None] | None = None  # told of an answer, in the answer's own transaction
    takes: Taking | None = None  # what other registers may ask it to take on
    weighs: Weighing | None = None  # where its records may turn out to be lex Sarah
    start: MenuItem | None = None  # the form of a new record; it takes `?fran=` reference `&del=` part
    counts_followers: bool = False  # its facts tell what followed on a record, and are counted anew when something has
    begun_on_page: Callable[[Reader, str], list[Any]] | None = None  # at that address; then `start` takes ?sida= &om=
    titles: Callable[[Sequence[int]], dict[int, str]] | None = None  # by id, where what they are called names nobody
    doors: Doors | None = None  # where units' links are its own
    by_link: ByLink | None = None  # what may be reported to it by a unit's link
    reporter: Callable[[Any], User | None] | None = None  # who reported a record, where that is not who opened it


_registers: dict[str, Register] = {}


def clear() -> None:
    _registers.clear()


def add(register: Register) -> None:
    """Raises ValueError when a kind or prefix is taken: two registers would mix their records."""
    taken = {(r.kind, r.prefix) for r in _registers.values()}
    if any(register.kind == kind or register.prefix == prefix for kind, prefix in taken):
        raise ValueError(f"Two registers share the kind {register.kind} or the prefix {register.prefix}.")
    _registers[register.kind] = register


def get_register(kind: str) -> Register:
    return _registers[kind]


def list_registers() -> list[Register]:
    return list(_registers.values())


def get_measure(code: str) -> Measure:
    """KeyError when no register declares it."""
    found = [m for m in list_measures() if m.code == code]
    if not found:
        raise KeyError(code)
    return found[0]


def list_measures() -> list[Measure]:
    return [m for register in _registers.values() for m in register.measures]


def menu_for(reader: Reader) -> list[MenuItem]:
    return [item for register in _registers.values() for item in register.menu if reader.has(item.permission)]


def is_visible(reader: Reader, record: Record) -> bool:
    """Whether the record's own register lets the reader see it."""
    return get_register(record.kind).visible_to(reader).filter(pk=record.pk).exists()
