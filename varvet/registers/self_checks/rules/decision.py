"""What a round's result leads to: an improvement, or no action and why; and that it was raised at the APT."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules.round import LONGEST_REASON, Status

NEEDS_ANALYSIS = marked("Analys av resultatet")
NEEDS_DECISION = marked("Beslut: en åtgärd, eller varför ingen behövs")
NEEDS_RAISING = marked("Resultatet tas upp på en arbetsplatsträff")
ANALYSED = marked("Resultatet är analyserat")
DECIDED = marked("Ni har bestämt vad resultatet leder till")
RAISED = marked("Resultatet är taget upp på en arbetsplatsträff")


class Place:
    """Where a missing part is done: names of pages."""

    ANALYSE = "analyse"
    DECIDE = "decide"
    RAISE = "raise_at_apt"


@dataclass(frozen=True)
class Followed:
    """How far a performed round has come."""

    analysed: bool
    improvements: int
    no_action: bool
    raised: bool

    @property
    def decided(self) -> bool:
        return self.no_action or self.improvements > 0


@dataclass(frozen=True)
class Left:
    """A part of what follows on a result: what it is called, where it is done, and whether it is."""

    sentence: str
    place: str
    done: bool


def left_of(followed: Followed) -> tuple[Left, ...]:
    return (
        Left(ANALYSED if followed.analysed else NEEDS_ANALYSIS, Place.ANALYSE, followed.analysed),
        Left(DECIDED if followed.decided else NEEDS_DECISION, Place.DECIDE, followed.decided),
        Left(RAISED if followed.raised else NEEDS_RAISING, Place.RAISE, followed.raised),
    )


def check_performed(status: str) -> None:
    if status != Status.PERFORMED:
        sentence = marked("Registrera resultatet först. Därefter bestämmer ni vad det leder till.")
        raise RuleBroken("self_check.decision.state", sentence)


def check_no_action(reason: str, followed: Followed) -> None:
    if followed.improvements:
        sentence = marked("Resultatet har redan lett till en åtgärd.")
        raise RuleBroken("self_check.decision.improved", sentence)
    if followed.no_action:
        raise RuleBroken("self_check.decision.made", "Ni har redan bestämt att ingen åtgärd behövs.")
    if not reason.strip():
        raise RuleBroken("self_check.decision.empty", "Skriv varför ingen åtgärd behövs.", field="reason")
    if len(reason) > LONGEST_REASON:
        raise RuleBroken("self_check.decision.long", "Skriv högst 300 tecken om varför.", field="reason")


def check_extend(followed: Followed) -> None:
    """Once something follows on the result, it stands."""
    if followed.decided or followed.raised:
        sentence = marked("Resultatet har redan lett till något. Planera en ny omgång i stället.")
        raise RuleBroken("self_check.extend.decided", sentence)


def check_raised(day: date, performed_on: date | None, today: date, *, already: bool) -> None:
    """`performed_on` None where the result was taken over from elsewhere without a day."""
    if already:
        raise RuleBroken("self_check.raised.twice", "Dagen för arbetsplatsträffen är redan noterad.")
    if day > today:
        raise RuleBroken("self_check.raised.ahead", "Dagen har inte varit än.", field="day")
    if performed_on and day < performed_on:
        raise RuleBroken("self_check.raised.early", "Dagen ligger före resultatet.", field="day")


def check_analysis(text: str) -> None:
    if not text.strip():
        raise RuleBroken("self_check.analysis.empty", "Skriv vad resultatet betyder.", field="analysis")
