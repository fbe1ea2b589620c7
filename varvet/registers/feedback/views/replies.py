"""The replies a root offers those who answer: read, written and taken away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.feedback import actions
from varvet.registers.feedback.views import shown_reply_list as shown


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    root = shown.root_of(request.reader)
    return render(request, "feedback/replies.html", shown.listed(root, request.reader.today))


@login_required
@require_POST
def make_own(request: PersonRequest) -> HttpResponse:
    root = shown.root_of(request.reader)
    actions.make_own(root=root, by=request.reader.user, today=request.reader.today)
    return redirect("feedback:replies")


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int = 0) -> HttpResponse:
    root = shown.root_of(request.reader)
    form = shown.reply_form(request, root, pk)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            shown.save(request, root, form, pk)
            messages.success(request, _("Mallen är sparad."))
            return redirect("feedback:replies")
    return render(request, "feedback/reply.html", shown.edit_page(form), status=refused(form))


@login_required
@require_POST
def retire(request: PersonRequest, pk: int) -> HttpResponse:
    reply = shown.own_reply(shown.root_of(request.reader), pk)
    actions.retire_reply(reply=reply, by=request.reader.user, today=request.reader.today)
    messages.success(request, _("Mallen är borttagen."))
    return redirect("feedback:replies")
