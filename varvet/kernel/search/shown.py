"""Searching as shown: what was found, where, and what was searched."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.search.forms import SearchForm
from varvet.kernel.search.texts import Hit, Place, Question, Result, search_texts


@dataclass(frozen=True)
class Found:
    """A record that was found. `status` with its label; places are where the words stand."""

    reference: str
    href: str
    register: str
    unit: str
    status_label: str
    received: date
    places: tuple[Place, ...]


def search_page(reader: Reader, form: SearchForm, number: str) -> dict[str, object]:
    """`number` is a reference that was asked for and not found; its digits are not searched for as words."""
    page: dict[str, object] = {"form": form, "number": number, "may_search": bool(form.registers)}
    if number or not form.registers or not form.is_bound or not form.is_valid():
        return page
    question = form.question()
    return page | _answer(question, search_texts(reader, question))


def _answer(question: Question, result: Result) -> dict[str, object]:
    return {
        "question": question,
        "result": result,
        "hits": [_found(hit) for hit in result.hits],
        "more": result.found - len(result.hits),
    }


def _found(hit: Hit) -> Found:
    record, register = hit.record, hit.register
    return Found(
        reference=record.reference,
        href=reverse(register.page, args=[record.reference]),
        register=register.label,
        unit=record.unit.name,
        status_label=register.statuses[record.status],
        received=day_of(record.received_at),
        places=hit.places,
    )
