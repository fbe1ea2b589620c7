"""What a round counts as: planned, performed, reviewed, share_stated or not_done, all on its last day.

Performed and reviewed are kept apart: a round whose result is not known by count has been performed, and its cases
reviewed, but it must not enter a share. A stated share has no count behind it and is never added to the counted ones.
Results by sex and by group are happenings of their own (performed_by_sex, performed_group …), as they repeat the
same cases. Decided, improved and raised tell what each performed round led to, as shares of one. A group's name stands
in `direction`: the fact table has no other coded column free.
"""

from dataclasses import replace

from django.db.models import Count

from varvet.kernel.records.models import Link, LinkKind
from varvet.kernel.records.registry import FactRow
from varvet.registers.self_checks.models import QUESTIONS, FollowUp, LogFinding, Round, Split
from varvet.registers.self_checks.rules import PERMILLE, Dimension, Method

RELATED = ("question", "splits", "follow_up")
IMPROVEMENTS = "improvements"  # the kind of what is begun after a result
HAPPENINGS = (
    "planned", "not_done",
    "performed", "reviewed", "share_stated",
    "performed_by_sex", "reviewed_by_sex", "share_stated_by_sex",
    "log_finding",
    "decided", "improved", "raised",
    "performed_group", "reviewed_group", "share_stated_group",
)  # fmt: skip
ENDINGS = {Dimension.SEX.value: "_by_sex", Dimension.GROUP.value: "_group"}


def facts(round_: Round) -> list[FactRow]:
    """`kind` is the method; `outcome` census or sample; the denominator of a stated share is 1,000."""
    planned = FactRow(
        happening="planned",
        day=round_.last_day,
        unit_id=round_.unit_id,
        kind=round_.method,
        quality_area=round_.quality_area,
        category_list=QUESTIONS,
        category=round_.question.code,
    )
    if round_.not_done_reason:
        return [planned, replace(planned, happening="not_done")]
    if round_.performed_on is None:
        return [planned]
    performed = replace(planned, happening="performed", outcome="census" if round_.census else "sample")
    rows = [planned, *_figures(performed, round_), *_after(performed, round_)]
    if round_.method == Method.LOG_REVIEW:
        rows += log_facts(performed, round_)
    for split in round_.splits.all():
        ending = ENDINGS[split.dimension]
        parts = _figures(_named(performed, split), split)
        rows += [replace(part, happening=part.happening + ending) for part in parts]
    return rows


def _after(performed: FactRow, round_: Round) -> list[FactRow]:
    """What the result led to: 1 of 1 where it did, 0 of 1 where not; `outcome` of decided is what was decided."""
    after: FollowUp | None = getattr(round_, "follow_up", None)
    ties = Link.objects.filter(target_id=round_.pk, kind=LinkKind.FOLLOWS, source__kind=IMPROVEMENTS)
    improved, no_action = ties.exists(), bool(after and after.no_action_reason)
    outcome = "improvement" if improved else "no_action" if no_action else ""
    told = {"decided": improved or no_action, "improved": improved, "raised": bool(after and after.raised_on)}
    return [
        replace(
            performed, happening=name, outcome=outcome if name == "decided" else "", numerator=int(it), denominator=1
        )
        for name, it in told.items()
    ]


def _named(performed: FactRow, split: Split) -> FactRow:
    if split.dimension == Dimension.SEX:
        return replace(performed, sex=split.value)
    return replace(performed, direction=split.value)


def log_facts(performed: FactRow, round_: Round) -> list[FactRow]:
    """How each finding of a log was judged: `outcome` justified, mistake or investigate."""
    judged = LogFinding.objects.filter(review__round=round_).exclude(outcome="").values("outcome")
    counts = judged.annotate(number=Count("pk")).order_by("outcome")
    return [replace(performed, happening="log_finding", outcome=one["outcome"], count=one["number"]) for one in counts]


def _figures(performed: FactRow, of: Round | Split) -> list[FactRow]:
    rows = [performed]
    if of.fulfilled is not None:
        rows = [replace(performed, numerator=of.fulfilled, denominator=of.sample)]
    elif of.stated_permille is not None:
        stated = replace(performed, happening="share_stated", numerator=of.stated_permille, denominator=PERMILLE)
        rows.append(stated)
    if of.sample is not None:
        rows.append(replace(performed, happening="reviewed", denominator=of.sample))
    return rows
