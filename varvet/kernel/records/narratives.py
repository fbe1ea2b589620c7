"""What people wrote: each register's own table of texts, encrypted, kept and read in one way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar, cast

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.records.models import Record
from varvet.kernel.records.reading import note_reading

ALL = Q()
RELATION: str = "narratives"  # from a record to its texts
Part = TypeVar("Part", bound=str)


class Narrative(models.Model):
    """What people wrote, apart from what is counted and encrypted. `synthetic` marks made-up text.

    A register's own table adds the key to its record, with `related_name="narratives"`, and its parts as choices.
    """

    part = models.CharField(max_length=12)
    text = EncryptedText()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    synthetic = models.BooleanField(default=False)

    class Meta:
        abstract = True


@dataclass(frozen=True)
class Words:
    """A narrative as read: what part, the text, when it was written, and whether it is made up."""

    part: str
    label: str
    text: str
    written_at: datetime
    synthetic: bool


@dataclass(frozen=True)
class Writing:
    """When it was written, by whom (None when nobody knows), and whether it is made up."""

    at: datetime
    by: User | None = None
    synthetic: bool = False


def keep(record: Record, parts: Mapping[Part, str], *, by: User | None, now: datetime) -> None:
    """Writes each part that says something; the texts written before stay."""
    said = {part: text.strip() for part, text in parts.items() if text.strip()}
    rows = rows_of(record, said, Writing(now, by))
    table_of(record)._default_manager.bulk_create(rows)


def rows_of(record: Record, parts: Mapping[Part, str], writing: Writing) -> list[Narrative]:
    """Rows to save in the table of the record's register."""
    key, table = key_of(record), table_of(record)
    return [
        table(
            **{key: record},
            part=part,
            text=text,
            written_at=writing.at,
            written_by=writing.by,
            synthetic=writing.synthetic,
        )
        for part, text in parts.items()
    ]


def read(record: Record, *, by: User | None, only: Q = ALL) -> list[Words]:
    """The texts that `only` lets through, oldest first; each reading is noted."""
    note_reading(record, "narratives", by=by)
    table = table_of(record)
    labels = dict(table._meta.get_field("part").flatchoices)
    rows = table._default_manager.filter(only, **{key_of(record): record}).order_by("written_at", "pk")
    return [Words(row.part, labels[row.part], row.text, row.written_at, row.synthetic) for row in rows]


def table_of(model: Record | type[Record]) -> type[Narrative]:
    """The table of a register's texts. FieldDoesNotExist for a register without texts."""
    return cast("type[Narrative]", _relation_of(model).related_model)


def key_of(model: Record | type[Record]) -> str:
    """The name of the key by which a text knows its record."""
    return _relation_of(model).field.name


def _relation_of(model: Record | type[Record]) -> models.ManyToOneRel:
    return cast("models.ManyToOneRel", model._meta.get_field(RELATION))
