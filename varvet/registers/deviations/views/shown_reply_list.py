"""The replies of a root as they are listed and edited."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.registers.deviations import actions
from varvet.registers.deviations.forms.handle_replies import ReplyForm
from varvet.registers.deviations.models import ReplyTemplate
from varvet.registers.deviations.queries.replies import list_replies, list_templates
from varvet.registers.deviations.rules import STATUS_LABELS


@dataclass(frozen=True)
class Line:
    """A reply; `pk` is 0 for one that is shipped."""

    pk: int
    title: str
    text: str
    when: str


def root_of(reader: Reader) -> Unit:
    """Who may, edits the replies of the whole root."""
    reader.require(actions.EDIT_REPLIES)
    if reader.root is None:
        raise Http404
    return reader.root


def listed(root: Unit) -> dict[str, object]:
    own = list_templates(root)
    if own:
        lines = [Line(row.pk, row.title, row.text, _when(row.status)) for row in own]
    else:
        lines = [Line(0, _(reply.title), _(reply.text), _when(reply.status)) for reply in list_replies(root)]
    return {"lines": lines, "own": bool(own)}


def reply_form(request: PersonRequest, root: Unit, pk: int) -> ReplyForm:
    if not pk:
        return ReplyForm(request.POST or None)
    row = own_reply(root, pk)
    return ReplyForm(request.POST or None, initial={"title": row.title, "text": row.text, "status": row.status})


def own_reply(root: Unit, pk: int) -> ReplyTemplate:
    return get_object_or_404(ReplyTemplate, root=root, pk=pk, retired=False)


def _when(status: str) -> str:
    return _(STATUS_LABELS[status]) if status else _("Alltid")
