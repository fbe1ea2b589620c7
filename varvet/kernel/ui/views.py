"""Pages that belong to no register: the menu on a phone, the parts, and what a public body must say."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from varvet.kernel.ui import gallery as examples


@login_required
def menu(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/menu.html")


def gallery(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/gallery.html", examples.parts())


def gallery_page(request: HttpRequest, name: str) -> HttpResponse:
    if name not in examples.PAGES:
        raise Http404
    return render(request, f"ui/gallery/{name}.html", examples.PAGES[name]())


def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/accessibility.html")


def personal_data(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/personal_data.html")
