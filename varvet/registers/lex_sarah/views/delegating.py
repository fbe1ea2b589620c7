"""The delegation order in lex Sarah: its points, a new one, and the end of one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.lex_sarah import actions, forms
from varvet.registers.lex_sarah.models import Delegation
from varvet.registers.lex_sarah.views import shown_delegating


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.DELEGATE)
    return render(request, "lex_sarah/delegations.html", shown_delegating.page(request.reader))


@login_required
@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    root, form = shown_delegating.new_form(request)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.delegate(root=root, content=form.content(), by=request.reader.user, now=timezone.now())
            messages.success(request, _("Delegationen är sparad."))
            return redirect("lex_sarah:delegations")
    return render(request, "lex_sarah/delegation.html", {"form": form}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def end(request: PersonRequest, pk: int) -> HttpResponse:
    request.reader.require(actions.DELEGATE)
    given = get_object_or_404(Delegation, pk=pk, root=request.reader.root)
    form = forms.EndDelegationForm(request.POST or None, initial={"last_day": given.last_day or request.reader.today})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            last, by = form.cleaned_data["last_day"], request.reader.user
            actions.end_delegation(delegation=given, last_day=last, by=by, now=timezone.now())
            return redirect("lex_sarah:delegations")
    return render(request, "lex_sarah/delegation.html", {"form": form, "given": given}, status=refused(form))
