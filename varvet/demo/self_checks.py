"""Rounds of self-checks as histories."""

from collections.abc import Sequence
from dataclasses import dataclass

from varvet.demo.days import Span
from varvet.demo.site import Site
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.actions import History
from varvet.registers.self_checks.models import Part
from varvet.registers.self_checks.rules import Figures, Method, SplitRow, Status

LIST = "self_check_question"


@dataclass(frozen=True)
class Check:
    """A round as published: question and unit by their codes, the figures, and what was written of it."""

    code: str
    unit: str
    span: Span
    figures: Figures
    method: Method = Method.FILE_AUDIT
    goal: str = ""
    quality_area: str = ""
    splits: tuple[SplitRow, ...] = ()
    target_percent: int | None = None
    not_done_reason: str = ""
    analysis: str = ""


def sexes(**samples: int) -> tuple[SplitRow, ...]:
    """How many of each were reviewed, where no result by sex is given."""
    return tuple(SplitRow("sex", sex, sample=count) for sex, count in samples.items())


def sex_shares(*, women: int, men: int) -> tuple[SplitRow, ...]:
    """Stated shares, in thousandths."""
    return (SplitRow("sex", "women", stated_permille=women), SplitRow("sex", "men", stated_permille=men))


def write(checks: Sequence[Check], site: Site) -> int:
    rows = [_history(check, site) for check in sorted(checks, key=lambda check: check.span.last)]
    return len(actions.import_history(rows=rows, root=site.root, by=site.by, now=site.now))


def _history(check: Check, site: Site) -> History:
    questions, figures = site.lists[LIST], check.figures
    return History(
        unit=site.units[check.unit],
        question=questions.by_code[check.code],
        category_list=questions.row,
        goal=check.goal,
        quality_area=check.quality_area,
        method=check.method,
        first_day=check.span.first,
        last_day=check.span.last,
        status=Status.NOT_DONE if check.not_done_reason else Status.PERFORMED,
        census=figures.census,
        population=figures.population,
        sample=figures.sample,
        fulfilled=figures.fulfilled,
        stated_permille=figures.stated_permille,
        response_rate_permille=figures.response_rate_permille,
        target_percent=check.target_percent,
        not_done_reason=check.not_done_reason,
        splits=check.splits,
        texts={Part.ANALYSIS: check.analysis} if check.analysis else {},
        synthetic=True,
    )
