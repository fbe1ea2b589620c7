"""Lex Sarah cases of the past as histories."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from varvet.demo.days import afternoon, later
from varvet.demo.dice import Dice
from varvet.demo.narratives import tell
from varvet.demo.site import Site
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.categories import CategoryValue
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.actions import History
from varvet.registers.lex_sarah.models import LexSarah, Part
from varvet.registers.lex_sarah.rules import TO_AUTHORITY, Law, Status

LIST = "lex_sarah_type"
NOT_OPENED = ""
TYPES = (
    CategoryValue("mental-abuse", "Psykiska övergrepp"),
    CategoryValue("physical-abuse", "Fysiska övergrepp"),
    CategoryValue("treatment", "Brister i bemötande"),
    CategoryValue("legal", "Brister i rättssäkerhet vid handläggning och genomförande"),
    CategoryValue("support", "Brister i utförande av insats", aliases=("Brister i utförande av insatser",)),
    CategoryValue("sexual-abuse", "Sexuella övergrepp"),
    CategoryValue("financial", "Ekonomiska övergrepp"),
    CategoryValue(
        "premises",
        "Brister i fysisk miljö, utrustning eller teknik",
        aliases=("Brister i fysisk miljö, utrustning och teknik",),
    ),
    CategoryValue("other", "Annat"),
)
ABUSE = frozenset({"mental-abuse", "physical-abuse", "sexual-abuse"})


@dataclass(frozen=True)
class Case:
    """What the published figures decide about a case. No outcome: no investigation was opened."""

    unit: str
    received_at: datetime
    type_code: str
    outcome: str = NOT_OPENED
    law: str = Law.SOL


def history(case: Case, last_day: date, site: Site, dice: Dice) -> History:
    """The investigation is opened, completed and decided before `last_day`, so that it counts in one year."""
    types = site.lists[LIST]
    opened = min(later(day_of(case.received_at), 0, 2, dice), last_day)
    completed = min(later(opened, 12, 40, dice), last_day)
    decided = min(later(completed, 0, 5, dice), last_day)
    ended = afternoon(later(decided, 5, 40, dice))
    is_opened, is_serious = bool(case.outcome), case.outcome in TO_AUTHORITY
    return History(
        unit=site.units[case.unit],
        received_at=case.received_at,
        status=Status.CLOSED if is_opened else Status.NOT_OPENED,
        category_list=types.row,
        category=types.by_code[case.type_code],
        law=case.law,
        opened_on=opened if is_opened else None,
        completed_on=completed if is_opened else None,
        decided_on=decided if is_opened else None,
        outcome=case.outcome,
        reported_on=decided if is_serious else None,
        closed_at=ended if is_opened else None,
        texts=_texts(case, dice),
        synthetic=True,
    )


def _texts(case: Case, dice: Dice) -> dict[Part, str]:
    story = tell("lex_sarah", "abuse" if case.type_code in ABUSE else case.type_code, dice)
    reported = {Part.WHAT: story.what, Part.AT_ONCE: story.done}
    if case.outcome == NOT_OPENED:
        return reported | {Part.REASON: "Samma händelse utreds redan i ett annat ärende."}
    return reported | {Part.MEASURES: story.lesson}


def write(rows: Sequence[History], site: Site) -> list[LexSarah]:
    in_order = sorted(rows, key=lambda row: row.received_at)
    return actions.import_history(rows=in_order, root=site.root, by=site.by, now=site.now)
