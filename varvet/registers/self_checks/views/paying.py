"""Payments of a round: drawn day by day or week by week from the lists that are kept."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.actions.draw_payments import draw_payments
from varvet.registers.self_checks.forms.payments import DrawPaymentsForm
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.rules import Method
from varvet.registers.self_checks.views import shown_payments as shown


@login_required
@require_http_methods(["GET", "POST"])
def index(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = _asked(request, reference)
    form = DrawPaymentsForm(request.POST or None, initial=shown.first_of(request.reader, round_))
    if request.method == "POST" and form.is_valid():
        with answer(form):
            version, by = form.cleaned_data["version"], request.reader.user
            done = draw_payments(round_=round_, wanted=form.wanted(), version=version, by=by, now=timezone.now())
            messages.success(request, shown.done_words(done))
            return redirect("self_checks:payments", reference)
    return render(request, "self_checks/payments.html", shown.page(request.reader, round_, form), status=refused(form))


def _asked(request: PersonRequest, reference: str) -> Round:
    round_: Round = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    if round_.method != Method.PAYMENT_CHECK:
        raise Http404
    return round_
