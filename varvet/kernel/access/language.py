"""Which language a page is in: the person's own choice, else the browser's cookie, else Swedish."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from varvet.kernel.access.models import User


class LanguageMiddleware:
    """Not what the browser asks for: a Swedish authority speaks Swedish until somebody chooses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        request.LANGUAGE_CODE = language  # where Django's own parts look for it
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ["Cookie"])
        return response


def is_spoken(language: str) -> bool:
    return language in dict(settings.LANGUAGES)


def language_of(request: HttpRequest) -> str:
    chosen = request.user.language if isinstance(request.user, User) else ""
    asked = chosen or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return asked if is_spoken(asked) else settings.LANGUAGE_CODE


def choose_language(*, by: User, language: str) -> None:
    """Kept with the person, so that it follows them to another machine."""
    by.language = language
    by.save(update_fields=["language"])


def remember_language(response: HttpResponse, language: str) -> None:
    """In the browser, for pages before login."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
