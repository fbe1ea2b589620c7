"""Settings and lists of a root: all of them, one of them, and changing it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.settings import changing, shown


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    return render(request, "ui/settings/index.html", shown.overview(request.reader))


@login_required
@require_safe
def setting(request: PersonRequest, key: str) -> HttpResponse:
    root = shown.root_of(request.reader)
    return render(request, "ui/settings/one.html", shown.setting_page(request.reader, root, shown.setting_of(key)))


@login_required
@require_safe
def category_list(request: PersonRequest, key: str) -> HttpResponse:
    root = shown.root_of(request.reader)
    return render(request, "ui/settings/one.html", shown.list_page(request.reader, root, shown.list_of(key)))


@login_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, key: str) -> HttpResponse:
    root, card = shown.root_of(request.reader), shown.setting_of(key)
    form = changing.setting_form(request, root, card)
    if request.method == "POST" and form.is_valid() and not form.is_written_again:
        return changing.sent_setting(request, root, card, form)
    return changing.form_page(request, form, card)


@login_required
@require_http_methods(["GET", "POST"])
def change_list(request: PersonRequest, key: str) -> HttpResponse:
    root, card = shown.root_of(request.reader), shown.list_of(key)
    form = changing.list_form(request, root, card)
    if request.method == "POST" and form.is_valid() and not form.is_written_again:
        return changing.sent_list(request, root, card, form)
    return changing.form_page(request, form, card)
