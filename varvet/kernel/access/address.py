"""Where a request comes from: the address of whoever sends it, also when servers of our own stand between."""

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

HOUSEHOLD = 64  # bits of an IPv6 address that one subscriber has alone; the rest they choose themselves


def address_of(request: HttpRequest) -> str:
    """The nearest address that is not one of our own proxies; of IPv6 the subscriber's part. Empty when unknown.

    Each proxy adds whom it heard from last in X-Forwarded-For: with `settings.PROXIES` of them in front, that many from
    the end is true, and what stands before it anybody can have written.
    """
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    heard = [*told, str(request.META.get("REMOTE_ADDR", ""))]
    return _without_own_part(heard[max(0, len(heard) - 1 - settings.PROXIES)])


def _without_own_part(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:  # a socket of the machine itself has no address
        return ""
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(IPv6Network((found, HOUSEHOLD), strict=False))
