"""The start page: what waits for the person who looks."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.queue import greeting, tasks


@login_required
@require_safe
def todo(request: PersonRequest) -> HttpResponse:
    waiting, now = tasks.list_tasks(request.reader), timezone.localtime()
    request.todo_count = len(waiting) or None
    said = {"tasks": waiting, "greeting": greeting.greet(now), "sentence": greeting.sentence(waiting, now)}
    return render(request, "queue/todo.html", said | _of_the_reader(request.reader))


def _of_the_reader(reader: Reader) -> dict[str, object]:
    return {
        "today": reader.today,
        "may_report": reader.has("deviations.report"),
        "may_read": reader.has("annual_report.read"),
        "has_role": reader.main_assignment is not None,
    }
