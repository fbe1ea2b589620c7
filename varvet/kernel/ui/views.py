"""Pages that belong to no register: the menu on a phone, the parts, and what a public body must say."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from varvet.kernel.queue.tasks import list_tasks
from varvet.kernel.ui import gallery as examples
from varvet.kernel.ui import start as page
from varvet.kernel.ui.context import CountedRequest


@login_required
def start(request: CountedRequest) -> HttpResponse:
    tasks = list_tasks(request.reader)
    request.todo_count = len(tasks)
    most = len(tasks) if "alla" in request.GET else page.SHOWN
    return render(request, "ui/start.html", {"start": page.build(tasks, timezone.localtime(), most)})


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
