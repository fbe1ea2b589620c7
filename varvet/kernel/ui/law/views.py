"""Reading the law as it stands on a day, and correcting a term."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.law import actions, forms, shown


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    form = forms.DayForm(request.GET or None)
    day = form.day(request.reader.today)
    page = shown.law_page(request.reader, day)
    return render(request, "ui/law/index.html", {"page": page, "form": form}, status=refused(form))


@login_required
@require_safe
def term(request: PersonRequest, key: str) -> HttpResponse:
    return render(request, "ui/law/term.html", {"page": shown.term_page(request.reader, key)})


@login_required
@require_http_methods(["GET", "POST"])
def correct(request: PersonRequest, key: str) -> HttpResponse:
    now = shown.row_to_correct(request.reader, key)
    actions.require_correct(request.reader)
    form = forms.CorrectionForm(request.POST or None, term=now, reader=request.reader)
    if request.method == "POST" and form.is_valid():
        sent = actions.Sent(form.cleaned_data["key"], form.correction(), form.root())
        actions.correct(by=request.reader.user, sent=sent, now=timezone.now())
        messages.success(request, _("Rättelsen är sparad. Det som gällde förut finns kvar i listan."))
        return redirect("law:term", key)
    return render(request, "ui/law/correct.html", {"form": form, "term": now}, status=refused(form))


@login_required
@require_POST
def section_seen(request: PersonRequest, key: str) -> HttpResponse:
    topic, root = shown.section_topic(key), actions.require_correct(request.reader)
    seen = request.POST.get("sedd") == "1"
    actions.note_seen(by=request.reader.user, root=root, key=key, seen=seen, now=timezone.now())
    said = _("Det är noterat att du har läst paragrafen: {topic}.") if seen else _("Noteringen är borttagen: {topic}.")
    messages.success(request, said.format(topic=topic))
    return redirect(f"{reverse('law:index')}#paragrafer")
