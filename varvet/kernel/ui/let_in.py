"""Whoever a unit's link has let in without an account: what the browser's session remembers of it, and for how long."""

import hashlib

from django.http import HttpRequest

from varvet.kernel.records.once import new_key

LINK, NONCE = "let_in.link", "let_in.nonce"
REMEMBERED = 60 * 60  # seconds: somebody else may use the same phone


def let_in(request: HttpRequest, link: int) -> None:
    """The code word has been given. The nonce makes a key of this browser's own, also where addresses are shared."""
    request.session[LINK], request.session[NONCE] = link, new_key()
    soon_over(request)


def is_in(request: HttpRequest, link: int) -> bool:
    return bool(request.session.get(LINK) == link)


def secret_key(request: HttpRequest, key: str) -> str:
    """The form's key together with what only this browser's session knows."""
    return f"{request.session.get(NONCE, '')}:{key}"


def device_owner(request: HttpRequest) -> str:
    """Tells whose a draft in the browser is, without telling anything of them."""
    return hashlib.sha256(str(request.session.get(NONCE)).encode()).hexdigest()[:16]


def forget(request: HttpRequest, *others: str) -> None:
    """The link, and what else a register has remembered."""
    for name in (LINK, NONCE, *others):
        request.session.pop(name, None)


def soon_over(request: HttpRequest) -> None:
    """Whoever has logged in keeps their own time."""
    if getattr(request, "reader", None) is None:
        request.session.set_expiry(REMEMBERED)
