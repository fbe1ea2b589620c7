"""What others did to a record while somebody had its form open: which events, by whom, and what values differ now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.forms import BoundField, ChoiceField

from varvet.kernel.access.models import User
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import Difference
from varvet.kernel.records.models import Record
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.sentences import said


@dataclass(frozen=True)
class Change:
    """An event by somebody, empty when nobody is known."""

    at: datetime
    sentence: str
    who: str


@dataclass(frozen=True)
class Meanwhile:
    """`differences` are the fields where what is saved now is not what the person wrote."""

    changes: list[Change]
    differences: list[Difference]


def meanwhile(form: VersionedForm, record: Record, sentences: Mapping[str, str]) -> Meanwhile | None:
    """None unless the form was refused because somebody had saved first."""
    if form.stale is None:
        return None
    known = form.stale.known
    rows = AuditEvent.objects.filter(kind=record.kind, record_id=record.pk, version__gt=known).order_by("version")
    people = User.objects.in_bulk([row.actor_id for row in rows if row.actor_id])
    changes = [Change(r.at, said(sentences.get(r.event, r.event)), _name(people, r.actor_id)) for r in rows]
    return Meanwhile(changes, differences_of(form))


def differences_of(form: VersionedForm) -> list[Difference]:
    """Among the fields that began with what was saved: the form was made from the record as it is now."""
    bounds = [bound for bound in form.visible_fields() if bound.name in form.initial]
    pairs = [(b, _shown(b, b.data), _shown(b, b.initial)) for b in bounds]
    return [Difference(str(b.label), yours, theirs) for b, yours, theirs in pairs if yours != theirs]


def _name(people: Mapping[int, User], pk: int | None) -> str:
    return people[pk].name if pk is not None and pk in people else ""


def _shown(bound: BoundField, value: Any) -> str:
    values = value if isinstance(value, list | tuple) else [value]
    written = [str(one) for one in values if one not in {None, ""}]
    labels = _labels(bound)
    return ", ".join(sorted(labels.get(one, one) for one in written))


def _labels(bound: BoundField) -> dict[str, str]:
    if isinstance(bound.field, ChoiceField):
        return {str(widget.data["value"]): str(widget.choice_label) for widget in bound.subwidgets}
    return {}
