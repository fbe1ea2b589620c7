"""Forms as they are written: the list, a draft's questions, publishing, and the library that is shipped."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.forms.questions import NameForm
from varvet.registers.self_checks.views import shown_forms as shown


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    return render(request, "self_checks/forms.html", shown.listed(request.reader))


@login_required
@require_http_methods(["GET", "POST"])
def create(request: PersonRequest, code: str = "") -> HttpResponse:
    """Empty, or a copy of one that is shipped."""
    root, shipped = shown.root_of_editor(request.reader), shown.shipped_asked(code)
    form = NameForm(request.POST or None, initial={"name": shipped.name if shipped else ""})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            name, by, today = form.cleaned_data["name"], request.reader.user, request.reader.today
            made = actions.create_form(root=root, name=name, shipped=shipped, by=by, today=today)
            return redirect("self_checks:form", made.pk)
    return render(request, "self_checks/form_new.html", shown.new(form, shipped), status=refused(form))


@login_required
@require_safe
def page(request: PersonRequest, pk: int) -> HttpResponse:
    return render(request, "self_checks/form.html", shown.form_page(request.reader, pk))


@login_required
@require_safe
def preview(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    return render(request, "self_checks/form_preview.html", shown.preview(request.reader, pk, number))


@login_required
@require_http_methods(["GET", "POST"])
def question(request: PersonRequest, pk: int, code: str = "") -> HttpResponse:
    held = shown.form_to_edit(request.reader, pk)
    form = shown.question_form(request, held, code)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            by, today = request.reader.user, request.reader.today
            actions.save_question(form=held, item=form.item(), by=by, today=today)
            messages.success(request, _("Frågan är sparad."))
            return redirect("self_checks:form", pk)
    return render(request, "self_checks/question.html", shown.question_page(held, form), status=refused(form))


@login_required
@require_POST
def change(request: PersonRequest, pk: int, code: str) -> HttpResponse:
    """Moves a question up or down, or takes it away."""
    held = shown.form_to_edit(request.reader, pk)
    with shown.told(request):
        shown.change_question(request, held, code)
    return redirect("self_checks:form", pk)


@login_required
@require_POST
def start_draft(request: PersonRequest, pk: int) -> HttpResponse:
    held = shown.form_to_edit(request.reader, pk)
    actions.start_draft(form=held, by=request.reader.user, today=request.reader.today)
    return redirect("self_checks:form", pk)


@login_required
@require_POST
def publish(request: PersonRequest, pk: int) -> HttpResponse:
    held = shown.form_to_edit(request.reader, pk)
    with shown.told(request):
        actions.publish_form(form=held, by=request.reader.user, now=timezone.now())
        messages.success(request, _("Formuläret är publicerat och kan användas."))
    return redirect("self_checks:form", pk)


@login_required
@require_POST
def retire(request: PersonRequest, pk: int) -> HttpResponse:
    held = shown.form_to_edit(request.reader, pk)
    actions.retire_form(form=held, by=request.reader.user, today=request.reader.today)
    messages.success(request, _("Formuläret går inte längre att välja."))
    return redirect("self_checks:forms")
