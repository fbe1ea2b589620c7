"""The page of the delegationsordning: its versions, what each says, and the form for a new one."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.files.receiving import uploads_of
from varvet.kernel.files.stored import Upload
from varvet.kernel.organisation.models import Unit
from varvet.registers.self_checks import actions, forms, queries
from varvet.registers.self_checks.models import DelegationOrder
from varvet.registers.self_checks.views import shown


@dataclass(frozen=True)
class Given:
    decision: str
    roles: str


@dataclass(frozen=True)
class Version:
    number: int
    first_day: date
    lines: tuple[Given, ...]


class Sent(TypedDict):
    upload: Upload
    first_day: date


def root_of(reader: Reader) -> Unit:
    shown.require_view(reader)
    if reader.root is None:
        raise NotAllowed("Delegationsordningen hör till en organisation.")
    return reader.root


def form_of(request: PersonRequest) -> forms.DelegationForm:
    if request.method == "POST":
        request.reader.require(actions.MAY_DELEGATE)
    initial = {"first_day": request.reader.today.isoformat()}
    return forms.DelegationForm(request.POST or None, uploads=uploads_of(request, "file"), initial=initial)


def given(form: forms.DelegationForm) -> Sent:
    return Sent(upload=form.uploads[0], first_day=form.cleaned_data["first_day"])


def page(reader: Reader, form: forms.DelegationForm) -> dict[str, object]:
    root = root_of(reader)
    versions = [_version(order) for order in queries.delegation_orders(root)]
    return {"versions": versions, "form": form, "may_change": reader.can(actions.MAY_DELEGATE, root.pk)}


def _version(order: DelegationOrder) -> Version:
    roles: dict[str, list[str]] = {}
    for line in order.lines.all():
        roles.setdefault(line.decision, []).append(line.role)
    lines = tuple(Given(decision, ", ".join(held)) for decision, held in roles.items())
    return Version(order.number, order.first_day, lines)
