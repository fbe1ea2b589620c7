"""What may happen to an improvement and when: pure decisions, values in, value or RuleBroken out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.transitions import Moves, Transition

LONGEST_WHAT = 200
LONGEST_EFFECT_WORDS = 300
RISKS = "risks"  # the register whose records an improvement may be handled in, where it runs
HANDLED = "handled"  # what a tie to that record says


class Status(StrEnum):
    PLANNED = "planned"
    ONGOING = "ongoing"
    DONE = "done"
    NOT_FEASIBLE = "not_feasible"
    IN_RISK_PICTURE = "in_risk_picture"


STATUS_LABELS: dict[str, str] = {
    Status.PLANNED: marked("Planerad"),
    Status.ONGOING: marked("Pågår"),
    Status.DONE: marked("Klar"),
    Status.NOT_FEASIBLE: marked("Inte genomförbar"),
    Status.IN_RISK_PICTURE: marked("Hanteras i riskbilden"),
}
STEPS = (Status.PLANNED, Status.ONGOING, Status.DONE)
OPEN = frozenset({Status.PLANNED, Status.ONGOING})
STARTS = (Status.PLANNED,)
GIVEN_UP = frozenset({Status.NOT_FEASIBLE, Status.IN_RISK_PICTURE})


class Effect(StrEnum):
    EFFECT = "effect"
    NO_EFFECT = "no_effect"
    TOO_EARLY = "too_early"
    NOT_FEASIBLE = "not_feasible"
    IN_RISK_PICTURE = "in_risk_picture"


EFFECT_LABELS: dict[str, str] = {
    Effect.EFFECT: marked("Effekt"),
    Effect.NO_EFFECT: marked("Ingen effekt"),
    Effect.TOO_EARLY: marked("För tidigt att säga"),
    Effect.NOT_FEASIBLE: marked("Inte genomförbar"),
    Effect.IN_RISK_PICTURE: marked("Hanteras i riskbilden"),
}
SETTLED = frozenset(set(Effect) - {Effect.TOO_EARLY})
LEFT_UNSHOWN = frozenset({Effect.NOT_FEASIBLE, Effect.IN_RISK_PICTURE})  # settled, though no effect was looked for
UNTIL_SETTLED = frozenset({"judge_effect", "plan_effect"})


class Event(StrEnum):
    START = "start"
    CARRY_OUT = "carry_out"
    JUDGE = "judge_effect"
    GIVE_UP = "give_up"
    CARRY_OVER = "carry_over"
    EDIT = "edit"
    PLAN = "plan_effect"
    STEPS = "write_steps"
    SPREAD = "spread"


MOVES = Moves(
    code="improvement",
    refusal="Åtgärdens läge är {now}. Därför går det inte att {act} den.",
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.START, "påbörja", frozenset({Status.PLANNED}), (Status.ONGOING,)),
        Transition(Event.CARRY_OUT, "genomföra", OPEN, (Status.DONE,)),
        Transition(Event.JUDGE, "bedöma effekten av", frozenset({Status.DONE})),
        Transition(Event.GIVE_UP, "avbryta", OPEN, (Status.NOT_FEASIBLE, Status.IN_RISK_PICTURE)),
        Transition(Event.CARRY_OVER, "flytta", OPEN),
        Transition(Event.EDIT, "ändra", OPEN),
        Transition(Event.PLAN, "planera uppföljningen av", OPEN | {Status.DONE}),
        Transition(Event.STEPS, "dela upp", OPEN),
        Transition(Event.SPREAD, "sprida", OPEN | {Status.DONE}),
    ),
)


@dataclass(frozen=True)
class Days:
    """The days an improvement carries; None for what has not happened."""

    decided_on: date
    started_on: date | None = None
    carried_out_on: date | None = None
    effect_judged_on: date | None = None
    given_up_on: date | None = None


def may(event: Event, status: str, effect: str) -> bool:
    """An effect that is settled is not judged again."""
    if event in UNTIL_SETTLED and effect in SETTLED:
        return False
    return MOVES.may(event, status)


def check_event(event: Event, status: str, effect: str) -> None:
    """RuleBroken when the event may not happen now."""
    if event in UNTIL_SETTLED and effect in SETTLED:
        raise RuleBroken("improvement.judge_effect.settled", "Effekten är redan bedömd.")
    MOVES.check(event, status)


def check_what(what: str) -> None:
    """Something must be said, in one line: it stands in lists and in the report."""
    if len(what.strip()) < 3:
        raise RuleBroken("improvement.what.empty", "Skriv vad som ska göras.", field="what")
    if len(what) > LONGEST_WHAT:
        raise RuleBroken("improvement.what.long", "Skriv högst 200 tecken om vad som ska göras.", field="what")


def check_next(effect: Effect, what: str) -> None:
    """What had no effect is followed by something else: nobody stops at having tried."""
    if effect is Effect.NO_EFFECT and len(what.strip()) < 3:
        sentence = marked("Skriv vad ni gör i stället. En ny åtgärd beslutas i samma steg.")
        raise RuleBroken("improvement.effect.next", sentence, field="next_what")
    if len(what) > LONGEST_WHAT:
        raise RuleBroken("improvement.what.long", "Skriv högst 200 tecken om vad som ska göras.", field="next_what")


def check_decision(decided_on: date, due_on: date | None, today: date) -> None:
    if decided_on > today:
        raise RuleBroken("improvement.decided.future", "Beslutsdagen har inte varit än.", field="decided_on")
    if due_on is not None and due_on < decided_on:
        raise RuleBroken("improvement.due.early", "Sista dagen ligger före beslutet.", field="due_on")


def check_carried_out(carried_out_on: date, decided_on: date, today: date) -> None:
    if carried_out_on > today:
        raise RuleBroken("improvement.carried_out.future", "Dagen har inte varit än.", field="carried_out_on")
    if carried_out_on < decided_on:
        raise RuleBroken("improvement.carried_out.early", "Dagen ligger före beslutet.", field="carried_out_on")


def check_asked_again(effect: Effect, again_on: date | None, today: date) -> None:
    """What is too early to say is asked again on a day to come; without a day, as long after as the first time."""
    if effect is Effect.TOO_EARLY and again_on is not None and again_on <= today:
        raise RuleBroken("improvement.effect.again", marked("Välj en dag längre fram."), field="again_on")


def check_effect(effect: Effect, words: str) -> None:
    """An effect, or the lack of one, is shown by something; without either it is said why."""
    if effect in LEFT_UNSHOWN and not words.strip():
        raise RuleBroken("improvement.effect.why", marked("Skriv varför."), field="effect_words")
    if effect in SETTLED and not words.strip():
        raise RuleBroken("improvement.effect.words", "Skriv vad effekten visar sig i.", field="effect_words")
    if len(words) > LONGEST_EFFECT_WORDS:
        raise RuleBroken("improvement.effect.long", "Skriv högst 300 tecken om effekten.", field="effect_words")


def check_followed_up(reason: str, *, planned: bool) -> None:
    """Before it is in place it is known how its effect will be seen, or why nobody has planned it."""
    if not planned and not reason.strip():
        sentence = marked("Planera först hur effekten följs upp, eller skriv varför den inte är planerad.")
        raise RuleBroken("improvement.carried_out.unplanned", sentence, field="unplanned")


def check_risk(kind: str, *, in_risk_picture: bool) -> None:
    """`kind` is the register of the record it is said to be handled in, empty where none is named."""
    if kind and kind != RISKS:
        raise RuleBroken("improvement.risk.kind", marked("Välj en risk i listan."), field="risk")
    if kind and not in_risk_picture:
        sentence = marked("Välj en risk bara när åtgärden hanteras i riskbilden.")
        raise RuleBroken("improvement.risk.unasked", sentence, field="risk")


def check_giving_up(target: Status, reason: str) -> None:
    if target not in MOVES.of(Event.GIVE_UP).targets:
        raise RuleBroken("improvement.give_up.target", "Välj om den inte går eller hanteras som risk.", field="target")
    if not reason.strip():
        raise RuleBroken("improvement.give_up.reason", "Skriv varför åtgärden inte genomförs.", field="reason")


def check_carrying_over(to_year: int, from_year: int, reason: str) -> None:
    """`from_year` is the quality year it was to be done in."""
    if not from_year < to_year <= from_year + 5:
        sentence = marked("Välj ett år från {first} till {last}.")
        years = {"first": from_year + 1, "last": from_year + 5}
        raise RuleBroken("improvement.carry_over.year", sentence, field="year", values=years)
    if not reason.strip():
        raise RuleBroken("improvement.carry_over.reason", "Skriv varför åtgärden flyttas.", field="reason")


def check_days(status: Status, days: Days, effect: str) -> None:
    """What is taken over from elsewhere must agree with itself."""
    if (status is Status.DONE) != (days.carried_out_on is not None):
        raise RuleBroken("improvement.history.done", "En klar åtgärd har en dag då den genomfördes, ingen annan.")
    if bool(effect) != (days.effect_judged_on is not None):
        raise RuleBroken("improvement.history.effect", "En bedömd effekt har en dag då den bedömdes, ingen annan.")
    if effect and status is not Status.DONE:
        raise RuleBroken("improvement.history.judged", "Effekten bedöms när åtgärden är genomförd.")
    passed = [day for day in (days.decided_on, days.carried_out_on, days.effect_judged_on) if day is not None]
    if passed != sorted(passed):
        raise RuleBroken("improvement.history.order", "Dagarna kommer i fel ordning.")


def state_on(status: str, days: Days, day: date) -> Status:
    """The state at the end of a day: a report of a year shows how it stood when the year ended."""
    if days.given_up_on is not None and days.given_up_on <= day:
        return Status(status)
    if days.carried_out_on is not None and days.carried_out_on <= day:
        return Status.DONE
    if days.started_on is not None and days.started_on <= day:
        return Status.ONGOING
    return Status.PLANNED
