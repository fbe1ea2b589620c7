"""Workshops: those a reader may lead, the one a code leads to, and what is told of scores."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count

from varvet.kernel.access.reader import Reader
from varvet.kernel.crypto.written import GROUP, bare_code
from varvet.registers.risks.models import Suggestion, Vote, Workshop
from varvet.registers.risks.queries.visible import EDIT
from varvet.registers.risks.rules.workshops import Spread, Stage, spread_of

TAKE_PART = "risks.take_part"


@dataclass(frozen=True)
class Said:
    """A suggestion, and what is told of its scores: nothing before scoring has ended, and nothing of a few."""

    suggestion: Suggestion
    spread: Spread | None
    scorers: int


def led_by(reader: Reader) -> list[Workshop]:
    """The newest first, where the reader works with risks."""
    rows = Workshop.objects.filter(root=reader.root, unit_id__in=reader.units(EDIT)).select_related("unit")
    return list(rows.order_by("-held_on", "-pk")[:50])


def find_workshop(reader: Reader, code: str) -> Workshop | None:
    """Of the reader's root, by a code however it is typed; for those whose role takes part, or who lead it."""
    bare = bare_code(code)
    written = "-".join(bare[start : start + GROUP] for start in range(0, len(bare), GROUP))
    found = Workshop.objects.filter(root=reader.root, code=written).select_related("unit", "root").first()
    if found is None or not (reader.has(TAKE_PART) or leads(reader, found)):
        return None
    return found


def leads(reader: Reader, workshop: Workshop) -> bool:
    return reader.can(EDIT, workshop.unit_id)


def list_said(workshop: Workshop) -> list[Said]:
    """By group and then in the order they were said."""
    rows = workshop.suggestions.select_related("risk").prefetch_related("votes").order_by("group", "pk")
    told = workshop.stage in {Stage.AGREEING, Stage.ENDED}
    return [_said(row, told=told) for row in rows]


def _said(suggestion: Suggestion, *, told: bool) -> Said:
    scores = [one.score for one in suggestion.votes.all()]
    return Said(suggestion, spread_of(scores) if told else None, len(scores))


def own_votes(workshop: Workshop, voters: Collection[str]) -> dict[int, Vote]:
    """The reader's own, by the suggestion's id; `voters` are what the reader is called there."""
    rows = Vote.objects.filter(suggestion__workshop=workshop, voter__in=voters)
    return {row.suggestion_id: row for row in rows}


def count_scorers(workshop: Workshop) -> int:
    """The most that have scored one of them."""
    rows = workshop.suggestions.annotate(scorers=Count("votes")).values_list("scorers", flat=True)
    return max(rows, default=0)
