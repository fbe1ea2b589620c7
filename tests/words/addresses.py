"""Every address that can be asked for without knowing more than a record's number."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern

from varvet.kernel.records.models import Record

LEFT_OUT = {"ui:gallery"}  # the parts, for those who build pages: in Swedish alone
STATES = 3  # how many states of each register's records are looked at


def addresses(root: str) -> list[str]:
    """Pages without a number, and those of some records of each register."""
    named = list(_named(get_resolver().url_patterns, ""))
    alone = [reverse(name) for name, wants in named if not wants]
    return alone + [
        reverse(name, args=[reference])
        for name, wants in named
        if wants == {"reference"}
        for reference in _references(name.partition(":")[0], root)
    ]


def _named(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[tuple[str, set[str]]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _named(pattern.url_patterns, inner)
        elif pattern.name and isinstance(pattern.pattern, RoutePattern) and not LEFT_OUT & {f"{space}{pattern.name}"}:
            yield f"{space}{pattern.name}", set(pattern.pattern.converters)


def _references(kind: str, root: str) -> list[str]:
    """The newest record in each of a few states."""
    newest = {
        record.status: record.reference for record in Record.objects.filter(kind=kind, root__slug=root).order_by("pk")
    }
    return list(newest.values())[:STATES]
