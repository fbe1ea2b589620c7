"""Turns what the house says no to into a page with the reason; bugs are left to be bugs."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.ui.sentences import said, sentence_of

PAGES: dict[type[Exception], tuple[HTTPStatus, str]] = {
    NotAllowed: (HTTPStatus.FORBIDDEN, marked("Det här får du inte göra")),
    RuleBroken: (HTTPStatus.CONFLICT, marked("Det går inte just nu")),
    StaleVersion: (HTTPStatus.CONFLICT, marked("Någon hann före dig")),
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
        sentence = said(exception.sentence) if isinstance(exception, NotAllowed) else sentence_of(exception)
        shown = {"title": said(title), "sentence": sentence, "back": request.path}
        return render(request, "ui/said.html", shown, status=status)
