"""Forms as shown: each with how far it has come, and each question in words."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.registers.self_checks import actions, queries
from varvet.registers.self_checks.forms.case import CaseForm
from varvet.registers.self_checks.forms.questions import NameForm, QuestionForm, start_of
from varvet.registers.self_checks.models import Form, FormVersion
from varvet.registers.self_checks.rules.library import Shipped, shipped_form, shipped_forms
from varvet.registers.self_checks.rules.questions import KIND_OF_QUESTION, REPLY_LABELS, Item

STEPS = {"upp": -1, "ner": 1}
AWAY = "bort"


@dataclass(frozen=True)
class FormLine:
    """A form in the list: its state in words, and the latest version that is published, 0 for none."""

    pk: int
    name: str
    state: str
    published: int
    retired: bool


@dataclass(frozen=True)
class QuestionLine:
    """A question in words; the number it has in the form."""

    number: int
    code: str
    text: str
    help: str
    kind: str
    lacks: str
    when: str
    required: bool


def root_of_editor(reader: Reader) -> Unit:
    """Who may, edits the forms of the whole root."""
    reader.require(actions.EDIT_FORMS)
    return _root_of(reader)


def _root_of(reader: Reader) -> Unit:
    reader.require("self_checks.view")
    if reader.root is None:
        raise Http404
    return reader.root


def listed(reader: Reader) -> dict[str, object]:
    own = queries.list_forms(_root_of(reader))
    copied = {form.shipped for form in own}
    return {
        "lines": [_line(form) for form in own],
        "shipped": [(form, form.code in copied) for form in shipped_forms()],
        "may_edit": reader.has(actions.EDIT_FORMS),
    }


def _line(form: Form) -> FormLine:
    versions = list(form.versions.all())
    published = [version for version in versions if version.published_at]
    latest = published[0].number if published else 0
    return FormLine(form.pk, form.name, _state(form, versions, latest), latest, form.retired_on is not None)


def _state(form: Form, versions: Sequence[FormVersion], latest: int) -> str:
    if form.retired_on:
        return _("Används inte längre")
    if not latest:
        return _("Utkast, inte publicerat")
    if versions[0].published_at is None:
        return _("Version {number} används, en ny är under arbete").format(number=latest)
    return _("Version {number} används").format(number=latest)


def shipped_asked(code: str) -> Shipped | None:
    """None without a code; 404 for one that is none."""
    if not code:
        return None
    try:
        return shipped_form(code)
    except KeyError:
        raise Http404 from None


def new(form: NameForm, shipped: Shipped | None) -> dict[str, object]:
    return {"form": form, "shipped": shipped, "lines": lines_of(shipped.items) if shipped else []}


def form_of(reader: Reader, pk: int) -> Form:
    return get_object_or_404(Form.objects.select_related("root"), root=_root_of(reader), pk=pk)


def form_to_edit(reader: Reader, pk: int) -> Form:
    return get_object_or_404(Form.objects.select_related("root"), root=root_of_editor(reader), pk=pk)


def form_page(reader: Reader, pk: int) -> dict[str, object]:
    form = form_of(reader, pk)
    versions = list(form.versions.select_related("published_by"))
    items = [question.item for question in versions[0].questions.all()]
    return {
        "held": form,
        "current": versions[0],
        "earlier": versions[1:],
        "lines": lines_of(items),
        "is_draft": versions[0].published_at is None,
        "may_edit": reader.has(actions.EDIT_FORMS) and form.retired_on is None,
        "source": _source(form),
    }


def _source(form: Form) -> str:
    """The law behind the shipped form it began as; empty when it began as the root's own."""
    return {one.code: one.source for one in shipped_forms()}.get(form.shipped, "")


def preview(reader: Reader, pk: int, number: int) -> dict[str, object]:
    """As the one who reviews will see it: nothing is saved."""
    form = form_of(reader, pk)
    version = get_object_or_404(form.versions, number=number)
    items = [question.item for question in version.questions.all()]
    return {"held": form, "version": version, "rows": CaseForm(items=items).rows()}


def question_form(request: PersonRequest, held: Form, code: str) -> QuestionForm:
    """For a new question, or the draft's question with the code."""
    draft = held.versions.order_by("-number")[0]
    items = [question.item for question in draft.questions.all()]
    codes = [item.code for item in items]
    if code and code not in codes:
        raise Http404
    earlier = items[: codes.index(code)] if code else items
    initial = start_of(items[codes.index(code)]) if code else {}
    return QuestionForm(request.POST or None, earlier=earlier, code=code, initial=initial)


def question_page(held: Form, form: QuestionForm) -> dict[str, object]:
    return {"held": held, "form": form}


def change_question(request: PersonRequest, held: Form, code: str) -> None:
    """What the pressed button says: up, down or away."""
    if not Form.objects.filter(pk=held.pk, versions__questions__code=code).exists():
        raise Http404
    by, today, wanted = request.reader.user, request.reader.today, request.POST.get("gor", "")
    if wanted in STEPS:
        actions.move_question(form=held, code=code, steps=STEPS[wanted], by=by, today=today)
    elif wanted == AWAY:
        actions.remove_question(form=held, code=code, by=by, today=today)


@contextmanager
def told(request: PersonRequest) -> Iterator[None]:
    """A rule's refusal is told on the next page, for buttons that have no form of their own."""
    try:
        yield
    except RuleBroken as broken:
        messages.error(request, sentence_of(broken))


def lines_of(items: Sequence[Item]) -> list[QuestionLine]:
    texts = {item.code: item.text for item in items}
    return [
        QuestionLine(
            number=number,
            code=item.code,
            text=item.text,
            help=item.help,
            kind=said(KIND_OF_QUESTION[item.kind]),
            lacks=", ".join(said(REPLY_LABELS[reply]) for reply in item.replies if reply in item.lacks),
            when=_when(item, texts),
            required=item.required,
        )
        for number, item in enumerate(items, 1)
    ]


def _when(item: Item, texts: dict[str, str]) -> str:
    if not item.when_code:
        return ""
    reply = said(REPLY_LABELS[item.when_reply])
    return _("När svaret är {reply} på: {question}").format(reply=reply, question=texts.get(item.when_code, ""))
