"""Answering questions from other registers: taken on as a case, or refused with a reason."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.lex_sarah import actions, forms, queries


@login_required
@require_safe
def referrals(request: PersonRequest) -> HttpResponse:
    request.reader.require("lex_sarah.investigate")
    questions = queries.list_referrals(request.reader)
    return render(request, "lex_sarah/referrals.html", {"questions": questions})


@login_required
@require_POST
def accept(request: PersonRequest, pk: int) -> HttpResponse:
    referral = get_object_or_404(queries.list_referrals(request.reader), pk=pk)
    case = actions.accept_referral(referral=referral, by=request.reader.user, now=timezone.now())
    messages.success(request, _("Frågan är mottagen som ett lex Sarah-ärende."))
    return redirect("lex_sarah:page", case.reference)


@login_required
@require_http_methods(["GET", "POST"])
def refuse(request: PersonRequest, pk: int) -> HttpResponse:
    referral = get_object_or_404(queries.list_referrals(request.reader), pk=pk)
    form = forms.RefuseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason, by = form.cleaned_data["reason"], request.reader.user
        with answer(form):
            actions.refuse_referral(referral=referral, reason=reason, by=by, now=timezone.now())
            messages.success(request, _("Frågan är avböjd. Skälet är sparat."))
            return redirect("lex_sarah:referrals")
    return render(request, "lex_sarah/refuse.html", {"form": form, "question": referral}, status=refused(form))
