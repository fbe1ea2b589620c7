"""Lists from the case system: choosing a check, sending the list, what it said, and the delegationsordning."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.self_checks import actions, queries, rules
from varvet.registers.self_checks.models import ListCheck, Round
from varvet.registers.self_checks.views import shown, shown_delegation, shown_lists, shown_sent

WAIT = "4"  # seconds until the page looks again


@login_required
@require_safe
def choose(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = _open_round(request, reference)
    return render(request, "self_checks/list_choose.html", shown_lists.choices_page(round_))


@login_required
@require_http_methods(["GET", "POST"])
def new(request: PersonRequest, reference: str, check: str) -> HttpResponse:
    round_, chosen, headings = _open_round(request, reference), shown_lists.find_check(check), shown_sent.Headings()
    form = shown_lists.list_form(request, round_, chosen)
    if request.method == "POST" and form.is_valid():
        with answer(form), headings:
            by, version = request.reader.user, form.cleaned_data["version"]
            made = actions.take_in_list(round_=round_, sent=form.sent(), version=version, by=by, now=timezone.now())
            return redirect("self_checks:list_result", round_.reference, made.token)
    page = shown_lists.new_page(request.reader, round_, form, headings.found)
    return render(request, "self_checks/list_new.html", page, status=refused(form))


@login_required
@require_safe
def result(request: PersonRequest, reference: str, token: str) -> HttpResponse:
    row = _list_check(request, reference, token)
    page = shown_lists.result_page(request.reader, row)
    response = render(request, "self_checks/list_result.html", page)
    if page["counting"]:
        response["Refresh"] = WAIT
    return response


@login_required
@require_http_methods(["GET", "POST"])
def use(request: PersonRequest, reference: str, token: str) -> HttpResponse:
    row = _list_check(request, reference, token)
    shown_lists.require_use(request, row)
    form = shown_lists.use_form(request, row)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            by, version = request.reader.user, form.cleaned_data["version"]
            actions.use_list(list_check=row, chosen=form.result(), version=version, by=by, now=timezone.now())
            messages.success(request, _("Resultatet är sparat."))
            return redirect("self_checks:page", reference)
    page = shown_lists.use_page(row, form)
    return render(request, "self_checks/list_use.html", page, status=refused(form))


@login_required
@require_safe
def codes(request: PersonRequest, reference: str, token: str) -> HttpResponse:
    row = _list_check(request, reference, token)
    return render(request, "self_checks/list_codes.html", shown_lists.codes_page(request.reader, row))


@login_required
@require_http_methods(["GET", "POST"])
def delegation(request: PersonRequest) -> HttpResponse:
    root = shown_delegation.root_of(request.reader)
    form = shown_delegation.form_of(request)
    if request.method == "POST" and form.is_valid():
        with answer(form), shown_sent.Headings():
            given, by = shown_delegation.given(form), request.reader.user
            actions.take_in_delegation(root=root, **given, by=by, now=timezone.now())
            messages.success(request, _("Delegationsordningen är inläst."))
            return redirect("self_checks:delegation")
    page = shown_delegation.page(request.reader, form)
    return render(request, "self_checks/delegation.html", page, status=refused(form))


def _open_round(request: PersonRequest, reference: str) -> Round:
    round_ = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return shown.ready(request, round_, rules.Event.RECORD)


def _list_check(request: PersonRequest, reference: str, token: str) -> ListCheck:
    return get_object_or_404(queries.find_list_checks(request.reader), round__reference=reference, token=token)
