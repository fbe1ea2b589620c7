"""Puts the reader on the request: who asks, in which root, on which day."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader

ROOT_KEY = "root"


class PersonRequest(HttpRequest):
    """A request from somebody who is logged in, as views with `login_required` get it."""

    reader: Reader
    todo_count: int | None  # set by a view that has read the queue


class ReaderMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.reader = self._reader(request)  # type: ignore[attr-defined]  # typed in views as PersonRequest
        return self.get_response(request)

    def _reader(self, request: HttpRequest) -> Reader | None:
        if not isinstance(request.user, User):
            return None
        reader = Reader(request.user, timezone.localdate(), request.session.get(ROOT_KEY, ""))
        asked = request.GET.get("rot")
        if asked and any(root.slug == asked for root in reader.roots):
            request.session[ROOT_KEY] = asked
            return Reader(request.user, reader.today, asked)
        return reader
