"""Two people with the same form open: what the second must be told, whatever the form is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.test import Client

from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.models import Record

MEANWHILE = "Det här hände medan du skrev"


@dataclass(frozen=True)
class Second:
    """Where the second sends the form, what is in it but the record's version, and what must be said of the first."""

    address: str
    fields: Mapping[str, object]
    said: tuple[str, ...]


def refused_and_told(client: Client, record: Record, first: Callable[[], object], second: Second) -> None:
    """The form was opened, the first saved, and then the second sends: nothing is kept of it but on the page."""
    opened = client.get(second.address)
    assert opened.status_code == 200, second.address
    known = Record.objects.get(pk=record.pk).version
    first()
    before = _kept(record)
    answer = client.post(second.address, {"version": known, **second.fields})
    page = answer.content.decode()
    assert answer.status_code == 422, (second.address, answer.status_code)
    assert _kept(record) == before
    for words in (MEANWHILE, *second.said):
        assert words in page, (second.address, words)
    for name, value in second.fields.items():
        if isinstance(value, str) and len(value) > 4 and "2026-" not in value:
            assert value in page, (second.address, name)


def _kept(record: Record) -> tuple[Any, ...]:
    """The record's own row, and how much has happened to it."""
    row = type(record)._base_manager.filter(pk=record.pk).values().get()
    return row, AuditEvent.objects.filter(record_id=record.pk).exclude(event="narratives_read").count()
