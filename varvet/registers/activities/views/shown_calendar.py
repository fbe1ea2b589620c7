"""The page where a person has their calendar's secret address."""

from django.http import HttpRequest
from django.urls import reverse

from varvet.kernel.access.middleware import PersonRequest
from varvet.registers.activities import actions, queries


def page_of(request: PersonRequest) -> dict[str, object]:
    return {"feed": queries.feed_of(request.reader.user), "sees_wheel": request.reader.has(actions.VIEW)}


def site_of(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def address_of(request: HttpRequest, secret: str) -> str:
    return f"{site_of(request)}{reverse('activities:feed', args=[secret])}"
