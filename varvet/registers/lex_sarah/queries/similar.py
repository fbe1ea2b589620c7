"""Themes that return: earlier cases of the same type, or with a cause of the same kind."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from varvet.kernel.access.reader import Reader
from varvet.registers.lex_sarah.models import Cause, LexSarah
from varvet.registers.lex_sarah.queries.visible import visible_to

BACK = timedelta(days=731)  # two years, whatever the years
SHOWN = 8


@dataclass(frozen=True)
class Similar:
    """An earlier case: whether it is of the same type, and the kinds of causes that are in both."""

    case: LexSarah
    same_type: bool
    causes: tuple[str, ...]


def list_similar(reader: Reader, case: LexSarah) -> list[Similar]:
    """Among those the reader may open, received in the two years before; the most alike first, at most eight."""
    ours = _kinds([case.pk])
    codes = {code for code, _ in ours.get(case.pk, [])}
    type_code = case.category.code if case.category else ""
    alike = Q(category__code=type_code, category__isnull=False) | Q(causes__category__code__in=codes)
    span = (case.received_at - BACK, case.received_at)
    rows = visible_to(reader).filter(alike, received_at__range=span).exclude(pk=case.pk).exclude(joined_to=case)
    found = list(rows.distinct().order_by("-received_at")[: SHOWN * 5])
    theirs = _kinds([other.pk for other in found])
    listed = [_similar(other, type_code, codes, theirs.get(other.pk, [])) for other in found]
    return sorted(listed, key=lambda one: -(2 * one.same_type + len(one.causes)))[:SHOWN]


def _similar(other: LexSarah, type_code: str, codes: set[str], kinds: list[tuple[str, str]]) -> Similar:
    shared = dict(kind for kind in kinds if kind[0] in codes)
    same = other.category is not None and other.category.code == type_code
    return Similar(other, same, tuple(shared.values()))


def _kinds(cases: list[int]) -> dict[int, list[tuple[str, str]]]:
    """Case -> code and label of each of its causes."""
    found: dict[int, list[tuple[str, str]]] = {}
    for pk, code, label in Cause.objects.filter(case_id__in=cases).values_list(
        "case_id", "category__code", "category__label_sv"
    ):
        found.setdefault(pk, []).append((code, label))
    return found
