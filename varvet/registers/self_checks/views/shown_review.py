"""Reviewing as shown: how a round is reviewed, its cases, and what its answers come to."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Referral
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.registers.self_checks import actions, queries
from varvet.registers.self_checks.forms.reviewing import CasesForm, SetUpForm, SummaryForm
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.models.counting import items_of, outcome_of, reviewing_of
from varvet.registers.self_checks.rules import result_in_words
from varvet.registers.self_checks.rules.questions import Item
from varvet.registers.self_checks.rules.reviewing import REVIEW_KINDS, check_reviewing, check_set_up
from varvet.registers.self_checks.views import shown_case
from varvet.registers.self_checks.views.shown_forms import lines_of

HeldCase = shown_case.HeldCase
case_to_review, case_page, next_case = shown_case.case_to_review, shown_case.case_page, shown_case.next_case
save_case_draft = shown_case.save_case_draft


@dataclass(frozen=True)
class CaseLine:
    """A case in the list. `left` is what is to be done next in it, empty when nothing is."""

    number: int
    code: str
    state: str
    twice: str


def round_of(reader: Reader, reference: str) -> Round:
    return get_object_or_404(queries.visible_to(reader), reference=reference)


def round_to_set_up(request: PersonRequest, reference: str) -> Round:
    """Before showing the form: may the person, and may it happen. Sent forms are judged by the action."""
    round_ = round_of(request.reader, reference)
    if request.method != "POST":
        check(request.reader.user, queries.MAY_PERFORM, round_.unit, today=request.reader.today)
    return round_


def round_to_review(request: PersonRequest, reference: str) -> Round:
    """NotAllowed for those who may not see its cases."""
    round_ = round_of(request.reader, reference)
    actions.check_may_review(round_, request.reader.user, request.reader.today)
    return round_


def round_to_conclude(request: PersonRequest, reference: str) -> Round:
    round_ = round_to_review(request, reference)
    if request.method != "POST":
        check_reviewing(round_.status)
    return round_


def known(request: PersonRequest, form: VersionedForm) -> dict[str, Any]:
    """What every action is told: the version the form was opened on, by whom, and when."""
    return {"version": form.cleaned_data["version"], "by": request.reader.user, "now": timezone.now()}


def now_known(request: PersonRequest, round_: Round) -> dict[str, Any]:
    """As `known`, for what adds or takes away one thing and cannot write over anything."""
    return {"version": round_.version, "by": request.reader.user, "now": timezone.now()}


def set_up_form(request: PersonRequest, round_: Round) -> SetUpForm:
    if request.method != "POST":
        check_set_up(round_.status, 0)
    how = reviewing_of(round_)
    start = {
        "version": round_.version,
        "form": round_.form_version_id,
        "kind": how.kind,
        "double_percent": how.double_percent,
        "walkthrough": how.walkthrough,
    }
    return SetUpForm(request.POST or None, round_=round_, initial=start)


def set_up_page(round_: Round, form: SetUpForm) -> dict[str, object]:
    own = [question.item for question in round_.own_questions.all()]
    return {"round": round_, "title": queries.title(round_), "form": form, "own": lines_of(own)}


def items(round_: Round) -> list[Item]:
    return items_of(round_)


def added(number: int) -> str:
    return ngettext("{number} ärende är tillagt.", "{number} ärenden är tillagda.", number).format(number=number)


def passed_on(asked: Referral) -> str:
    if asked.answer:
        return _("Bristen är nu avvikelsen {reference}.").format(reference=asked.answer.reference)
    return _("Frågan är skickad till den som bedömer avvikelser.")


def cases_page(reader: Reader, round_: Round, form: CasesForm) -> dict[str, object]:
    rows = queries.list_cases(round_)
    return {
        "round": round_,
        "title": queries.title(round_),
        "form": form,
        "lines": [_line(reader, row) for row in rows],
        "done": sum(row.is_reviewed for row in rows),
        "total": sum(not row.is_left_out for row in rows),
    }


def _line(reader: Reader, row: queries.CaseRow) -> CaseLine:
    return CaseLine(row.number, row.code, _state(row), _twice(reader, row))


def _state(row: queries.CaseRow) -> str:
    if row.is_left_out:
        return _("Utbytt")
    return _("Granskad") if row.is_reviewed else _("Att granska")


def _twice(reader: Reader, row: queries.CaseRow) -> str:
    """How it stands with the second review: none, to be done by the reader, waiting, or done."""
    if not row.is_twice or row.is_left_out:
        return ""
    if row.is_twice_done:
        return "done"
    return "open" if row.is_reviewed and row.first_reviewer != reader.user.pk else "waits"


def summary_start(round_: Round) -> dict[str, object]:
    return {"version": round_.version, "population": round_.population}


def summary(round_: Round, form: SummaryForm) -> dict[str, object]:
    """What the answers come to, before it is recorded. RuleBroken where nothing can be counted."""
    rows = queries.list_cases(round_)
    if not any(row.is_reviewed for row in rows):
        raise Http404
    found = outcome_of(round_, None)
    return {
        "round": round_,
        "title": queries.title(round_),
        "form": form,
        "walkthrough": reviewing_of(round_).walkthrough,
        "result": sentence_of(result_in_words(found.figures)),
        "sample": found.figures.sample,
        "nothing": found.nothing,
        "left": sum(not row.is_reviewed and not row.is_left_out for row in rows),
    }


def kind_in_words(round_: Round) -> str:
    return said(REVIEW_KINDS[reviewing_of(round_).kind])
