"""The rows of a unit's tables: each value of a breakdown, counted in the period and in the one before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.insight.measures.question import Question
from varvet.insight.unit_page import asked as ask
from varvet.insight.unit_page.asked import Asked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.registry import get_measure, get_register


@dataclass(frozen=True)
class Counted:
    """One value of a breakdown, now and in the period before. `key` is the value as stored."""

    key: str
    name: str
    question: Question
    number: int
    before: int
    href: str = ""


def types(asked: Asked, labels: Mapping[str, str]) -> list[Counted]:
    return largest_first(_by(asked, ask.MENTIONS, "category", labels))


def causes(asked: Asked, labels: Mapping[str, str]) -> list[Counted]:
    return largest_first(_by(asked, ask.CAUSES, "category", labels)) if asked.has(ask.CAUSES) else []


def kinds(asked: Asked) -> list[Counted]:
    """The unit's own kinds, and those that have measures of their own."""
    labels = {kind: _(label) for kind, label in get_register(ask.REGISTER).kinds.items()}
    rows = list(_by(asked, ask.RECEIVED, "kind", {**labels, "": _("Inte bedömd än")}))
    others = [code for code in (ask.HEALTH_CARE, ask.COLLABORATION, ask.GOOD_EXAMPLES) if asked.has(code)]
    return largest_first([*rows, *(measured(asked, code, labels.get(_kind_of(code))) for code in others)])


def measured(asked: Asked, code: str, name: str | None = None) -> Counted:
    """A measure as a row, called by its own name or another."""
    question, earlier = asked.question(code), asked.question(code, during=asked.before)
    return Counted(code, name or _(get_measure(code).label), question, asked.count(question), asked.count(earlier))


def _kind_of(code: str) -> str:
    """The one kind that a measure of its own counts."""
    return next((values[0] for name, values in get_measure(code).where if name == "kind"), "")


def units(asked: Asked, parts: Mapping[Unit, frozenset[int]]) -> list[Counted]:
    """Each unit right below, and what none of them stands for today. Nothing for a unit without others below it."""
    if not parts:
        return []
    now = asked.by(asked.question(ask.RECEIVED), "unit")
    was = asked.by(asked.question(ask.RECEIVED, during=asked.before), "unit")
    rows = []
    for unit, ids in parts.items():
        question = asked.question(ask.RECEIVED, ("unit", (unit.slug,)))
        href = reverse("unit_page:unit", args=[unit.pk])
        rows.append(Counted(unit.slug, unit.name, question, _of(now, ids), _of(was, ids), href))
    rest = sum(now.values()) - sum(row.number for row in rows)
    rest_before = sum(was.values()) - sum(row.before for row in rows)
    own = asked.question(ask.RECEIVED, ("unit", (f"={asked.unit.slug}",)))
    name = _("Direkt på enheten, eller där enheten har flyttat")
    return largest_first([*rows, Counted("=", name, own, rest, rest_before)])


def _of(found: Mapping[object, int], ids: frozenset[int]) -> int:
    return sum(found.get(pk, 0) for pk in ids)


def _by(asked: Asked, code: str, name: str, labels: Mapping[str, str]) -> Iterator[Counted]:
    """Every value that occurs now or did before."""
    question, earlier = asked.question(code), asked.question(code, during=asked.before)
    now, was = asked.by(question, name), asked.by(earlier, name)
    for value in {**now, **was}:
        key = str(value)
        narrowed = asked.question(code, (name, (key,)))
        yield Counted(key, labels.get(key, key), narrowed, now.get(value, 0), was.get(value, 0))


def largest_first(rows: Iterable[Counted]) -> list[Counted]:
    """Those that were counted now or before."""
    return sorted((row for row in rows if row.number or row.before), key=lambda row: (-row.number, row.name))
