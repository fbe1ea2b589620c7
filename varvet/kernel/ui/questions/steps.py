"""What is done when a question is answered, and where the person comes then."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.questions import answering, weighing
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.registry import get_register, is_visible
from varvet.kernel.ui.questions.forms import WeighForm
from varvet.kernel.ui.sentences import sentence_of


def accept(request: PersonRequest, referral: Referral) -> HttpResponse:
    """To the new record. Whoever comes second is told, and stays among the questions."""
    try:
        record = answering.accept(referral=referral, by=request.reader.user, now=timezone.now())
    except RuleBroken as broken:
        messages.error(request, sentence_of(broken))
        return redirect("questions:list")
    messages.success(request, _("Frågan är mottagen som {reference}.").format(reference=record.reference))
    return to_page(request, record)


def weigh(request: PersonRequest, record: Record, form: WeighForm) -> HttpResponse:
    by, now = request.reader.user, timezone.now()
    if form.says_no:
        weighing.say_why_not(record=record, reason=form.reason, by=by, now=now)
        messages.success(request, _("Ditt skäl är sparat."))
    else:
        weighing.ask_lex_sarah(record=record, by=by, now=now)
        messages.success(request, _("Frågan är ställd till den som utreder lex Sarah."))
    return to_page(request, record)


def ask(request: PersonRequest, record: Record, kind: str) -> HttpResponse:
    weighing.ask_other(record=record, to_kind=kind, by=request.reader.user, now=timezone.now())
    messages.success(request, _("Frågan är ställd. De som svarar får en uppgift."))
    return to_page(request, record)


def to_page(request: PersonRequest, record: Record) -> HttpResponse:
    """Of the record; to the start page where it is not the person's to see."""
    if not is_visible(request.reader, record):
        return redirect("queue:todo")
    return redirect(get_register(record.kind).page, record.reference)
