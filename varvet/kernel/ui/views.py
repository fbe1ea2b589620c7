"""Pages that belong to no register: the menu on a phone, the parts, and what a public body must say."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_required
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template import loader
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST

from varvet.kernel.access.language import choose_language, is_spoken, remember_language
from varvet.kernel.access.models import User
from varvet.kernel.ui import accessible, explaining
from varvet.kernel.ui import gallery as examples
from varvet.kernel.ui import keys as shortcuts
from varvet.kernel.ui.lists import own_address


@login_required
def menu(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/menu.html")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Back to the page one came from, in the chosen language."""
    chosen, back = request.POST.get("language", ""), redirect(own_address(request, request.POST.get("next", "")))
    if not is_spoken(chosen):
        return back
    if isinstance(request.user, User):
        choose_language(by=request.user, language=chosen)
    remember_language(back, chosen)
    return back


@login_required
@require_http_methods(["GET", "POST"])
def keys(request: HttpRequest) -> HttpResponse:
    """What the keyboard does, and the choice to have shortcuts of a single key."""
    if request.method == "POST":
        shortcuts.choose_keys(request, request.POST.get("choice", ""))
        return redirect("ui:keys")
    return render(request, "ui/keys.html", {"always": shortcuts.ALWAYS, "shortcuts": shortcuts.SHORTCUTS})


def gallery(request: HttpRequest) -> HttpResponse:
    """In Swedish alone: it shows the parts to those who build pages."""
    with override("sv"):
        return render(request, "ui/gallery.html", examples.parts())


def gallery_page(request: HttpRequest, name: str) -> HttpResponse:
    if name not in examples.PAGES:
        raise Http404
    with override("sv"):
        return render(request, f"ui/gallery/{name}.html", examples.PAGES[name]())


def glossary(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/glossary.html", {"words": explaining.list_words()})


def accessibility(request: HttpRequest) -> HttpResponse:
    responsible = accessible.list_responsible(request, timezone.localdate())
    return render(request, "ui/accessibility.html", {"responsible": responsible, "said": accessible})


def bad_request(_request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent could not be read. Too much of it is told apart: what was written is still in the browser."""
    too_much = isinstance(exception, RequestDataTooBig)
    page = loader.get_template("413.html" if too_much else "400.html")
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE if too_much else HTTPStatus.BAD_REQUEST
    return HttpResponse(page.render(), status=status)  # the request is not whole: the frame may not ask it


def personal_data(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/personal_data.html")
