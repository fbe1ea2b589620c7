"""Reporting without an account, by the unit's link, and following what one has reported by a code."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.records.once import new_key
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.lex_sarah import forms
from varvet.registers.lex_sarah.views import shown_by_link


@never_cache
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, token: str) -> HttpResponse:
    link = shown_by_link.opened(request, token)
    if address := shown_by_link.elsewhere(request, token, link):
        return redirect(address)
    form = shown_by_link.report_form(request)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            return redirect(shown_by_link.send(request, token, form))
    page = shown_by_link.report_page(request, link, form)
    return render(request, "lex_sarah/link_report.html", page, status=refused(form))


@never_cache
@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    return render(request, "lex_sarah/link_receipt.html", shown_by_link.receipt(request, token))


@never_cache
@require_http_methods(["GET", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    form = forms.CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and shown_by_link.follow(request, form):
        return redirect("lex_sarah:followed")
    return render(request, "lex_sarah/follow.html", {"form": form}, status=refused(form))


@never_cache
@require_http_methods(["GET", "POST"])
def followed(request: HttpRequest) -> HttpResponse:
    case = shown_by_link.followed(request)
    if case is None:
        return redirect("lex_sarah:follow")
    form = forms.AddForm(request.POST or None, initial={"key": new_key()})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            shown_by_link.add_more(request, form)
            return redirect("lex_sarah:followed")
    page = shown_by_link.followed_page(case, form)
    return render(request, "lex_sarah/followed.html", page, status=refused(form))


@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    shown_by_link.forget(request)
    return redirect("lex_sarah:follow")
