"""A form that creates carries its one-time key in its address: going back to a sent form leads to what it made."""

import re
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.records.once import find_made, new_key

NAME = "nyckel"
WRITTEN = re.compile(r"[\w-]{20,64}", re.ASCII)
View = Callable[[PersonRequest], HttpResponse]


def keyed(receipt: str) -> Callable[[View], View]:
    """`receipt` names the page, by reference, that tells what was made. Pages are never kept by the browser, so that
    the back button asks anew: without the key in the address it would get a fresh form, and make a second record."""

    def around(view: View) -> View:
        @wraps(view)
        def answer(request: PersonRequest) -> HttpResponse:
            if request.method == "POST":
                return view(request)
            if not WRITTEN.fullmatch(request.GET.get(NAME, "")):
                page = view(request)  # which may refuse
                return redirect(_with_key(request)) if page.status_code == HTTPStatus.OK else page
            made = find_made(key_of(request), by=request.reader.user)
            return redirect(receipt, made.reference) if made else view(request)

        return answer

    return around


def key_of(request: PersonRequest) -> str:
    """The key in the address; a fresh one where there is none."""
    return request.GET.get(NAME, "") or new_key()


def _with_key(request: PersonRequest) -> str:
    asked = request.GET.copy()
    asked[NAME] = new_key()
    return f"{request.path}?{asked.urlencode()}"
