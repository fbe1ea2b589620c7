"""What sending an answer and closing need: every question reviewed, every finding led to something or says why not."""

from collections.abc import Sequence
from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken


@dataclass(frozen=True)
class Progress:
    """How far an inspection has come. `unsettled` are the numbers of findings without action or reason."""

    answer_written: bool = False
    questions: int = 0
    unreviewed: int = 0
    unsettled: tuple[int, ...] = ()


@dataclass(frozen=True)
class Missing:
    """Something to do first: a sentence and its values, and the finding it is about where it is one."""

    sentence: str
    values: tuple[tuple[str, int], ...] = ()
    finding: int = 0


def before_sending(progress: Progress) -> list[Missing]:
    """A questionnaire is answered by its questions, anything else by its text."""
    if progress.questions:
        left = (("left", progress.unreviewed),)
        return [Missing(marked("Frågor som inte är klara: {left}"), left)] if progress.unreviewed else []
    return [] if progress.answer_written else [Missing(marked("Svaret är inte skrivet"))]


def before_closing(progress: Progress) -> list[Missing]:
    sentence = marked("Punkt {number} har ingen åtgärd och inget skäl")
    return [Missing(sentence, (("number", number),), number) for number in progress.unsettled]


def check_sending(progress: Progress) -> None:
    missing = before_sending(progress)
    if missing and progress.questions:
        sentence = marked("Alla frågor är inte klara. Det som saknas: {left}.")
        raise RuleBroken("inspection.send.questions", sentence, values=dict(missing[0].values))
    if missing:
        raise RuleBroken("inspection.send.answer", marked("Skriv svaret först."))


def check_closing(missing: Sequence[Missing]) -> None:
    if missing:
        sentence = marked("Varje punkt behöver en åtgärd eller ett skäl. Först saknas det på punkt {number}.")
        raise RuleBroken("inspection.close.findings", sentence, values={"number": missing[0].finding})
