"""The start page: what waits for the person who looks, and how things are where they work."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.queue import start
from varvet.kernel.queue.tasks import list_waiting
from varvet.kernel.queue.whole import whole_queue


@login_required
@require_safe
def todo(request: PersonRequest) -> HttpResponse:
    page = start.start_page(request.reader, timezone.localtime())
    request.todo_count = len(page.tasks) or None
    return render(request, "queue/todo.html", {"page": page})


@login_required
@require_safe
def whole(request: PersonRequest) -> HttpResponse:
    waiting = list_waiting(request.reader)
    request.todo_count = len(waiting) or None
    queue = whole_queue(waiting, request.GET, request.reader.today)
    return render(request, "queue/whole.html", {"queue": queue})
