"""Several reports in one investigation: which may be tied to which, and what a tied report leaves to its case."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah.rules.states import BEGUN

OTHERS = marked("Andra rapporter hör till ärendet. Ta loss dem först.")


@dataclass(frozen=True)
class Tied:
    """What decides whether a report may be tied to another."""

    pk: int
    status: str
    confidentiality: str
    joined: bool
    leads: bool


def check_own_case(joined: bool) -> None:  # noqa: FBT001 - a state, not a switch
    """A report that is investigated in another case is moved by that case alone."""
    if joined:
        raise RuleBroken("lex_sarah.joined", "Rapporten utreds i ett annat ärende. Gör det där, eller ta loss den.")


def check_alone(tied: Tied) -> None:
    """Neither in another case, nor a case that others are in."""
    check_own_case(tied.joined)
    if tied.leads:
        raise RuleBroken("lex_sarah.others_hang_on", OTHERS)


def check_another(one: int, other: int) -> None:
    if one == other:
        raise RuleBroken("lex_sarah.other.itself", "Välj ett annat ärende än det här.", field="other")


def check_join(tied: Tied, lead: Tied) -> None:
    """The case stands by itself and is not investigated yet; whoever is shut out of one is shut out of both."""
    check_another(tied.pk, lead.pk)
    check_alone(tied)
    if lead.joined:
        raise RuleBroken("lex_sarah.join.chain", "Den rapporten utreds redan i ett annat ärende.", field="other")
    if lead.status not in BEGUN:
        raise RuleBroken("lex_sarah.join.state", "Välj ett ärende som inte är färdigutrett.", field="other")
    if tied.confidentiality != lead.confidentiality:
        raise RuleBroken("lex_sarah.join.secrecy", "Ärendena har olika sekretess. Ändra det ena först.", field="other")


def check_joined(joined: bool) -> None:  # noqa: FBT001 - a state, not a switch
    if not joined:
        raise RuleBroken("lex_sarah.leave.alone", "Rapporten utreds redan för sig.")
