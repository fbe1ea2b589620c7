"""When feedback about the same matter may be handled as one, and when it may go to another unit."""

from dataclasses import dataclass
from datetime import datetime

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.feedback.rules.states import UNANSWERED


@dataclass(frozen=True)
class Joinable:
    """What decides whether it may be tied to another."""

    pk: int
    status: str
    received_at: datetime
    joined: bool
    leads: bool
    shut: bool  # the unit's manager is excluded


def check_join(one: Joinable, lead: Joinable) -> None:
    """The one that came in first leads, so that nobody waits longer than they were promised."""
    if one.pk == lead.pk:
        raise RuleBroken("feedback.join.self", "Välj ett annat ärende än det här.", field="other")
    if one.joined or one.leads:
        raise RuleBroken("feedback.join.tied", "Ärendet hanteras redan tillsammans med ett annat.", field="other")
    if lead.joined:
        raise RuleBroken("feedback.join.lead", "Det ärendet hanteras i ett tredje. Välj det i stället.", field="other")
    if lead.status not in UNANSWERED:
        raise RuleBroken("feedback.join.answered", "Det ärendet är redan besvarat. Välj ett som väntar.", field="other")
    if one.shut != lead.shut:
        sentence = "Bara det ena ärendet är stängt för enhetens chef. Svara på dem var för sig."
        raise RuleBroken("feedback.join.shut", sentence, field="other")
    if (one.received_at, one.pk) < (lead.received_at, lead.pk):
        sentence = "Det här kom in först. Öppna det andra ärendet och lägg ihop det med det här."
        raise RuleBroken("feedback.join.first", sentence, field="other")


def check_own_case(*, joined: bool) -> None:
    if joined:
        raise RuleBroken("feedback.joined", "Ärendet hanteras i ett annat. Gör det där, eller ta loss det först.")


def check_joined(*, joined: bool) -> None:
    if not joined:
        raise RuleBroken("feedback.leave.none", "Ärendet är inte ihoplagt med något annat.")


def check_move(now: int, to: int, *, same_root: bool, tied: bool) -> None:
    if not same_root or now == to:
        raise RuleBroken("feedback.move.unit", "Välj en annan enhet.", field="unit")
    if tied:
        raise RuleBroken("feedback.move.tied", "Ta först loss det ur det andra ärendet.", field="unit")
