"""Following up: what is looked at and when, and whether it helped."""

from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah.rules.checks import check_words


class Result(StrEnum):
    HELPED = "helped"
    PARTLY = "partly"
    NO = "no"


RESULT_LABELS: dict[str, str] = {
    Result.HELPED: marked("Ja, det hjälpte"),
    Result.PARTLY: marked("Delvis"),
    Result.NO: marked("Nej, det hjälpte inte"),
}


def check_plan(plan: str, due_on: date, today: date) -> None:
    check_words("plan", plan, "Skriv vad som ska följas upp.")
    if due_on < today:
        raise RuleBroken("lex_sarah.follow_up.past", "Dagen har redan varit. Välj en dag framåt.", field="due_on")


def check_none_planned(waiting: int) -> None:
    """One at a time: what is planned is judged before the next is planned."""
    if waiting:
        sentence = marked("En uppföljning är redan planerad. Skriv hur den gick först.")
        raise RuleBroken("lex_sarah.follow_up.planned", sentence)


def check_planned(waiting: int) -> None:
    if not waiting:
        raise RuleBroken("lex_sarah.judge.none", "Ingen uppföljning är planerad.")
