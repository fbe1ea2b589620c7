"""Log reviews: sending the log, the queue, one finding, one's own code, and closing."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.self_checks import actions, forms, rules
from varvet.registers.self_checks.models import LogFinding
from varvet.registers.self_checks.views import shown, shown_log, shown_sent

WAIT = "4"  # seconds until the page looks again


@login_required
@require_http_methods(["GET", "POST"])
def new(request: PersonRequest, reference: str) -> HttpResponse:
    round_, headings = shown_log.round_of(request, reference), shown_sent.Headings()
    form = shown_log.log_form(request, shown.ready(request, round_, rules.Event.RECORD))
    if request.method == "POST" and form.is_valid():
        with answer(form), headings:
            by, version = request.reader.user, form.cleaned_data["version"]
            actions.take_in_log(round_=round_, sent=form.sent(), version=version, by=by, now=timezone.now())
            return redirect("self_checks:log_queue", round_.reference)
    page = shown_log.new_page(round_, form, headings.found)
    return render(request, "self_checks/log_new.html", page, status=refused(form))


@login_required
@require_safe
def queue(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = shown_log.round_of(request, reference)
    page = shown_log.queue_page(request.reader, round_, shown_log.filters_from(request.GET))
    response = render(request, "self_checks/log_queue.html", page)
    if page["counting"]:
        response["Refresh"] = WAIT
    return response


@login_required
@require_http_methods(["GET", "POST"])
def own_code(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = shown_log.round_of(request, reference)
    form = forms.OwnCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.say_own_code(round_=round_, code=form.cleaned_data["code"], by=request.reader.user, now=timezone.now())
        messages.success(request, _("Din kod är sparad."))
        return redirect("self_checks:log_queue", round_.reference)
    page = {"round": round_, "form": form}
    return render(request, "self_checks/log_code.html", page, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def finding(request: PersonRequest, reference: str, number: int) -> HttpResponse:
    found = shown_log.finding_of(request, reference, number)
    held = shown_log.forms_of(request, found)
    done = _send(request, found, held) if request.method == "POST" else None
    if done is not None:
        return done
    page = shown_log.finding_page(request.reader, found, held)
    status = max(refused(held.judge), refused(held.whose))
    return render(request, "self_checks/log_finding.html", page, status=status)


def _send(request: PersonRequest, found: LogFinding, held: shown_log.Forms) -> HttpResponse | None:
    by, now, reference = request.reader.user, timezone.now(), found.review.round.reference
    if held.judge.is_bound and held.judge.is_valid():
        with answer(held.judge):
            actions.conclude_finding(finding=found, said=held.judge.conclusion(), by=by, now=now)
            messages.success(request, _("Fyndet är bedömt."))
            return redirect("self_checks:log_queue", reference)
    if held.whose.is_bound and held.whose.is_valid():
        with answer(held.whose):
            actions.say_whose_code(finding=found, user=held.whose.cleaned_data["person"], by=by, now=now)
            return redirect("self_checks:log_finding", reference, found.number)
    return None


def _step(
    act: Callable[..., LogFinding], sentence: Callable[[], str]
) -> Callable[[PersonRequest, str, int], HttpResponse]:
    """A single button on a finding's page."""

    @login_required
    @require_POST
    def view(request: PersonRequest, reference: str, number: int) -> HttpResponse:
        found = shown_log.finding_of(request, reference, number)
        act(finding=found, by=request.reader.user, now=timezone.now())
        messages.success(request, sentence())
        return redirect("self_checks:log_finding", reference, number)

    return view


take = _step(actions.take_finding, lambda: _("Du granskar nu det som gäller koden."))
ask = _step(actions.ask_person, lambda: _("Det är noterat att frågan är ställd."))


@login_required
@require_http_methods(["GET", "POST"])
def close(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = shown_log.round_of(request, reference)
    form = shown_log.close_form(request, shown.ready(request, round_, rules.Event.RECORD))
    if request.method == "POST" and form.is_valid():
        with answer(form):
            given, by = form.cleaned_data, request.reader.user
            text, version = given["analysis"], given["version"]
            actions.close_log(round_=round_, analysis=text, version=version, by=by, now=timezone.now())
            messages.success(request, _("Granskningen är avslutad."))
            return redirect("self_checks:page", reference)
    page = shown_log.close_page(request.reader, round_, form)
    return render(request, "self_checks/log_close.html", page, status=refused(form))
