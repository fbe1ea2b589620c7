"""Turns what the house says no to into a page with the reason; bugs are left to be bugs."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.records.errors import RuleBroken, StaleVersion

PAGES: dict[type[Exception], tuple[HTTPStatus, str]] = {
    NotAllowed: (HTTPStatus.FORBIDDEN, "Det här får du inte göra"),
    RuleBroken: (HTTPStatus.CONFLICT, "Det går inte just nu"),
    StaleVersion: (HTTPStatus.CONFLICT, "Någon hann före dig"),
}


class SpokenErrorsMiddleware:
    """NotAllowed is 403; RuleBroken and StaleVersion that no view has shown are 409. Nothing was saved."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, NotAllowed | RuleBroken | StaleVersion):
            return None
        status, title = PAGES[type(exception)]
        said = {"title": title, "sentence": exception.sentence, "back": request.path}
        return render(request, "ui/said.html", said, status=status)
