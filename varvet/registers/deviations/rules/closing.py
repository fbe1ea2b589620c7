"""What closing needs."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.registers.deviations.rules.states import Event, Status

ANSWERS = "answers"  # the place on the record's own page where causes are answered
HANDOVERS = "handovers"  # and where what is handed over is answered
DESCRIBE = "describe"  # the page where it is said what others have a part in
WEIGH = "weigh"  # the page where it is said whether it may be lex Sarah
ASKED = "asked"  # the place on the record's own page where questions to others stand
ACTED = frozenset({Status.ACTING, Status.FOLLOWING_UP})


@dataclass(frozen=True)
class Progress:
    """How far the handling has come. `unanswered` are causes with neither a measure nor a reason for none.

    `described` is False for what others have a part in and nobody has coded. `unsettled` are the hand-overs with
    neither an answer nor a reason for none.
    `unweighed` says that it may be lex Sarah and nobody has said whether; `questions` are to others, without answer.
    """

    status: str
    assessed: bool
    categorised: bool
    told_reporter: bool
    reporter_known: bool = True
    causes: int = 0
    unanswered: int = 0
    followed_up: bool = False
    described: bool = True
    handovers: int = 0
    unsettled: int = 0
    unweighed: bool = False
    questions: int = 0


@dataclass(frozen=True)
class Missing:
    """Something to do before closing: what, and the name of the place where it is done.

    `sentence` is a marked text with {left} and {total} where it counts something.
    """

    sentence: str
    place: str
    done: bool = False
    left: int = 0
    total: int = 0


def before_closing(progress: Progress) -> list[Missing]:
    """What closing needs, missing first. What has been begun must be finished: an investigation, a measure."""
    items = [
        Missing(marked("Bedömning"), Event.ASSESS, progress.assessed),
        Missing(marked("Typ av avvikelse"), Event.ASSESS, progress.categorised),
    ]
    if not progress.described:
        items.append(Missing(marked("Uppgifter om vården eller samverkan"), DESCRIBE))
    if progress.handovers:
        items.append(_about_handovers(progress))
    items += _about_others(progress)
    if progress.causes or progress.status == Status.INVESTIGATING:
        items += _about_causes(progress)
    if progress.status in ACTED:
        place = Event.FOLLOW_UP if progress.status == Status.ACTING else Event.JUDGE
        items.append(Missing(marked("Uppföljning av åtgärderna"), place, progress.followed_up))
    if progress.reporter_known:
        items.append(Missing(marked("Återkoppling till rapportören"), Event.CLOSE, progress.told_reporter))
    return sorted(items, key=lambda item: item.done)


def _about_handovers(progress: Progress) -> Missing:
    left, total = progress.unsettled, progress.handovers
    if not left:
        return Missing(marked("Svar på det som lämnats över, eller skäl"), HANDOVERS, done=True)
    return Missing(marked("Svar eller skäl för {left} av {total} överlämningar"), HANDOVERS, left=left, total=total)


def _about_others(progress: Progress) -> list[Missing]:
    """What another desk answers may change what is to be done, and what the reporter is told: it is waited for."""
    items = [Missing(marked("Ställningstagande till lex Sarah"), WEIGH)] if progress.unweighed else []
    if progress.questions:
        items.append(Missing(marked("Svar på det ni har frågat andra om"), ASKED))
    return items


def _about_causes(progress: Progress) -> list[Missing]:
    left, total = progress.unanswered, progress.causes
    named = Missing(marked("Orsak till det som hände"), Event.CAUSES, total > 0)
    if not left:
        return [named, Missing(marked("Åtgärd för varje orsak, eller skäl"), Event.CAUSES, total > 0)]
    return [named, Missing(marked("Åtgärd eller skäl för {left} av {total} orsaker"), ANSWERS, left=left, total=total)]


def check_closing(missing: list[Missing]) -> None:
    """RuleBroken that names the first thing left to do."""
    left = [item for item in missing if not item.done]
    if left:
        raise RuleBroken(
            "deviation.close.missing",
            "Det här saknas: {what}.",
            field=left[0].place,
            values={"what": Word(left[0].sentence.format(left=left[0].left, total=left[0].total))},
        )
