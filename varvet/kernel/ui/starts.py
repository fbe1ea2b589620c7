"""Beginning a record in one register from a record of another: the ways that lead there, found in the registry."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import get_register, list_registers


@dataclass(frozen=True)
class Start:
    """A marked label and the address of the form, which knows where it was come from."""

    kind: str
    label: str
    href: str


def starts_from(reader: Reader, record: Record, part: str = "") -> list[Start]:
    """What the reader may begin from the record, or from a part of it."""
    cards = [card for card in list_registers() if card.start is not None and record.kind in card.follows]
    query = urlencode({"fran": record.reference, "del": part} if part else {"fran": record.reference})
    return [
        Start(card.kind, card.start.label, f"{reverse(card.start.url_name)}?{query}")
        for card in cards
        if card.start is not None and reader.has(card.start.permission)
    ]


@dataclass(frozen=True)
class Followed:
    """A record of another register as it is shown where it was begun: never who, only what and how far."""

    reference: str
    title: str
    status: str
    status_label: str
    href: str


def followed(records: list[Record]) -> dict[int, Followed]:
    """By id. The title is the reference where the register's records are not called anything."""
    titles: dict[int, str] = {}
    for kind in {record.kind for record in records}:
        card = get_register(kind)
        if card.titles is not None:
            titles |= card.titles([record.pk for record in records if record.kind == kind])
    return {record.pk: _followed(record, titles) for record in records}


def _followed(record: Record, titles: dict[int, str]) -> Followed:
    card = get_register(record.kind)
    return Followed(
        reference=record.reference,
        title=titles.get(record.pk, record.reference),
        status=record.status,
        status_label=card.statuses[record.status],
        href=reverse(card.page, args=[record.reference]),
    )


def starts_from_page(reader: Reader, address: str, words: str) -> list[Start]:
    """What the reader may begin from a page that is no record; `words` say what the page is, and name nobody."""
    cards = [card for card in list_registers() if card.start is not None and card.begun_on_page is not None]
    query = urlencode({"sida": address, "om": words})
    return [
        Start(card.kind, card.start.label, f"{reverse(card.start.url_name)}?{query}")
        for card in cards
        if card.start is not None and reader.has(card.start.permission)
    ]


def begun_on_page(reader: Reader, address: str) -> list[Followed]:
    """What has been begun from the page, of what the reader may open."""
    asked = [card.begun_on_page for card in list_registers() if card.begun_on_page is not None]
    return list(followed([record for ask in asked for record in ask(reader, address)]).values())
