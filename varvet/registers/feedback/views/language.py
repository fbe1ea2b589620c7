"""A form that changes language keeps what was written in it: the language is asked for by a button of the form."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from varvet.kernel.access.language import is_spoken, remember_language

View = Callable[[HttpRequest, str], HttpResponse]


def in_asked_language(view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest, slug: str) -> HttpResponse:
        asked = request.POST.get("sprak", "")
        if not is_spoken(asked):
            return view(request, slug)
        with translation.override(asked):
            response = view(request, slug)
        response.headers["Content-Language"] = asked
        remember_language(response, asked)
        return response

    return answer
