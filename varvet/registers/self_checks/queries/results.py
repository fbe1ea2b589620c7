"""A round's result beside those before it: the same question, in the same unit and part."""

from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.kernel.statistics.strata import Stratum
from varvet.kernel.statistics.wordings import Seen
from varvet.registers.self_checks.models import DrawnStratum, FollowUp, Round
from varvet.registers.self_checks.rules import Figures, Status

MOST_BEFORE = 3


def list_before(round_: Round) -> list[Round]:
    """At most three performed rounds with a counted result, the newest first."""
    rows = Round.objects.filter(
        root=round_.root,
        unit=round_.unit,
        part=round_.part,
        question__code=round_.question.code,
        status=Status.PERFORMED,
        fulfilled__isnull=False,
        sample__gte=1,
        last_day__lt=round_.last_day,
    )
    return list(rows.order_by("-last_day", "-pk")[:MOST_BEFORE])


def seen(figures: Figures) -> Seen | None:
    """What was counted; None where it is not known by count."""
    if figures.fulfilled is None or figures.sample is None:
        return None
    return Seen(figures.fulfilled, figures.sample, figures.sample if figures.census else figures.population)


def strata_of(round_: Round) -> list[Stratum]:
    """The strata of the round's latest draw with what each showed; empty where the result is not split as they are."""
    parts = DrawnStratum.objects.filter(draw__frame__round=round_).order_by("-draw__number", "stratum")
    latest = [part for part in parts.select_related("draw") if part.draw_id == parts[0].draw_id] if parts else []
    results = {split.value: split for split in round_.splits.all() if split.fulfilled is not None and split.sample}
    if len(latest) < 2 or {part.stratum for part in latest} != set(results) & {part.stratum for part in latest}:
        return []
    return [_stratum(part.population, results[part.stratum].sample, results[part.stratum].fulfilled) for part in latest]


def _stratum(population: int, sample: int | None, fulfilled: int | None) -> Stratum:
    assert sample is not None
    assert fulfilled is not None
    return Stratum(max(population, sample), sample, fulfilled)


def follow_up_of(round_: Round) -> FollowUp | None:
    return FollowUp.objects.filter(round=round_).first()


def list_improvements(round_: Round) -> list[Record]:
    """Those that follow the round. Asks no permission: whether each is seen is another question."""
    ties = Link.objects.filter(target_id=round_.pk, kind=LinkKind.FOLLOWS, source__kind="improvements")
    return list(Record.objects.filter(pk__in=ties.values("source_id")).order_by("pk"))
