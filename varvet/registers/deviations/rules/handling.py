"""What each step of the handling asks for: risk, causes, follow-up, and who may be tied to whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations.rules.states import LEFT_OUT, UNDER_WAY, Nature

SCALE = range(1, 6)
OTHERS = marked("Andra rapporter hör till den här. Gör det åt andra hållet, eller ta loss dem först.")
SEVERITY_OF = {1: "none", 2: "minor", 3: "moderate", 4: "serious", 5: "serious"}


class Result(StrEnum):
    """What the follow-up showed."""

    HELPED = "helped"
    PARTLY = "partly"
    NO = "no"


RESULT_LABELS: dict[str, str] = {
    Result.HELPED: marked("Ja, det hjälpte"),
    Result.PARTLY: marked("Delvis"),
    Result.NO: marked("Nej, det hjälpte inte"),
}


@dataclass(frozen=True)
class Risk:
    """Consequence and probability, each 1-5."""

    consequence: int
    probability: int

    @property
    def severity(self) -> str:
        return SEVERITY_OF[self.consequence]


@dataclass(frozen=True)
class Tied:
    """What decides whether a deviation may be tied to another. `asked` is a question to lex Sarah not refused."""

    status: str
    tally: bool
    joined: bool
    leads: bool
    duplicated: bool
    asked: bool
    outcome: str = ""


def check_risk(nature: Nature, risk: Risk | None) -> None:
    """A good example is no risk; everything else is weighed."""
    if risk is None and nature is not Nature.GOOD_EXAMPLE:
        raise RuleBroken("deviation.risk.none", "Välj en ruta i matrisen.", field="risk")
    if risk is not None and (risk.consequence not in SCALE or risk.probability not in SCALE):
        raise RuleBroken("deviation.risk.scale", "Välj en ruta i matrisen.", field="risk")


def check_unmarking(before: str, after: str, reason: str) -> None:
    """An event that must be assessed as lex Sarah is not taken back without a written reason."""
    if before and before != after and not reason.strip():
        raise RuleBroken(
            "deviation.lex_sarah.reason", "Skriv varför märkningen för lex Sarah ändras.", field="unmark_reason"
        )


def check_reason(event: str, reason: str, sentence: str) -> None:
    if not reason.strip():
        raise RuleBroken(f"deviation.{event}.reason", sentence, field="reason")


def check_new_unit(here: int, there: int, roots: tuple[int | None, int | None]) -> None:
    if here == there:
        raise RuleBroken("deviation.reroute.same", "Välj en annan enhet än den nuvarande.", field="unit")
    if roots[0] != roots[1]:
        raise RuleBroken("deviation.reroute.root", "Välj en enhet i samma organisation.", field="unit")


def check_own_case(joined: bool) -> None:  # noqa: FBT001 - a state, not a switch
    """A report that is handled in another case is moved by that case alone."""
    if joined:
        raise RuleBroken("deviation.joined", "Rapporten hanteras i ett annat ärende. Gör det där, eller ta loss den.")


def check_another(one: int, other: int) -> None:
    if one == other:
        raise RuleBroken("deviation.other.itself", "Välj en annan rapport än den här.", field="other")


def check_joined(joined: bool) -> None:  # noqa: FBT001 - a state, not a switch
    if not joined:
        raise RuleBroken("deviation.leave.alone", "Rapporten hanteras redan för sig.")


def check_told(assessed: bool) -> None:  # noqa: FBT001 - a state, not a switch
    if not assessed:
        raise RuleBroken("deviation.told.early", "Bedöm avvikelsen innan du skriver hur det blev.", field="part")


def check_alone(tied: Tied) -> None:
    """A case with several reports does not leave its place, nor does a report that is handled in another case."""
    check_own_case(tied.joined)
    if tied.leads:
        raise RuleBroken("deviation.others_hang_on", OTHERS)


def check_not_asked(tied: Tied) -> None:
    if tied.asked or tied.outcome:
        raise RuleBroken("deviation.lex_sarah.asked", "Frågan om lex Sarah måste avböjas först.")


def check_duplicate(tied: Tied, target: Tied) -> None:
    """One event, told twice: the other must itself be counted, and nothing may hang on this one."""
    check_alone(tied)
    if tied.duplicated:
        raise RuleBroken("deviation.others_hang_on", OTHERS)
    check_not_asked(tied)
    if tied.tally or target.tally:
        raise RuleBroken("deviation.duplicate.tally", "Samlade händelser kan inte vara dubbletter.", field="other")
    if target.status in LEFT_OUT:
        raise RuleBroken("deviation.duplicate.target", "Välj en rapport som själv räknas.", field="other")


def check_join(tied: Tied, lead: Tied) -> None:
    """Several reports in one case: the case is under way and stands by itself."""
    check_alone(tied)
    if tied.tally or lead.tally:
        raise RuleBroken("deviation.join.tally", "Samlade händelser kan inte läggas ihop.", field="other")
    if lead.joined:
        raise RuleBroken("deviation.join.chain", "Den rapporten hanteras redan i ett annat ärende.", field="other")
    if lead.status not in UNDER_WAY:
        raise RuleBroken("deviation.join.state", "Välj ett ärende som är bedömt och inte avslutat.", field="other")


def check_causes(answered: Sequence[bool]) -> None:
    """An investigation names at least one cause, and each has a measure or a reason for none."""
    if not answered:
        raise RuleBroken("deviation.act.cause", "Skriv minst en orsak till det som hände.")
    if not all(answered):
        raise RuleBroken("deviation.act.measure", "Varje orsak behöver en åtgärd, eller ett skäl till varför inte.")


def check_follow_up(plan: str, due_on: date, today: date) -> None:
    if not plan.strip():
        raise RuleBroken("deviation.follow_up.plan", "Skriv vad som ska följas upp.", field="plan")
    if due_on < today:
        raise RuleBroken("deviation.follow_up.past", "Dagen har redan varit. Välj en dag framåt.", field="due_on")
