"""A workshop from page to page: begun, joined by its code, gathered, scored, agreed on and ended."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.risks import actions, forms, queries
from varvet.registers.risks.views import shown_workshops as shown


@login_required
@require_http_methods(["GET", "POST"])
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.TAKE_PART)
    form = forms.CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = queries.find_workshop(request.reader, form.cleaned_data["code"])
        if found:
            return redirect("risks:workshop", found.code)
        form.add_error("code", _("Ingen verkstad har den koden."))
    context = {"form": form, "workshops": queries.led_by(request.reader), "may_lead": request.reader.has(actions.EDIT)}
    return render(request, "risks/workshops.html", context, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def begin(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.EDIT)
    units = request.reader.list_units(actions.EDIT)
    form = forms.BeginForm(request.POST or None, units=units, initial={"held_on": request.reader.today})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            made = actions.begin_workshop(form.plan(), by=request.reader.user, now=timezone.now())
            return redirect("risks:workshop", made.code)
    return render(request, "risks/begin_workshop.html", {"form": form}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def read(request: PersonRequest, code: str) -> HttpResponse:
    workshop = shown.get(request.reader, code)
    form = forms.SuggestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            by, now = request.reader.user, timezone.now()
            actions.suggest(workshop, form.cleaned_data["text"], by=by, now=now)
            messages.success(request, _("Risken är tillagd."))
            return redirect("risks:workshop", code)
    return render(request, "risks/workshop.html", shown.page(request, workshop, form), status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def group(request: PersonRequest, code: str) -> HttpResponse:
    workshop = shown.get_led(request.reader, code)
    form = forms.GroupForm(request.POST or None, suggestions=workshop.suggestions.order_by("pk"))
    if request.method == "POST" and form.is_valid():
        with answer(form):
            shown.save_groups(request, workshop, form)
            return redirect("risks:workshop", code)
    return render(request, "risks/group.html", {"form": form, "workshop": workshop}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def vote(request: PersonRequest, code: str) -> HttpResponse:
    workshop = shown.get(request.reader, code)
    form = shown.vote_form(request, workshop)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            count = actions.vote(workshop, form.scores(), by=request.reader.user, now=timezone.now())
            messages.success(request, _("Dina bedömningar är sparade: {number}.").format(number=count))
            return redirect("risks:workshop", code)
    return render(request, "risks/scores.html", shown.scoring(workshop, form, "vote"), status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def agree(request: PersonRequest, code: str) -> HttpResponse:
    workshop = shown.get_led(request.reader, code)
    form = shown.agree_form(request, workshop)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.agree(workshop, form.scores(), by=request.reader.user, now=timezone.now())
            messages.success(request, _("Bedömningarna är sparade."))
            return redirect("risks:workshop", code)
    return render(request, "risks/scores.html", shown.scoring(workshop, form, "agree"), status=refused(form))


@login_required
@require_POST
def go_on(request: PersonRequest, code: str) -> HttpResponse:
    workshop = shown.get_led(request.reader, code)
    known = shown.stage_known(request)
    actions.go_on(workshop, known, by=request.reader.user, now=timezone.now())
    return redirect("risks:workshop", code)
