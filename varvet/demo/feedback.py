"""Feedback of the past as histories."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from varvet.demo.days import afternoon, later
from varvet.demo.dice import Dice
from varvet.demo.narratives import tell
from varvet.demo.site import Site
from varvet.kernel.law.days import day_of
from varvet.registers.feedback import actions
from varvet.registers.feedback.actions import History
from varvet.registers.feedback.models import Part
from varvet.registers.feedback.rules import Sort, Status

LIST = "feedback_type"
CHANNELS = {"phone": 4.0, "spoken": 4.0, "web": 3.0, "mail": 2.0, "letter": 1.0, "visit": 1.0}


@dataclass(frozen=True)
class Comment:
    """What the published figures decide about a piece of feedback; `theme` names the words to draw from."""

    unit: str
    received_at: datetime
    sort: Sort
    code: str
    theme: str
    registered: bool = False
    answered: bool = True


def history(comment: Comment, site: Site, dice: Dice, *, before: date | None = None) -> History:
    """What got no registered answer was ended in a talk; `before` is the day by which all was done."""
    types = site.lists[LIST]
    received = day_of(comment.received_at)
    answered = _capped(later(received, 1, 9, dice), before)
    registered = _capped(later(received, 0, 2, dice), before)
    story = tell("feedback", f"{comment.sort}-{comment.theme}", dice)
    return History(
        unit=site.units[comment.unit],
        received_at=comment.received_at,
        sort=comment.sort,
        status=Status.CLOSED,
        channel=dice.weighted(CHANNELS),
        category_list=types.row,
        categories=(types.by_code[comment.code],),
        registered_on=registered if comment.registered else None,
        answered_on=answered if comment.answered else None,
        answer_registered_on=answered if comment.answered and comment.registered else None,
        closed_at=afternoon(answered),
        texts={Part.WHAT: story.what} | _ending(comment, story.feedback),
        synthetic=True,
    )


def _ending(comment: Comment, answer: str) -> dict[Part, str]:
    return {Part.ANSWER: answer} if comment.answered else {Part.REASON: "Hanterades i ett samtal."}


def _capped(day: date, before: date | None) -> date:
    return min(day, before) if before else day


def write(rows: Sequence[History], site: Site) -> int:
    in_order = sorted(rows, key=lambda row: row.received_at)
    return len(actions.import_history(rows=in_order, root=site.root, by=site.by, now=site.now))
