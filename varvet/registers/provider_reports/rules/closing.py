"""What closing needs."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.registers.provider_reports.rules.answers import TO_AUTHORITY, Known
from varvet.registers.provider_reports.rules.states import Event

FOLLOW_UPS = "follow_ups"  # the place on the record's own page where follow-ups are answered and finished


@dataclass(frozen=True)
class Progress:
    """How far the handling has come. `ours` says whether the person affected is placed by us, `outcome` is the
    provider's; `left` are follow-ups not finished, `person_followed` whether one of the person is."""

    assessed: bool
    provider_known: bool
    ours: str
    outcome: str = ""
    notified: str = ""
    left: int = 0
    total: int = 0
    person_followed: bool = False
    told_provider: bool = False


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
    """What closing needs, missing first."""
    known = progress.ours in {Known.YES, Known.NO}
    items = [
        Missing(marked("Vilken utförare det gäller"), Event.DESCRIBE, progress.provider_known),
        Missing(marked("Om den som berörs är placerad av er"), Event.DESCRIBE, known),
        Missing(marked("Er bedömning"), Event.ASSESS, progress.assessed),
    ]
    if progress.outcome in TO_AUTHORITY:
        answered = progress.notified in {Known.YES, Known.NO}
        items.append(Missing(marked("Om utföraren har anmält till IVO"), Event.AUTHORITY, answered))
    if progress.ours == Known.YES:
        items.append(Missing(marked("Uppföljning av den som berörs"), Event.PLAN, progress.person_followed))
    if progress.total:
        items.append(_unfinished(progress))
    items.append(Missing(marked("Återkoppling till utföraren"), Event.TELL, progress.told_provider))
    return sorted(items, key=lambda item: item.done)


def _unfinished(progress: Progress) -> Missing:
    if not progress.left:
        return Missing(marked("Alla uppföljningar är klara"), FOLLOW_UPS, done=True)
    wording = marked("{left} av {total} uppföljningar")
    return Missing(wording, FOLLOW_UPS, left=progress.left, total=progress.total)


def check_closing(missing: list[Missing]) -> None:
    """RuleBroken that names the first thing left to do."""
    left = [item for item in missing if not item.done]
    if left:
        raise RuleBroken(
            "provider_report.close.missing",
            "Det här saknas: {what}.",
            field=left[0].place,
            values={"what": Word(left[0].sentence.format(left=left[0].left, total=left[0].total))},
        )
