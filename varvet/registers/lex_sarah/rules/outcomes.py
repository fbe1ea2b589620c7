"""The outcome of a case from those of its events: a case is as grave as its gravest event."""

from collections.abc import Collection, Iterable, Mapping

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah.rules.codes import Outcome

# The law's own words in rising gravity: a risk weighs less than what has happened, and serious more than both.
GRAVITY = (Outcome.NO_MISCONDUCT, Outcome.RISK, Outcome.MISCONDUCT, Outcome.SERIOUS_RISK, Outcome.SERIOUS)


def gravest(outcomes: Iterable[str]) -> Outcome:
    """ValueError for none."""
    return max((Outcome(outcome) for outcome in outcomes), key=GRAVITY.index)


def outcomes_of(events: Collection[int], decided: Mapping[int, Outcome], alone: Outcome | None) -> dict[int, Outcome]:
    """The outcome of each event by its number: its own, or `alone` for all where none is decided by itself."""
    if not decided and alone is not None:
        return dict.fromkeys(events, alone)
    if set(decided) != set(events):
        raise RuleBroken("lex_sarah.decide.events", "Välj ett utfall för varje händelse.")
    return dict(decided)


def outcome_of(decided: Mapping[int, Outcome], alone: Outcome | None) -> Outcome:
    """The case's: that of its gravest event, or `alone` where it names none."""
    if decided:
        return gravest(decided.values())
    if alone is None:
        raise RuleBroken("lex_sarah.decide.outcome", "Välj vad beslutet blev.", field="outcome")
    return alone
