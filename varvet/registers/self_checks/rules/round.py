"""What may happen to a round of a self-check, and which figures can be true: values in, value or RuleBroken out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.transitions import Moves, Transition

LONGEST_REASON = 300
PERMILLE = 1000


class Status(StrEnum):
    PLANNED = "planned"
    ONGOING = "ongoing"
    PERFORMED = "performed"
    NOT_DONE = "not_done"


STATUS_LABELS: dict[str, str] = {
    Status.PLANNED: marked("Planerad"),
    Status.ONGOING: marked("Pågår"),
    Status.PERFORMED: marked("Genomförd"),
    Status.NOT_DONE: marked("Inte genomförd"),
}
STEPS = (Status.PLANNED, Status.ONGOING, Status.PERFORMED)
OPEN = frozenset({Status.PLANNED, Status.ONGOING})
STARTS = (Status.PLANNED,)


class Method(StrEnum):
    FILE_AUDIT = "file_audit"
    CHECKLIST = "checklist"
    LIST_CHECK = "list_check"
    LOG_REVIEW = "log_review"
    PAYMENT_CHECK = "payment_check"
    SURVEY = "survey"
    INSPECTION = "inspection"


METHOD_LABELS: dict[str, str] = {
    Method.FILE_AUDIT: marked("Granskning av akter"),
    Method.CHECKLIST: marked("Checklista"),
    Method.LIST_CHECK: marked("Kontroll av ärendelista"),
    Method.LOG_REVIEW: marked("Granskning av loggar"),
    Method.PAYMENT_CHECK: marked("Stickprov av utbetalningar"),
    Method.SURVEY: marked("Enkät"),
    Method.INSPECTION: marked("Besök på plats"),
}


class Dimension(StrEnum):
    SEX = "sex"
    GROUP = "group"


DIMENSION_LABELS: dict[str, str] = {Dimension.SEX: marked("Kön"), Dimension.GROUP: marked("Grupp")}
SEX_LABELS: dict[str, str] = {
    "women": marked("Kvinnor"),
    "men": marked("Män"),
    "girls": marked("Flickor"),
    "boys": marked("Pojkar"),
}


class Event(StrEnum):
    START = "start"
    RECORD = "record_result"
    NOT_DONE = "mark_not_done"
    EXTEND = "extend"


MOVES = Moves(
    code="self_check",
    refusal="Kontrollens läge är {now}. Därför går det inte att {act} den.",
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.START, "påbörja", frozenset({Status.PLANNED}), (Status.ONGOING,)),
        Transition(Event.RECORD, "registrera resultatet av", OPEN, (Status.PERFORMED,)),
        Transition(Event.NOT_DONE, "ställa in", OPEN, (Status.NOT_DONE,)),
        Transition(Event.EXTEND, "granska fler i", frozenset({Status.PERFORMED}), (Status.ONGOING,)),
    ),
)
may, check_event = MOVES.may, MOVES.follow


@dataclass(frozen=True)
class Figures:
    """How many there are, were reviewed and fulfilled the goal; None for what is not known.

    `stated_permille` and `response_rate_permille` are shares a source gave, in thousandths.
    """

    census: bool
    population: int | None = None
    sample: int | None = None
    fulfilled: int | None = None
    stated_permille: int | None = None
    response_rate_permille: int | None = None

    @property
    def is_counted(self) -> bool:
        """Both how many were reviewed and how many of them fulfilled are known."""
        return self.sample is not None and self.fulfilled is not None


@dataclass(frozen=True)
class SplitRow:
    """The same figures for one sex or group. `value` is women, men, girls or boys, or the group's short name."""

    dimension: str
    value: str
    sample: int | None = None
    fulfilled: int | None = None
    stated_permille: int | None = None


def check_plan(first_day: date, last_day: date, target_percent: int | None) -> None:
    if last_day < first_day:
        raise RuleBroken("self_check.period", "Sista dagen ligger före den första.", field="last_day")
    if target_percent is not None and target_percent > 100:
        raise RuleBroken("self_check.target", "Målet är högst 100 procent.", field="target_percent")


def check_reason(reason: str) -> None:
    if not reason.strip():
        raise RuleBroken("self_check.reason.empty", "Skriv varför kontrollen inte gjordes.", field="reason")
    if len(reason) > LONGEST_REASON:
        raise RuleBroken("self_check.reason.long", "Skriv högst 300 tecken om varför.", field="reason")


def check_result(figures: Figures) -> None:
    """A performed round says something: how many were reviewed, or a share somebody stated."""
    if figures.sample is None and figures.stated_permille is None:
        raise RuleBroken("self_check.result.empty", "Skriv hur många som granskades.", field="sample")
    check_figures(figures)


def check_figures(figures: Figures) -> None:
    """fulfilled <= sample <= population; in a census all are reviewed."""
    population, sample, fulfilled = figures.population, figures.sample, figures.fulfilled
    if fulfilled is not None and (sample is None or fulfilled > sample):
        sentence = marked("Fler uppfyller målet än som granskades. Kontrollera antalen.")
        raise RuleBroken("self_check.fulfilled", sentence, field="fulfilled")
    if population is not None and sample is not None and sample > population:
        raise RuleBroken("self_check.sample", "Fler granskades än det finns. Kontrollera antalen.", field="sample")
    if figures.census and population is not None and sample is not None and sample != population:
        sentence = marked("Alla ska vara granskade, men antalen skiljer sig. Kontrollera dem.")
        raise RuleBroken("self_check.census", sentence, field="sample")
    if any(share > PERMILLE for share in (figures.stated_permille or 0, figures.response_rate_permille or 0)):
        raise RuleBroken("self_check.share", "En andel är högst 100 procent.", field="stated_percent")


def check_state(status: Status, figures: Figures, reason: str) -> None:
    """What is taken over from elsewhere must agree with itself."""
    if status is Status.NOT_DONE:
        check_reason(reason)
    elif reason:
        raise RuleBroken("self_check.history.reason", "Bara en kontroll som inte gjordes har ett skäl till det.")
    if status is Status.PERFORMED:
        check_result(figures)
    elif figures.fulfilled is not None or figures.stated_permille is not None:
        raise RuleBroken("self_check.history.result", "Bara en genomförd kontroll har ett resultat.")
    else:
        check_figures(figures)


def check_splits(figures: Figures, splits: Sequence[SplitRow]) -> None:
    """Each part can be true, and the parts together are not more than the whole."""
    for row in splits:
        _check_split(row)
    for dimension in Dimension:
        rows = [row for row in splits if row.dimension == dimension]
        if len({row.value for row in rows}) != len(rows):
            raise RuleBroken("self_check.split.twice", "Samma kön eller grupp finns två gånger.")
        _check_sum(figures.sample, [row.sample for row in rows])
        _check_sum(figures.fulfilled, [row.fulfilled for row in rows])


def _check_split(row: SplitRow) -> None:
    if row.dimension not in set(Dimension):
        raise RuleBroken("self_check.split.dimension", "Resultatet delas efter kön eller grupp.")
    if row.dimension == Dimension.SEX and row.value not in SEX_LABELS:
        raise RuleBroken("self_check.split.sex", "Välj kvinnor, män, flickor eller pojkar.")
    check_result(Figures(False, None, row.sample, row.fulfilled, row.stated_permille))


def _check_sum(whole: int | None, parts: Sequence[int | None]) -> None:
    if whole is not None and sum(part or 0 for part in parts) > whole:
        raise RuleBroken("self_check.split.sum", "Delarna är tillsammans fler än alla. Kontrollera antalen.")


COUNTED = marked("{fulfilled} av {sample} uppfyller målet")
EVERYONE_COUNTED = marked("{fulfilled} av {sample} uppfyller målet, alla granskade")
STATED = marked("{percent} uppfyller målet ({sample} granskade)")
STATED_ALONE = marked("{percent} uppfyller målet (antal saknas)")
NO_RESULT = marked("{sample} granskade, resultat saknas")
WALKED_THROUGH = marked("Ärenden genomgångna: {sample}")
DASH = "–"


def percent(permille: int) -> str:
    """724 -> "72,4 %"; 920 -> "92 %"."""
    whole, tenth = divmod(permille, 10)
    return f"{whole},{tenth} %" if tenth else f"{whole} %"


def walked_through_in_words(figures: Figures) -> Sentence:
    """Of a walkthrough only how many is told."""
    return Sentence(WALKED_THROUGH, {"sample": figures.sample}) if figures.sample is not None else Sentence(DASH)


def result_in_words(figures: Figures) -> Sentence:
    """What came out, as people read it; a dash where nothing has."""
    if figures.is_counted:
        counted = {"fulfilled": figures.fulfilled, "sample": figures.sample}
        return Sentence(EVERYONE_COUNTED if figures.census else COUNTED, counted)
    if figures.stated_permille is not None:
        stated = {"percent": percent(figures.stated_permille), "sample": figures.sample}
        return Sentence(STATED if figures.sample is not None else STATED_ALONE, stated)
    return Sentence(NO_RESULT, {"sample": figures.sample}) if figures.sample is not None else Sentence(DASH)
