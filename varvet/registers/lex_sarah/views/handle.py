"""Handling lex Sarah: the list, a case's page, and questions from other registers."""

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
from varvet.registers.lex_sarah.views import shown


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require("lex_sarah.view")
    filters = shown.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    return render(request, "lex_sarah/list.html", shown.list_page(request.reader, filters, page))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    case = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "lex_sarah/page.html", shown.record_page(request.reader, case))


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
