"""What closing needs, and what comes next until then."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.registers.lex_sarah.rules.codes import TO_AUTHORITY
from varvet.registers.lex_sarah.rules.states import Event, Status

PROPOSALS = "proposals"  # the place on the record's own page where proposals are answered
AUTHORITY = "authority"  # and where what passed between us and the inspectorate stands

OTHERS = frozenset({PROPOSALS, AUTHORITY, Event.AUTHORITY_DECIDES})  # what the inspectorate and the managers do


@dataclass(frozen=True)
class Closing:
    """How far a decided case has come.

    `measures` are the improvements it led to, `open_measures` those not done yet; `unmeasured` are proposals taken on
    that no improvement follows. `followed_up` says that a follow-up is judged and none is planned.
    """

    status: str
    outcome: str = ""
    reported: bool = False
    authority_decided: bool = False
    questions: int = 0
    proposals: int = 0
    unanswered: int = 0
    unmeasured: int = 0
    measures: int = 0
    open_measures: int = 0
    follow_up_planned: bool = False
    followed_up: bool = False
    reporter_known: bool = True
    told_reporter: bool = False
    told_unit: bool = False
    told_affected: bool = False


@dataclass(frozen=True)
class Left:
    """Something to do before closing: what, and the name of the place where it is done.

    `sentence` is a marked text with {left} and {total} where it counts something.
    """

    sentence: str
    place: str
    done: bool = False
    left: int = 0
    total: int = 0


def before_closing(closing: Closing) -> list[Left]:
    """What closing needs, missing first, in the order it is done."""
    items = [*_authority(closing), *_proposals(closing), *_told(closing), *_follow_up(closing)]
    return sorted(items, key=lambda item: item.done)


def _authority(closing: Closing) -> list[Left]:
    if closing.outcome not in TO_AUTHORITY:
        return []
    items = [Left(marked("Anmälan till IVO"), Event.REPORT_TO_AUTHORITY, closing.reported)]
    if closing.questions:
        items.append(Left(marked("Frågor från IVO utan svar: {left}"), AUTHORITY, left=closing.questions))
    if closing.reported:
        items.append(Left(marked("Beslut från IVO"), Event.AUTHORITY_DECIDES, closing.authority_decided))
    return items


def _proposals(closing: Closing) -> list[Left]:
    items = []
    if closing.proposals:
        left, total = closing.unanswered, closing.proposals
        sentence = (
            marked("Svar på {left} av {total} åtgärdsförslag") if left else marked("Svar på varje åtgärdsförslag")
        )
        items.append(Left(sentence, PROPOSALS, not left, left, total))
    if closing.unmeasured:
        sentence = marked("Antagna förslag utan åtgärd: {left}")
        items.append(Left(sentence, PROPOSALS, left=closing.unmeasured))
    return items


def _told(closing: Closing) -> list[Left]:
    reporter = Left(marked("Återkoppling till den som rapporterade"), Event.TELL, closing.told_reporter)
    return [
        *([reporter] if closing.reporter_known else []),
        Left(marked("Återkoppling till enheten"), Event.TELL, closing.told_unit),
        Left(marked("Besked till den som berördes, eller varför inte"), Event.TELL, closing.told_affected),
    ]


def _follow_up(closing: Closing) -> list[Left]:
    """What led to no measure, and was never planned to be looked at again, is not followed up."""
    items = []
    if closing.open_measures:
        left, total = closing.open_measures, closing.measures
        items.append(Left(marked("{left} av {total} åtgärder pågår än"), PROPOSALS, left=left, total=total))
    if closing.measures or closing.follow_up_planned or closing.status == Status.FOLLOWING_UP:
        place = Event.JUDGE if closing.follow_up_planned else Event.FOLLOW_UP
        items.append(Left(marked("Uppföljning av åtgärderna"), place, closing.followed_up))
    return items


def next_of(closing: Closing) -> str:
    """The place of what is to be done next; empty while only others have something to do."""
    if closing.outcome in TO_AUTHORITY and not closing.reported:
        return Event.REPORT_TO_AUTHORITY
    left = [item.place for item in before_closing(closing) if not item.done]
    ours = [place for place in left if place not in OTHERS or (place == AUTHORITY and closing.questions)]
    return next(iter(ours), "") if left else Event.CLOSE


def check_closing(items: list[Left]) -> None:
    """RuleBroken that names the first thing left to do."""
    left = [item for item in items if not item.done]
    if left:
        what = Word(left[0].sentence.format(left=left[0].left, total=left[0].total))
        sentence = marked("Det här saknas: {what}.")
        raise RuleBroken("lex_sarah.close.missing", sentence, field=left[0].place, values={"what": what})
