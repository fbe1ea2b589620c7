"""Themes that return: earlier cases of the same type, or with a cause of the same kind."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.settings_of_root import Period, quality_year, quality_year_of
from varvet.kernel.records.paging import start_of
from varvet.registers.lex_sarah.models import Cause, LexSarah, Proposal
from varvet.registers.lex_sarah.queries.visible import visible_to
from varvet.registers.lex_sarah.rules import NotOpened, Sort

BACK = timedelta(days=731)  # two years, whatever the years
SHOWN = 8


@dataclass(frozen=True)
class Similar:
    """An earlier case: whether it is of the same type, and the kinds of causes that are in both."""

    case: LexSarah
    same_type: bool
    causes: tuple[str, ...]


@dataclass(frozen=True)
class Theme:
    """What the case has in common with others: how many other cases had it the year before, and this year so far.

    `cases` are those of the year before, newest first, at most eight; `proposals` how many measures they proposed.
    """

    label: str
    is_type: bool
    before: int
    now: int
    proposals: int
    cases: tuple[LexSarah, ...]


@dataclass(frozen=True)
class Returning:
    """The quality years compared, and the themes that were there the year before: the most frequent first."""

    year: int
    last_year: int
    themes: tuple[Theme, ...]


def list_returning(reader: Reader, case: LexSarah) -> Returning:
    """The type of the case, and the kinds of its causes, that other cases had last quality year. Only those the
    reader may open are counted."""
    this = quality_year_of(case.root, day_of(case.received_at))
    before = quality_year(case.root, this.last.year - 1)
    others = visible_to(reader).exclude(pk=case.pk).exclude(joined_to=case).exclude(not_opened=NotOpened.SAME_EVENT)
    themes = [_theme(others, theme, before, this) for theme in _themes_of(case)]
    found = sorted((theme for theme in themes if theme.before), key=lambda theme: -theme.before)
    return Returning(this.last.year, before.last.year, tuple(found))


def _themes_of(case: LexSarah) -> list[tuple[str, bool, Q]]:
    """Label, whether it is the type, and which cases share it. The same code is the same theme in every version."""
    found = []
    if case.category:
        found.append((case.category.label, True, Q(category__code=case.category.code)))
    kinds = {cause.category.code: cause.category.label for cause in case.causes.select_related("category")}
    for code, label in kinds.items():
        mine = Cause.objects.filter(category__code=code).values("case_id")
        found.append((label, False, Q(pk__in=mine)))
    return found


def _theme(others: QuerySet[LexSarah], theme: tuple[str, bool, Q], before: Period, this: Period) -> Theme:
    label, is_type, shared = theme
    alike = others.filter(shared)
    earlier = alike.filter(_within(before))
    proposed = Proposal.objects.filter(case__in=earlier.values("pk"), sort=Sort.MEASURE).count()
    newest = tuple(earlier.order_by("-received_at", "-pk")[:SHOWN])
    return Theme(label, is_type, earlier.count(), alike.filter(_within(this)).count(), proposed, newest)


def _within(year: Period) -> Q:
    return Q(received_at__gte=start_of(year.first), received_at__lt=start_of(year.last + timedelta(days=1)))


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
