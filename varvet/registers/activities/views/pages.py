"""The wheel, the activities it is made of, and one occasion."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.activities import actions, queries, rules
from varvet.registers.activities.views import shown_activity, shown_occasion, shown_wheel


@login_required
@require_safe
def wheel(request: PersonRequest) -> HttpResponse:
    return render(request, "activities/wheel.html", shown_wheel.page(request))


@login_required
@require_safe
def page(request: PersonRequest, reference: str) -> HttpResponse:
    occasion = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "activities/page.html", shown_occasion.record_page(request.reader, occasion))


@login_required
@require_safe
def activities(request: PersonRequest) -> HttpResponse:
    return render(request, "activities/activities.html", shown_activity.index_page(request.reader))


@login_required
@require_safe
def activity(request: PersonRequest, pk: int) -> HttpResponse:
    found = shown_activity.activity_asked(request.reader, pk)
    return render(request, "activities/activity.html", shown_activity.activity_page(request.reader, found))


@login_required
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest) -> HttpResponse:
    form = shown_activity.add_form(request)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            made = shown_activity.add(form, by=request.reader.user)
            messages.success(request, _("Aktiviteten finns i hjulet."))
            return redirect("activities:activity", made.pk)
    return render(request, "activities/activity_form.html", {"form": form}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, pk: int) -> HttpResponse:
    found, form = shown_activity.change_form(request, pk)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            shown_activity.save(found, form, by=request.reader.user)
            messages.success(request, _("Ändringen är sparad. Det som är gjort står kvar."))
            return redirect("activities:activity", found.pk)
    shown = shown_activity.change_page(request, found, form)
    return render(request, "activities/activity_form.html", shown, status=refused(form))


@login_required
@require_POST
def take_shipped(request: PersonRequest) -> HttpResponse:
    root, by = request.reader.root, request.reader.user
    request.reader.require(actions.EDIT)
    assert root is not None
    made = actions.take_shipped(root=root, wanted=rules.shipped_wheel(), by=by, now=timezone.now())
    messages.success(request, shown_activity.taken_words(made))
    return redirect("activities:wheel")
