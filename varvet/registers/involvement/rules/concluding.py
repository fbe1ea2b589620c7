"""What concluding needs: what was heard is written, it led to something or not, and those who took part know."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.registers.involvement.rules.states import Event


@dataclass(frozen=True)
class Progress:
    """How far an activity that was held has come."""

    counted: bool
    heard: bool
    decided: bool
    told: bool


@dataclass(frozen=True)
class Missing:
    """Something to do before concluding: what, and the page where it is done."""

    sentence: str
    place: Event
    done: bool = False


def before_concluding(progress: Progress) -> list[Missing]:
    """What concluding needs, missing first."""
    items = [
        Missing(marked("Hur många som deltog"), Event.WRITE, progress.counted),
        Missing(marked("Vad ni hörde"), Event.WRITE, progress.heard),
        Missing(marked("Vad det ledde till"), Event.DECIDE, progress.decided),
        Missing(marked("Återkoppling till dem som deltog"), Event.TELL, progress.told),
    ]
    return sorted(items, key=lambda item: item.done)


def check_concluding(missing: list[Missing]) -> None:
    """RuleBroken that names the first thing left to do."""
    left = [item for item in missing if not item.done]
    if left:
        raise RuleBroken(
            "activity.conclude.missing",
            marked("Det här saknas: {what}."),
            field=left[0].place,
            values={"what": Word(left[0].sentence)},
        )
