"""What can be done with a case now: one step first, and the others."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.sentences import said
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.rules import Status
from varvet.registers.lex_sarah.views import asks_deciding, asks_investigating, shown_ending
from varvet.registers.lex_sarah.views.asks import Asks

ASKS: dict[str, Asks] = {**asks_investigating.ASKS, **asks_deciding.ASKS}
# The step that a state asks for; those that follow are offered beside it.
FIRST: dict[str, str] = {
    Status.RECEIVED: "open",
    Status.OPENED: "complete",
    Status.INVESTIGATED: "decide",
}
ANSWER = marked("Svara på frågan från IVO")
ALONE = frozenset({"leave", "confirm"})  # what is done to a report that is investigated in another case
IN_CONFLICT = frozenset({"declare", "assign"})  # what somebody with a conflict can still do


@dataclass(frozen=True)
class Way:
    """A step that can be taken now, and where."""

    label: str
    href: str


def next_of(reader: Reader, case: LexSarah) -> dict[str, object]:
    possible = possible_now(reader, case)
    wanted = shown_ending.next_name(case) if case.status in rules.SETTLED else FIRST.get(case.status, "")
    return {
        "first": _way(possible[wanted], case) if wanted in possible else _question(case, possible),
        "others": [_way(asks, case) for name, asks in possible.items() if name != wanted and asks.link],
        "allowed": frozenset(possible),  # names of steps
    }


def _question(case: LexSarah, possible: Mapping[str, Asks]) -> Way | None:
    """A question from IVO waits for our answer: it stands on the case's own page."""
    asked = asks_deciding.QUESTION.name in possible and case.authority_questions.filter(answered_on=None).first()
    if not asked:
        return None
    return Way(said(ANSWER), reverse("lex_sarah:answer_authority", args=[case.reference, asked.number]))


def possible_now(reader: Reader, case: LexSarah) -> dict[str, Asks]:
    """By name: what the state lets happen and the reader may do, in the order of the steps."""
    fitting = {name: asks for name, asks in ASKS.items() if _fits(name, case)}
    if reader.user.pk in queries.list_conflicts(case):
        fitting = {name: asks for name, asks in fitting.items() if name in IN_CONFLICT}
    return {
        name: asks
        for name, asks in fitting.items()
        if rules.may(asks.event, case.status) and queries.can(reader, permission_of(asks), case)
    }


def _fits(name: str, case: LexSarah) -> bool:
    if case.joined_to_id is not None:
        return name in ALONE and asks_investigating.fits(name, case)
    return name != "leave" and asks_investigating.fits(name, case) and asks_deciding.fits(name, case)


def permission_of(asks: Asks) -> str:
    return asks.permission or actions.PERMISSIONS[asks.event]


def _way(asks: Asks, case: LexSarah) -> Way:
    return Way(said(asks.link), reverse(f"lex_sarah:{asks.name}", args=[case.reference]))
