"""The delegation order as shown: each point with whom it names and when it holds."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import get_role, roles_with
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.sentences import said
from varvet.registers.lex_sarah import actions, forms, queries
from varvet.registers.lex_sarah.models import Delegation


@dataclass(frozen=True)
class Row:
    """A point, whom it names, and its days; `ended` says that it no longer holds."""

    pk: int
    point: str
    whom: str
    first_day: date
    last_day: date | None
    ended: bool


def page(reader: Reader) -> dict[str, object]:
    return {"rows": [_row(one, reader.today) for one in queries.list_delegations(reader.root)]}


def _row(one: Delegation, today: date) -> Row:
    whom = one.person.name if one.person else said(get_role(one.role).label)
    ended = one.last_day is not None and one.last_day < today
    return Row(one.pk, one.point, whom, one.first_day, one.last_day, ended)


def new_form(request: PersonRequest) -> tuple[Unit, forms.DelegateForm]:
    """NotAllowed for somebody who may not, or who works in no organisation."""
    reader = request.reader
    reader.require(actions.DELEGATE)
    if reader.root is None:
        raise NotAllowed("Välj en organisation först.")
    people = queries.list_deciders(reader.root, reader.today)
    roles = [(role.code, said(role.label)) for role in roles_with("lex_sarah.decide")]
    initial = {"first_day": reader.today}
    return reader.root, forms.DelegateForm(request.POST or None, people=people, roles=roles, initial=initial)
