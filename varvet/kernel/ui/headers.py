"""Headers that tell the browser what a page may do: only our own files, nothing written into the page."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
FEATURES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"


def policy() -> str:
    """The content security policy. A form may also lead to the login services that the settings name."""
    targets = " ".join(["'self'", *getattr(settings, "FORM_TARGETS", [])])
    return "; ".join([*POLICY, f"form-action {targets}"])


class SecurityHeadersMiddleware:
    """Adds what Django's own security middleware does not. A view that has set its own policy keeps it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.policy = policy()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", FEATURES)
        if getattr(request, "reader", None) is not None:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
