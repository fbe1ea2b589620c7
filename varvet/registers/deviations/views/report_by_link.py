"""Reporting without an account, by a unit's link and its code word, and following what one has reported by a code."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.records.once import new_key
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.deviations import actions, forms
from varvet.registers.deviations.views import shown_by_link


@never_cache
@require_http_methods(["GET", "POST"])
def door(request: HttpRequest, token: str) -> HttpResponse:
    link, form = shown_by_link.find_link(token), forms.WordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.open_link(link=link, word=form.cleaned_data["word"], now=timezone.now())
            shown_by_link.remember(request, link)
            return redirect("deviations:link_report", token)
    page = {"form": form, "link": link, "organisation": link.unit.root}
    return render(request, "deviations/link_door.html", page, status=refused(form))


@never_cache
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, token: str) -> HttpResponse:
    link = shown_by_link.opened(request, token)
    if link is None:
        return redirect("deviations:link", token)
    if address := shown_by_link.elsewhere(request, link):
        return redirect(address)
    form = shown_by_link.report_form(request)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            return redirect(shown_by_link.send(request, link, form))
    page = shown_by_link.report_page(request, link, form)
    return render(request, "deviations/link_report.html", page, status=refused(form))


@never_cache
@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    link = shown_by_link.find_link(token)
    return render(request, "deviations/link_receipt.html", shown_by_link.receipt(request, link))


@never_cache
@require_http_methods(["GET", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    form = forms.CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and shown_by_link.follow(request, form):
        return redirect("deviations:followed")
    page = {"form": form, "others": shown_by_link.followed_elsewhere()}
    return render(request, "deviations/follow.html", page, status=refused(form))


@never_cache
@require_http_methods(["GET", "POST"])
def followed(request: HttpRequest) -> HttpResponse:
    deviation = shown_by_link.followed(request)
    if deviation is None:
        return redirect("deviations:follow")
    form = forms.AddForm(request.POST or None, initial={"key": new_key()})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            shown_by_link.add_more(request, form)
            return redirect("deviations:followed")
    page = shown_by_link.followed_page(deviation, form)
    return render(request, "deviations/followed.html", page, status=refused(form))


@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    shown_by_link.forget(request)
    return redirect("deviations:follow")
