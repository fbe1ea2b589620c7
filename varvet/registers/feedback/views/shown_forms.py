"""The forms of handling as first shown: filled with what is known, and offering what can be chosen."""

from collections.abc import Callable
from typing import TypeVar

from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.questions.asking import takes, taking_of
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.words import short_day
from varvet.registers.feedback import actions, forms, queries, rules
from varvet.registers.feedback.models import DIARY_SETTING, TYPES, Feedback
from varvet.registers.feedback.views import shown_replies

F = TypeVar("F", bound=VersionedForm)
Make = Callable[[PersonRequest, Feedback], VersionedForm]
NOBODY = "nobody"  # of a register that takes on nothing that shuts a manager out
# Codes of what is asked, with the register and the topic. Lex Sarah has a page of its own.
OTHERS = {
    "deviation": actions.Asked("deviations", "deviation"),
    "provider": actions.Asked("provider_reports"),
    "privacy": actions.Asked("privacy_incidents"),
}


def plain(form: type[F]) -> Make:
    """A form that begins with nothing."""
    return lambda request, feedback: form(request.POST or None, initial=_version(feedback))


def _version(feedback: Feedback) -> dict[str, object]:
    return {"version": feedback.version}


def answer(request: PersonRequest, feedback: Feedback) -> forms.AnswerForm:
    """The code first, where they have one."""
    start = {"how": rules.AnswerWay.CODE} if feedback.has_code else {}
    initial = _version(feedback) | start | shown_replies.with_reply(request, feedback)
    return forms.AnswerForm(shown_replies.sent(request), has_code=feedback.has_code, initial=initial)


def ask(request: PersonRequest, feedback: Feedback) -> forms.AskForm:
    initial = _version(feedback) | shown_replies.with_reply(request, feedback)
    return forms.AskForm(shown_replies.sent(request), initial=initial)


def ask_other(request: PersonRequest, feedback: Feedback) -> forms.AskOtherForm:
    shut = feedback.confidentiality == Confidentiality.MANAGER_EXCLUDED
    offered = [
        (code, said(taking_of(asked.kind).labels[asked.topic]))
        for code, asked in OTHERS.items()
        if takes(asked.kind, asked.topic) and not (shut and taking_of(asked.kind).excluded == NOBODY)
    ]
    return forms.AskOtherForm(request.POST or None, offered=offered, initial=_version(feedback))


def categorise(request: PersonRequest, feedback: Feedback) -> forms.SortForm:
    types = choices_on(feedback.root, TYPES, request.reader.today)
    mentions = feedback.mentions.select_related("category").order_by("-primary", "category__order")
    codes = [mention.category.code for mention in mentions]
    initial = _version(feedback) | {
        "sort": feedback.sort,
        "categories": codes,
        "primary": codes[0] if len(codes) > 1 else "",
    }
    return forms.SortForm(request.POST or None, types=types, initial=initial)


def assign(request: PersonRequest, feedback: Feedback) -> forms.AssignForm:
    people = queries.list_able(feedback, request.reader.today)
    initial = _version(feedback) | {"handler": feedback.handler_id}
    return forms.AssignForm(request.POST or None, people=people, initial=initial)


def move(request: PersonRequest, feedback: Feedback) -> forms.MoveForm:
    """The root itself stands for no unit in particular."""
    others = Unit.objects.filter(root=feedback.root).exclude(last_day__lt=request.reader.today)
    units = list(others.exclude(pk=feedback.unit_id))
    return forms.MoveForm(request.POST or None, units=units, initial=_version(feedback))


def join(request: PersonRequest, feedback: Feedback) -> forms.JoinForm:
    suggested = [(one.reference, _told(one, request)) for one in queries.list_alike(request.reader, feedback)]
    return forms.JoinForm(request.POST or None, suggested=suggested, initial=_version(feedback))


def _told(other: Feedback, request: PersonRequest) -> str:
    """By number, sort, day and unit: never by what was said."""
    return _("{reference}, {sort}, kom in {day}, {unit}").format(
        reference=other.reference,
        sort=said(rules.SORT_LABELS[other.sort]).lower(),
        day=short_day(day_of(other.received_at), request.reader.today),
        unit=other.unit.name,
    )


def register(request: PersonRequest, feedback: Feedback) -> forms.RegisterForm:
    series = str(get_setting(feedback.root, DIARY_SETTING, request.reader.today))
    return forms.RegisterForm(request.POST or None, own_series=series, initial=_version(feedback))


def judge(request: PersonRequest, feedback: Feedback) -> forms.JudgeForm:
    initial = _version(feedback) | {"contentment": feedback.contentment}
    return forms.JudgeForm(request.POST or None, initial=initial)
