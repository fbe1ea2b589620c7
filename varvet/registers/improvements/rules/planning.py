"""What is planned before anything is done: the cause, the steps, and how the effect will be seen, when and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

LONGEST_INDICATOR, LONGEST_TARGET, LONGEST_STEP, LONGEST_ORIGIN = 200, 100, 200, 200
LONGEST_ADDRESS = 2000  # a figure of the report has a long one
MOST_STEPS = 20


class Cause(StrEnum):
    """Why it is needed, in one word: what comes back year after year is told by it."""

    PERSON = "person"
    TEAM = "team"
    TASK = "task"
    ROUTINE = "routine"
    COMPETENCE = "competence"
    STAFFING = "staffing"
    SYSTEM = "system"
    COMMUNICATION = "communication"
    PREMISES = "premises"
    EXTERNAL = "external"


CAUSE_LABELS: dict[str, str] = {
    Cause.PERSON: marked("Person"),
    Cause.TEAM: marked("Arbetsgrupp"),
    Cause.TASK: marked("Uppgift"),
    Cause.ROUTINE: marked("Rutin"),
    Cause.COMPETENCE: marked("Kompetens"),
    Cause.STAFFING: marked("Bemanning"),
    Cause.SYSTEM: marked("System och IT"),
    Cause.COMMUNICATION: marked("Kommunikation"),
    Cause.PREMISES: marked("Lokaler och utrustning"),
    Cause.EXTERNAL: marked("Utanför verksamheten"),
}


class How(StrEnum):
    """By what the effect will be seen."""

    INDICATOR = "indicator"
    MEASURE = "measure"
    JUDGEMENT = "judgement"


HOW_LABELS: dict[str, str] = {
    How.INDICATOR: marked("En indikator med ett mål"),
    How.MEASURE: marked("Ett av våra mått, före och efter"),
    How.JUDGEMENT: marked("En bedömning"),
}


@dataclass(frozen=True)
class Plan:
    """How the effect is followed up. People by id; `with_owner` says that judge and owner do it together."""

    how: How
    due_on: date
    judge_id: int | None
    indicator: str = ""
    target: str = ""
    measure: str = ""
    with_owner: bool = False


@dataclass(frozen=True)
class Step:
    """Something to do on the way, in one line, never about a person it concerns."""

    what: str
    who_id: int | None = None
    due_on: date | None = None
    done_on: date | None = None


def check_plan(plan: Plan, decided_on: date, due_on: date | None) -> None:
    if plan.due_on < max(decided_on, due_on or decided_on):
        sentence = marked("Effekten bedöms tidigast när åtgärden ska vara klar.")
        raise RuleBroken("improvement.effect_plan.early", sentence, field="effect_on")
    if plan.how is How.INDICATOR and not (plan.indicator.strip() and plan.target.strip()):
        raise RuleBroken("improvement.effect_plan.indicator", marked("Skriv indikator och mål."), field="indicator")
    if plan.how is How.MEASURE and not plan.measure:
        raise RuleBroken("improvement.effect_plan.measure", marked("Välj ett mått."), field="measure")
    if plan.judge_id is None:
        raise RuleBroken("improvement.judge.none", marked("Välj vem som bedömer effekten."), field="judge")


def check_apart(owner_id: int | None, judge_id: int | None, *, field: str) -> None:
    """Nobody judges alone what they are responsible for; `field` is where the two were chosen."""
    if owner_id is not None and owner_id == judge_id:
        sentence = marked("Den som ansvarar bedömer inte effekten ensam. Välj någon annan.")
        raise RuleBroken("improvement.judge.owner", sentence, field=field)


def check_judging(owner_id: int | None, by_id: int, with_id: int | None) -> None:
    """Who judges now: somebody else than the owner, or the owner together with somebody."""
    if with_id == by_id:
        raise RuleBroken("improvement.judge.self", marked("Välj någon annan än dig själv."), field="together_with")
    if owner_id == by_id and with_id is None:
        sentence = marked("Du ansvarar för åtgärden. Välj vem du bedömer effekten tillsammans med.")
        raise RuleBroken("improvement.judge.alone", sentence, field="together_with")


def check_steps(steps: Sequence[Step], today: date) -> None:
    if len(steps) > MOST_STEPS:
        sentence = marked("En åtgärd har högst {most} steg.")
        raise RuleBroken("improvement.steps.many", sentence, values={"most": MOST_STEPS})
    for step in steps:
        if not step.what.strip():
            raise RuleBroken("improvement.steps.empty", marked("Skriv vad varje steg är, eller ta bort det."))
        if len(step.what) > LONGEST_STEP:
            sentence = marked("Skriv högst {most} tecken om ett steg.")
            raise RuleBroken("improvement.steps.long", sentence, values={"most": LONGEST_STEP})
        if step.done_on is not None and step.done_on > today:
            raise RuleBroken("improvement.steps.future", marked("Ett steg är klart en dag som inte har varit än."))


def check_origin_page(words: str, address: str) -> None:
    """What is no record, such as a figure of a report: an address of this installation, and what it is called."""
    if not words.strip():
        raise RuleBroken("improvement.origin.words", marked("Skriv vad åtgärden utgår från."), field="origin_words")
    if len(words) > LONGEST_ORIGIN:
        sentence = marked("Skriv högst {most} tecken.")
        raise RuleBroken("improvement.origin.long", sentence, field="origin_words", values={"most": LONGEST_ORIGIN})
    own = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    if not own or len(address) > LONGEST_ADDRESS:
        raise RuleBroken("improvement.origin.address", marked("Adressen leder inte till en sida här."))
