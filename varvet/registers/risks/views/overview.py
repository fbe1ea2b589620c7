"""The years' risk pictures: read, taken out, chosen and written, decided, and followed up."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.search.files import Format, answer_with
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.papers import Form, paper_page
from varvet.registers.risks import actions, queries
from varvet.registers.risks.models import Overview
from varvet.registers.risks.views import asked_overview as ask
from varvet.registers.risks.views import paper_overview, shown_overview


@login_required
@require_http_methods(["GET", "POST"])
def years(request: PersonRequest) -> HttpResponse:
    ask.require_read(request.reader)
    form = ask.year_form(request)
    if request.method == "POST" and form.is_valid():
        return redirect("risks:choose", form.cleaned_data["year"])
    context = {"form": form, "overviews": queries.visible_overviews(request.reader)}
    context["decides"] = queries.decides(request.reader)
    return render(request, "risks/years.html", context, status=refused(form))


@login_required
@require_safe
def read(request: PersonRequest, year: int) -> HttpResponse:
    whole = queries.read_whole(_overview(request, year))
    return render(request, "risks/overview.html", shown_overview.overview_page(request.reader, whole))


@login_required
@require_safe
def paper(request: PersonRequest, year: int) -> HttpResponse:
    whole = queries.read_whole(_overview(request, year))
    page = paper_page(paper_overview.paper_of(whole, request.reader))
    paper_overview.note(whole.overview, "page", request.reader)
    return render(request, "risks/overview_paper.html", {**page, "overview": whole.overview})


@login_required
@require_safe
def take_out(request: PersonRequest, year: int, form: str) -> HttpResponseBase:
    whole = queries.read_whole(_overview(request, year))
    if form in set(Form):
        return paper_overview.handed_out(whole, Form(form), request.reader)
    if form not in set(Format):
        raise Http404
    return answer_with(
        paper_overview.sheet_of(whole), paper_overview.asked(whole, Format(form)), by=request.reader.user
    )


def _overview(request: PersonRequest, year: int) -> Overview:
    return get_object_or_404(queries.visible_overviews(request.reader), year=year)


@login_required
@require_http_methods(["GET", "POST"])
def choose(request: PersonRequest, year: int) -> HttpResponse:
    asked = ask.open_year(request, year)
    form = ask.choose_form(request, asked)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.choose(ask.change(request, asked, form), *ask.chosen(request, form))
            messages.success(request, _("Riskbilden är sparad."))
            return redirect("risks:overview", year)
    return render(request, "risks/choose.html", ask.page(asked, form), status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def point(request: PersonRequest, year: int, pk: int = 0) -> HttpResponse:
    asked = ask.open_year(request, year)
    form = ask.point_form(request, asked, pk)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.write_point(ask.change(request, asked, form), ask.told(request, form), ask.known(asked, pk))
            messages.success(request, _("Kontrollpunkten är sparad."))
            return redirect("risks:overview", year)
    return render(request, "risks/point.html", {**ask.page(asked, form), "pk": pk}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def remove(request: PersonRequest, year: int, pk: int) -> HttpResponse:
    asked, form = ask.removing(request, year)
    found = ask.point_of(asked, pk)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.remove_point(ask.change(request, asked, form), found)
            messages.success(request, _("Kontrollpunkten är borttagen."))
            return redirect("risks:overview", year)
    return render(request, "risks/remove_point.html", {**ask.page(asked, form), "point": found}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def decide(request: PersonRequest, year: int) -> HttpResponse:
    asked = ask.open_year(request, year)
    form = ask.decide_form(request, asked)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.decide(ask.change(request, asked, form), ask.decision(form))
            messages.success(request, _("Beslutet är registrerat. Riskbilden ändras inte mer."))
            return redirect("risks:overview", year)
    return render(request, "risks/decide.html", ask.page(asked, form), status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def follow_up(request: PersonRequest, year: int, pk: int) -> HttpResponse:
    found, form = ask.following(request, _overview(request, year), pk)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.follow_up(found, ask.outcome(form), by=request.reader.user, now=ask.now())
            messages.success(request, _("Uppföljningen är sparad."))
            return redirect("risks:overview", year)
    return render(request, "risks/follow_up.html", ask.follow_page(found, form), status=refused(form))
