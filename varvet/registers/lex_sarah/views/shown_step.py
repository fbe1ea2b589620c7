"""A step's page: the case as it is now beside the form, and what others did while it was open."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.views import shown_decide
from varvet.registers.lex_sarah.views.asks import Asks
from varvet.registers.lex_sarah.views.happened import HAPPENED
from varvet.registers.lex_sarah.views.shown_list import step_of
from varvet.registers.lex_sarah.views.shown_missing import missing_of


def ready(request: PersonRequest, case: LexSarah, asks: Asks) -> None:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    by = request.reader.user
    actions.check_may(case, asks.event, by=by, now=timezone.now())
    if asks.permission:
        check(by, asks.permission, case.unit, today=request.reader.today)
    if request.method != "POST":
        rules.check_now(asks.event, case.status)


def page(request: PersonRequest, case: LexSarah, form: VersionedForm, asks: Asks) -> HttpResponse:
    current = queries.visible_to(request.reader).get(pk=case.pk)
    context = {"form": form, "says": asks, "meanwhile": meanwhile(form, current, HAPPENED)}
    context |= _beside(request.reader, current, asks)
    return render(request, asks.template, context, status=refused(form))


def _beside(reader: Reader, case: LexSarah, asks: Asks) -> dict[str, object]:
    """The case as it is now."""
    return {
        "case": case,
        "words": queries.read_report(reader, case),
        "status_label": rules.STATUS_LABELS[case.status],
        "step": step_of(case.status),
        "missing": missing_of(case),
        **shown_decide.beside(reader, case, asks),
    }
