"""Conflict of interest (jäv): who takes part says first that they have none, and who has one takes no part."""

from collections.abc import Mapping
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken


class Role(StrEnum):
    """In what part somebody has to do with a case."""

    INVESTIGATOR = "investigator"
    DECISION_MAKER = "decision_maker"
    REVIEWER = "reviewer"


ROLE_LABELS: dict[str, str] = {
    Role.INVESTIGATOR: marked("Utredare"),
    Role.DECISION_MAKER: marked("Beslutsfattare"),
    Role.REVIEWER: marked("Granskare"),
}


def check_declaration(*, conflict: bool, reason: str) -> None:
    """A conflict is told with its reason; without one there is nothing to tell."""
    if conflict and not reason.strip():
        raise RuleBroken("lex_sarah.declare.reason", "Skriv varför du kan vara jävig.", field="reason")


def check_takes_part(declared: Mapping[str, bool]) -> None:
    """`declared` is what the person has said of each role: True where they have a conflict. One is enough for all."""
    if any(declared.values()):
        raise RuleBroken("lex_sarah.conflict", "Du har anmält jäv i ärendet. Någon annan måste göra det här.")


def check_may_be_named(declared: Mapping[str, bool]) -> None:
    if any(declared.values()):
        raise RuleBroken("lex_sarah.conflict.named", "Personen har anmält jäv. Välj någon annan.", field="investigator")
