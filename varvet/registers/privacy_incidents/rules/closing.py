"""What comes next, and what closing needs."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.registers.privacy_incidents.rules.codes import Answer
from varvet.registers.privacy_incidents.rules.states import NEW, OPEN, Event, Status

WAITS_FOR_ASSESSMENT = marked("Väntar på enhetens bedömning.")
WAITS_FOR_DECISION = marked("Väntar på delegatens beslut.")
WAITS_FOR_NOTICE = marked("Väntar på att anmälan skickas till IMY.")
WAITS_FOR_HANDLER = marked("Väntar på den som handlägger.")


@dataclass(frozen=True)
class Progress:
    """How far an incident has come. `notify` and `inform` are answers, empty until decided."""

    status: str
    assessed: bool = False
    advised: bool = False
    notify: str = ""
    inform: str = ""
    notified: bool = False
    informed: bool = False
    more_follows: bool = False
    needs_feedback: bool = True
    told: bool = False
    reopened: bool = False


@dataclass(frozen=True)
class Missing:
    """Something to do before closing: what, and the step where it is done."""

    sentence: str
    place: str
    done: bool = False


def next_event(progress: Progress) -> Event | None:
    """The one step the incident waits for; None when it is ended."""
    if progress.status not in OPEN:
        return None
    if progress.status in NEW:
        return Event.ASSESS
    if progress.status == Status.ASSESSED:
        return Event.DECIDE
    waits = [item.place for item in before_closing(progress) if not item.done and item.place != Event.CLOSE]
    return Event(waits[0]) if waits else Event.CLOSE


def waits_for_advice(progress: Progress) -> bool:
    """The officer is asked until the decision is made; advice that comes later is welcome too, but nobody waits."""
    undecided = progress.status in NEW or progress.status == Status.ASSESSED
    return undecided and not progress.advised


def has_use(event: Event, progress: Progress) -> bool:
    """Whether what was decided and done before leaves anything for the step to do."""
    uses = {
        Event.NOTIFY: progress.notify == Answer.YES and not progress.notified,
        Event.SUPPLEMENT: progress.more_follows,
        Event.INFORM: progress.inform == Answer.YES and not progress.informed,
        Event.RULING: progress.notified,
        Event.DISMISS: not progress.notified,
    }
    return uses.get(event, True)


def imy_waits(progress: Progress) -> bool:
    """Whether the 72 hours matter still. One opened again is decided on first: its hours have long passed."""
    if progress.notified or progress.status not in OPEN:
        return False
    undecided = progress.status in NEW or progress.status == Status.ASSESSED
    return progress.notify == Answer.YES or (undecided and not progress.reopened)


def before_closing(progress: Progress) -> list[Missing]:
    """What closing needs, missing first and in the order it is done."""
    items = [
        Missing(marked("Bedömning av risken"), Event.ASSESS, progress.assessed),
        Missing(marked("Beslut av delegaten"), Event.DECIDE, bool(progress.notify)),
    ]
    if progress.notify == Answer.YES:
        items.append(Missing(marked("Anmälan till IMY"), Event.NOTIFY, progress.notified))
    if progress.inform == Answer.YES:
        items.append(Missing(marked("Information till de berörda"), Event.INFORM, progress.informed))
    if progress.more_follows:
        items.append(Missing(marked("Sista kompletteringen till IMY"), Event.SUPPLEMENT))
    if progress.needs_feedback:
        items.append(Missing(marked("Svar till den som rapporterade"), Event.CLOSE, progress.told))
    return sorted(items, key=lambda item: item.done)


def check_closing(progress: Progress) -> None:
    """RuleBroken that names the first thing left to do."""
    left = [item for item in before_closing(progress) if not item.done]
    if left:
        values = {"what": Word(left[0].sentence)}
        field = "feedback" if left[0].place == Event.CLOSE else ""
        raise RuleBroken("privacy_incidents.close.missing", "Det här saknas: {what}.", field=field, values=values)
