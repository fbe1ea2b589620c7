"""What passes between us and the inspectorate, IVO, after a case is reported there."""

from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken


class Route(StrEnum):
    """How it was sent."""

    SERVICE = "service"
    POST = "post"
    OTHER = "other"


ROUTE_LABELS: dict[str, str] = {
    Route.SERVICE: marked("IVO:s e-tjänst"),
    Route.POST: marked("Brev"),
    Route.OTHER: marked("På annat sätt"),
}


class Ruling(StrEnum):
    """What IVO decided."""

    FULFILLED = "fulfilled"
    CRITICISED = "criticised"
    ORDERED = "ordered"
    INSPECTED = "inspected"
    OTHER = "other"


RULING_LABELS: dict[str, str] = {
    Ruling.FULFILLED: marked("Avslutar, utredningsskyldigheten är uppfylld"),
    Ruling.CRITICISED: marked("Avslutar med kritik"),
    Ruling.ORDERED: marked("Begär åtgärder eller förelägger"),
    Ruling.INSPECTED: marked("Inleder egen tillsyn"),
    Ruling.OTHER: marked("Annat beslut"),
}


def check_between(field: str, day: date, earliest: date, today: date) -> None:
    """A day that has been, and not before the case was reported (or asked about)."""
    if not earliest <= day <= today:
        sentence = marked("Välj en dag från och med {earliest} till och med i dag.")
        raise RuleBroken(f"lex_sarah.{field}.day", sentence, field=field, values={"earliest": earliest.isoformat()})


def check_answer_by(asked: date, answer_by: date | None) -> None:
    if answer_by is not None and answer_by < asked:
        sentence = marked("Sista dagen för svaret kommer före frågan.")
        raise RuleBroken("lex_sarah.authority_asks.answer_by", sentence, field="answer_by")


def check_undecided(decided_on: date | None) -> None:
    if decided_on is not None:
        raise RuleBroken("lex_sarah.authority_decides.twice", "IVO:s beslut är redan inskrivet.")


def check_unanswered(answered_on: date | None) -> None:
    if answered_on is not None:
        raise RuleBroken("lex_sarah.answer_authority.twice", "Frågan är redan besvarad.")


def check_unreported(reported_on: date | None) -> None:
    """What has been reported to IVO is not taken back by investigating anew."""
    if reported_on is not None:
        sentence = marked("Ärendet är anmält till IVO. Skicka det som är nytt till IVO i stället.")
        raise RuleBroken("lex_sarah.send_back.reported", sentence)
