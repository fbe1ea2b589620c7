"""The replies of a root as they are listed and edited."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import Meanwhile, differences_of
from varvet.registers.feedback import actions, forms
from varvet.registers.feedback.models import TYPES, ReplyTemplate
from varvet.registers.feedback.queries.replies import list_replies, list_templates
from varvet.registers.feedback.rules import STATUS_LABELS
from varvet.registers.feedback.rules.replies import PLACEHOLDERS, Reply


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


def listed(root: Unit, today: date) -> dict[str, object]:
    types, own = dict(choices_on(root, TYPES, today)), list_templates(root)
    lines = [Line(row.pk, row.title, row.text, _when(row.status, types.get(row.category, ""))) for row in own]
    shipped = [] if own else [_shipped(reply) for reply in list_replies(root)]
    return {"lines": [*lines, *shipped], "own": bool(own)}


def _shipped(reply: Reply) -> Line:
    """Its text as it is put in: in Swedish."""
    return Line(0, _(reply.title), reply.text, _when(reply.status, ""))


def _when(status: str, category: str) -> str:
    when = _(STATUS_LABELS[status]) if status else _("Alltid")
    return f"{when}, {category.lower()}" if category else when


def reply_form(request: PersonRequest, root: Unit, pk: int) -> forms.ReplyTemplateForm:
    types = choices_on(root, TYPES, request.reader.today)
    if not pk:
        return forms.ReplyTemplateForm(request.POST or None, types=types, initial={"version": 0})
    row = own_reply(root, pk)
    known = {"title": row.title, "text": row.text, "status": row.status, "category": row.category}
    return forms.ReplyTemplateForm(request.POST or None, types=types, initial=known | {"version": row.version})


def save(request: PersonRequest, root: Unit, form: forms.ReplyTemplateForm, pk: int) -> None:
    edited = actions.Edited(pk, form.cleaned_data["version"])
    by, today = request.reader.user, request.reader.today
    actions.save_reply(root=root, reply=form.reply(), edited=edited, by=by, today=today)


def edit_page(form: VersionedForm) -> dict[str, object]:
    """With what somebody else saved meanwhile, where that is not what was written here."""
    return {
        "form": form,
        "placeholders": PLACEHOLDERS,
        "meanwhile": Meanwhile([], differences_of(form)) if form.stale else None,
    }


def own_reply(root: Unit, pk: int) -> ReplyTemplate:
    return get_object_or_404(ReplyTemplate, root=root, pk=pk, retired=False)
