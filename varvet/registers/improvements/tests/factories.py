"""Improvements to test with."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils import timezone

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.improvements import actions, rules
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.rules import Effect, Status

DECIDED = TODAY - timedelta(days=30)
UNPLANNED = "Den syns när året är slut."
WHY = "Rutinen säger inte vem som bevakar inkorgen."


@dataclass(frozen=True)
class Counted:
    """What a fact says, for comparison."""

    happening: str
    day: date
    quality_area: str = "A"
    outcome: str = ""
    days: int | None = None


def decision(unit: Unit) -> actions.Decision:
    return actions.Decision(
        unit=unit,
        what="Ny rutin för inkorgen",
        why=WHY,
        quality_areas=("A", "H"),
        decided_on=DECIDED,
        due_on=TODAY + timedelta(days=10),
    )


def make(cast: Cast, content: actions.Decision | None = None) -> Improvement:
    """Decided by Alice for her unit."""
    record = actions.decide(content=content or decision(cast.a), key=new_key(), by=cast.alice, now=NOW)
    return fresh(record.pk)


def make_done(cast: Cast) -> Improvement:
    held = make(cast)
    return actions.carry_out(
        improvement=held, carried_out_on=TODAY, version=held.version, by=cast.alice, now=NOW, unplanned=UNPLANNED
    )


def make_settled(cast: Cast) -> Improvement:
    held, judgement = make_done(cast), actions.Judgement(Effect.EFFECT, "Från 76 % till 0 %")
    return actions.judge_effect(improvement=held, judgement=judgement, version=held.version, by=cast.alice, now=NOW)


def make_given_up(cast: Cast) -> Improvement:
    held, giving_up = make(cast), actions.GivingUp(Status.NOT_FEASIBLE, "Systemet byts ut.")
    return actions.give_up(improvement=held, giving_up=giving_up, version=held.version, by=cast.alice, now=NOW)


def history(unit: Unit) -> actions.History:
    return actions.History(
        unit=unit,
        what="Handlingsplan för försenade bedömningar",
        quality_areas=("A",),
        received_at=NOW.replace(year=2023),
        status=Status.DONE,
        decided_on=date(2023, 3, 1),
        carried_out_on=date(2023, 9, 1),
        effect=Effect.EFFECT,
        effect_words="Från 76 % till 0 %",
        effect_judged_on=date(2023, 12, 1),
    )


def planned_history(unit: Unit) -> actions.History:
    return replace(
        history(unit), status=Status.PLANNED, carried_out_on=None, effect="", effect_words="", effect_judged_on=None
    )


def fresh(pk: int) -> Improvement:
    return Improvement.objects.get(pk=pk)


def counted(held: Improvement) -> list[Counted]:
    facts = Fact.objects.filter(record_id=held.pk).order_by("pk")
    return [Counted(f.happening, f.day, f.quality_area, f.outcome, f.days) for f in facts]


def last_event(held: Improvement) -> tuple[str, int | None, int | None]:
    """Its name, who did it, and the record's version after it."""
    event = AuditEvent.objects.filter(kind=held.kind, record_id=held.pk).order_by("-pk")[0]
    return event.event, event.actor_id, event.version


def form_of(held: Improvement, **fields: object) -> dict[str, object]:
    return {"version": held.version, **fields}


def decide_form_of(unit: Unit, person: User) -> dict[str, object]:
    today = timezone.localdate().isoformat()
    return {"key": new_key(), "what": "Ny rutin", "unit": unit.pk, "decided_on": today, "owner": person.pk}


def plan(judge: User, **changed: object) -> rules.Plan:
    """A judgement sixty days from now; `changed` are fields of the plan."""
    whole = rules.Plan(rules.How.JUDGEMENT, TODAY + timedelta(days=60), judge_id=judge.pk)
    return replace(whole, **changed)  # type: ignore[arg-type]  # its fields


def make_planned(cast: Cast, **changed: object) -> Improvement:
    """Alice carries it out, Eva is to judge."""
    return make(cast, replace(decision(cast.a), owner=cast.alice, plan=plan(cast.eva, **changed)))


def carried_out(held: Improvement, by: User, on: date = TODAY) -> Improvement:
    return actions.carry_out(
        improvement=held, carried_out_on=on, version=held.version, by=by, now=NOW, unplanned=UNPLANNED
    )
