"""The start page: what waits for the person who looks."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.queue import greeting, tasks


@login_required
@require_safe
def todo(request: PersonRequest) -> HttpResponse:
    waiting = tasks.list_tasks(request.reader)
    request.todo_count = len(waiting) or None
    context = {
        "tasks": waiting,
        "today": request.reader.today,
        "greeting": greeting.greet(timezone.localtime()),
        "sentence": greeting.sentence(waiting, timezone.localtime()),
        "may_report": request.reader.has("deviations.report"),
        "may_read": request.reader.has("annual_report.read"),
        "has_role": request.reader.main_assignment is not None,
    }
    return render(request, "queue/todo.html", context)
