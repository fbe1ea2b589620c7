"""Searching in what people wrote: decrypted within the reader's scope and a period, never kept and never indexed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.audit import trail
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import key_of, table_of
from varvet.kernel.records.paging import within_days
from varvet.kernel.records.registry import Register, list_registers
from varvet.kernel.search.matching import Snippet, Term, has_all, snippet_of, terms_of

MOST_RECORDS = 10_000  # read by one search, newest first
MOST_SHOWN = 50
SNIPPETS = 2  # a record
BATCH = 500
READ_PART = "search"


@dataclass(frozen=True)
class Question:
    """What is searched for and where. An empty `kind` is every register, no unit all of the reader's."""

    words: str
    first_day: date
    last_day: date
    kind: str = ""
    unit: int | None = None


@dataclass(frozen=True)
class Place:
    """Where in a record it was found: the part's label and the words with what stands around them."""

    label: str
    snippet: Snippet


@dataclass(frozen=True)
class Hit:
    record: Record
    register: Register
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Result:
    """The newest finds, at most 50, out of `found`; `texts` is how many were read, `all_read` whether none was left."""

    hits: tuple[Hit, ...]
    found: int
    texts: int
    all_read: bool


@dataclass(frozen=True)
class _Text:
    part: str
    text: str


@dataclass(frozen=True)
class _Read:
    """A record with those of its texts that the reader may read."""

    pk: int
    received_at: datetime
    register: Register
    texts: list[_Text]


@dataclass(frozen=True)
class _Searched:
    """What was found in one register, in how many texts, and whether they were all there are."""

    found: list[_Read]
    texts: int
    all_read: bool


def searchable(reader: Reader) -> list[Register]:
    """The registers in which the reader may search what people wrote."""
    return [register for register in list_registers() if register.readable and register.readable.is_for(reader)]


def search_texts(reader: Reader, question: Question) -> Result:
    """Records in whose texts all the words stand, newest first. The search, and what it shows, leave a trace."""
    terms = terms_of(question.words)
    registers = [register for register in searchable(reader) if question.kind in {"", register.kind}]
    searched = [_search(reader, register, question, terms) for register in registers]
    found = [one for part in searched for one in part.found]
    found.sort(key=lambda one: (one.received_at, one.pk), reverse=True)
    shown = found[:MOST_SHOWN]
    records = Record.objects.select_related("unit").in_bulk([one.pk for one in shown])
    result = Result(
        hits=tuple(_hit(one, records[one.pk], terms) for one in shown),
        found=len(found),
        texts=sum(part.texts for part in searched),
        all_read=all(part.all_read for part in searched),
    )
    _note(reader, question, result)
    return result


def _search(reader: Reader, register: Register, question: Question, terms: Sequence[Term]) -> _Searched:
    keys = _records(reader, register, question).values_list("pk", "received_at")
    records = list(keys[: MOST_RECORDS + 1])
    texts, found = 0, []
    for one in _texts_of(reader, register, records[:MOST_RECORDS]):
        texts += len(one.texts)
        if has_all([text.text for text in one.texts], terms):
            found.append(one)
    return _Searched(found, texts, len(records) <= MOST_RECORDS)


def _records(reader: Reader, register: Register, question: Question) -> QuerySet[Record]:
    assert register.readable is not None
    rows = register.readable.records(reader)
    if question.unit is not None:
        rows = rows.filter(unit_id__in=reader.below(question.unit))
    within = within_days(rows, question.first_day, question.last_day)
    return within.order_by("-received_at", "-pk")


def _texts_of(reader: Reader, register: Register, records: Sequence[tuple[int, datetime]]) -> Iterator[_Read]:
    assert register.readable is not None
    table, key = table_of(register.model), key_of(register.model)
    readable = table._default_manager.filter(register.readable.parts(reader))
    for start in range(0, len(records), BATCH):
        batch = records[start : start + BATCH]
        by_record: dict[int, list[_Text]] = defaultdict(list)
        rows = readable.filter(**{f"{key}__in": [pk for pk, _ in batch]})
        for pk, part, text in rows.order_by().values_list(key, "part", "text"):
            by_record[pk].append(_Text(part, text))
        yield from (_Read(pk, at, register, by_record[pk]) for pk, at in batch if pk in by_record)


def _hit(one: _Read, record: Record, terms: Sequence[Term]) -> Hit:
    labels = dict(table_of(one.register.model)._meta.get_field("part").flatchoices)
    found = [(labels[text.part], snippet_of(text.text, terms)) for text in one.texts]
    places = [Place(label, snippet) for label, snippet in found if snippet]
    return Hit(record, one.register, tuple(places[:SNIPPETS]))


def _note(reader: Reader, question: Question, result: Result) -> None:
    """That a search was made, where and over how much, never for what; and that what it shows was read."""
    data = {
        "register": question.kind,
        "from": question.first_day.isoformat(),
        "to": question.last_day.isoformat(),
        "texts": result.texts,
        "found": result.found,
    }
    subject = trail.Subject(kind="search", actor_id=reader.user.pk, unit_id=question.unit)
    trail.write([trail.event("searched", subject, data=data)])
    readings = [(hit.record.kind, hit.record.pk) for hit in result.hits]
    trail.write_readings(readings, part=READ_PART, actor_id=reader.user.pk)
