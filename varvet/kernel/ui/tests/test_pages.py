"""Pages, headers and spoken errors through the whole program."""

from http import HTTPStatus

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.test import Client, RequestFactory, override_settings

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.ui import context, gallery
from varvet.kernel.ui.context import MenuItem
from varvet.kernel.ui.headers import SecurityHeadersMiddleware, policy
from varvet.kernel.ui.middleware import SpokenErrorsMiddleware
from varvet.kernel.ui.tests.test_templates import NOT_CLEAN

pytestmark = pytest.mark.django_db  # whether it is the demo may be asked of the database
PAGES = ["/delar/", "/tillganglighet/", "/personuppgifter/", *[f"/delar/{name}/" for name in gallery.PAGES]]


def asked(path: str = "/avvikelser/AVV-1/") -> HttpRequest:
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    return request


def answer(error: Exception) -> HttpResponse | None:
    return SpokenErrorsMiddleware(lambda _: HttpResponse()).process_exception(asked(), error)


@pytest.mark.parametrize("path", PAGES)
def test_open_pages_are_shown_with_nothing_written_into_them(client: Client, path: str) -> None:
    response = client.get(path)
    page = response.content.decode()
    assert response.status_code == HTTPStatus.OK
    assert '<html lang="sv"' in page
    assert page.count("<h1") == 1
    assert not NOT_CLEAN.search(page)


def test_an_unknown_sample_is_not_found_and_says_so_calmly(client: Client) -> None:
    response = client.get("/delar/okand/")
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert "Sidan finns inte här" in response.content.decode()


def test_the_menu_is_for_those_who_are_logged_in(client: Client) -> None:
    assert client.get("/meny/").status_code == HTTPStatus.FOUND


def test_not_allowed_is_403_with_the_reason() -> None:
    response = answer(NotAllowed("Din roll får inte göra det här."))
    assert response is not None
    assert response.status_code == HTTPStatus.FORBIDDEN
    assert "Din roll får inte göra det här." in response.content.decode()


@pytest.mark.parametrize("error", [RuleBroken("closed", "Ärendet är avslutat."), StaleVersion("AVV-1", 1, 2)])
def test_what_cannot_be_done_now_is_409_with_the_sentence(error: RuleBroken | StaleVersion) -> None:
    response = answer(error)
    assert response is not None
    assert response.status_code == HTTPStatus.CONFLICT
    assert error.sentence in response.content.decode()


def test_a_bug_stays_a_bug() -> None:
    assert answer(KeyError("x")) is None


def test_the_page_for_bugs_needs_nothing_from_the_request() -> None:
    page = get_template("500.html").render()
    assert "Något gick fel hos oss" in page
    assert "has-tabs" not in page


def test_headers_allow_only_our_own_files() -> None:
    response = SecurityHeadersMiddleware(lambda _: HttpResponse())(asked())
    found = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in found
    assert "unsafe" not in found
    assert response.headers["Permissions-Policy"].startswith("camera=()")
    assert "Cache-Control" not in response.headers


def test_what_somebody_logged_in_reads_is_not_kept_by_the_browser() -> None:
    request = asked()
    request.reader = object()  # type: ignore[attr-defined]  # only that there is one
    response = SecurityHeadersMiddleware(lambda _: HttpResponse())(request)
    assert response.headers["Cache-Control"] == "private, no-store"


@override_settings(FORM_TARGETS=["https://login.example.se"])
def test_a_form_may_lead_to_the_named_login_service() -> None:
    assert policy().endswith("form-action 'self' https://login.example.se")


@pytest.mark.parametrize(
    ("path", "nearest"),
    [("/", "/"), ("/avvikelser/", "/avvikelser/"), ("/avvikelser/AVV-1/", "/avvikelser/"), ("/annat/", "")],
)
def test_the_menu_marks_the_nearest_place(path: str, nearest: str) -> None:
    assert context._nearest(["/", "/avvikelser/"], path) == nearest


def test_nobody_has_a_bare_frame() -> None:
    assert context.build_frame(asked()) == context.Frame()


def test_the_frame_never_counts_by_itself() -> None:
    assert MenuItem("Att göra", "/", current=True).count is None
