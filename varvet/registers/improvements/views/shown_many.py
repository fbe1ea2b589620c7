"""Many at once as shown: the rows to choose among, and how it went for each."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms.boundfield import BoundWidget

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.records.once import new_key
from varvet.kernel.ui.keyed import key_of
from varvet.kernel.ui.sentences import sentence_of
from varvet.registers.improvements import actions, forms, queries
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.rules import STATUS_LABELS
from varvet.registers.improvements.views.shown_filters import filters_from
from varvet.registers.improvements.views.shown_list import step_of


@dataclass(frozen=True)
class Line:
    """A row to tick."""

    box: BoundWidget
    improvement: Improvement
    status_label: str
    step: int


@dataclass(frozen=True)
class Told:
    """How it went for one: `wrong` is a sentence, empty when it was changed."""

    reference: str
    wrong: str


def many_form(request: PersonRequest) -> forms.ManyForm:
    return _form(request, request.POST or None, key_of(request))


def _form(request: PersonRequest, data: object, key: str) -> forms.ManyForm:
    rows = queries.list_changeable(request.reader, filters_from(request.GET))
    owners = queries.list_owners(request.reader)
    return forms.ManyForm(data, rows=rows, owners=owners, initial={"key": key})


def page(form: forms.ManyForm) -> dict[str, object]:
    return {"form": form, "lines": _lines(form)}


def _lines(form: forms.ManyForm) -> list[Line]:
    pairs = zip(form["chosen"].subwidgets, form.known.values(), strict=True)
    return [Line(box, row, STATUS_LABELS[row.status], step_of(row.status)) for box, row in pairs]


def after(request: PersonRequest, outcomes: Sequence[actions.Outcome]) -> dict[str, object]:
    """What became of each, and the rows as they are now, in a form of its own."""
    told = [Told(one.reference, sentence_of(one.wrong) if one.wrong else "") for one in outcomes]
    changed, refused = [one for one in told if not one.wrong], [one for one in told if one.wrong]
    return {**page(_form(request, None, new_key())), "changed": changed, "refused": refused, "sent": True}
