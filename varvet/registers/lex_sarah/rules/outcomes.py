"""The outcome of a case from those of its events: a case is as grave as its gravest event."""

from collections.abc import Collection, Iterable, Mapping

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah.rules.codes import Outcome

# The law's own words in rising gravity: a risk weighs less than what has happened, and serious more than both.
GRAVITY = (Outcome.NO_MISCONDUCT, Outcome.RISK, Outcome.MISCONDUCT, Outcome.SERIOUS_RISK, Outcome.SERIOUS)


def gravest(outcomes: Iterable[str]) -> Outcome:
    """ValueError for none."""
    return max((Outcome(outcome) for outcome in outcomes), key=GRAVITY.index)


def outcome_of(events: Collection[int], decided: Mapping[int, Outcome], alone: Outcome | None) -> Outcome:
    """The case's outcome: of its events, each of which is decided, or `alone` where it has none.

    `events` and the keys of `decided` are the events' numbers.
    """
    if events and set(decided) != set(events):
        raise RuleBroken("lex_sarah.decide.events", "Välj ett utfall för varje händelse.")
    if events:
        return gravest(decided.values())
    if alone is None:
        raise RuleBroken("lex_sarah.decide.outcome", "Välj vad beslutet blev.", field="outcome")
    return alone
