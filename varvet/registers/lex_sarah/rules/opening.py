"""Whether a report may be left uninvestigated: where the root allows it, and for what reasons."""

from collections.abc import Collection

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah.rules.codes import NotOpened

ALL_ARE_OPENED = marked("Er organisation utreder varje rapport. Inled en utredning, eller lägg ihop med en annan.")


def check_declinable(reason: NotOpened, allowed: Collection[str]) -> None:
    if not allowed:
        raise RuleBroken("lex_sarah.decline.root", ALL_ARE_OPENED)
    if reason not in allowed:
        raise RuleBroken("lex_sarah.decline.reason", "Skälet gäller inte hos er. Välj ett annat.", field="reason")


def check_same_event(reason: NotOpened, other: object | None) -> None:
    """What is already under investigation is named, so that the report is found from there."""
    if reason is NotOpened.SAME_EVENT and other is None:
        raise RuleBroken("lex_sarah.decline.other", "Skriv numret på ärendet där händelsen utreds.", field="other")
