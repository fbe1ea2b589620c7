"""Keeping a view of a list, and changing the views one has kept."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.search import saved
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.saved_views import forms, shown


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    return render(request, "ui/saved_views/list.html", {"views": shown.own_views(request.reader)})


@login_required
@require_http_methods(["GET", "POST"])
def save(request: PersonRequest, kind: str) -> HttpResponse:
    wanted = shown.wanted_of(request, kind)
    form = forms.NewViewForm(request.POST or None, reader=request.reader)
    if request.method == "POST" and form.is_valid():
        view = wanted.named(form.cleaned_data["name"], form.unit())
        with answer(form):
            saved.save_view(view=view, by=request.reader.user, now=timezone.now())
            return redirect(wanted.href)
    return render(request, "ui/saved_views/form.html", {"form": form, "wanted": wanted}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def rename(request: PersonRequest, pk: int) -> HttpResponse:
    view = get_object_or_404(saved.own_views(request.reader), pk=pk)
    form = forms.NameForm(request.POST or None, initial={"name": view.name})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            saved.rename_view(view, form.cleaned_data["name"], by=request.reader.user)
            return redirect("views:list")
    return render(request, "ui/saved_views/form.html", {"form": form, "view": view}, status=refused(form))


@login_required
@require_POST
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    view = get_object_or_404(saved.own_views(request.reader), pk=pk)
    saved.delete_view(view, by=request.reader.user)
    messages.success(request, _("Vyn är borttagen."))
    return redirect("views:list")
