"""Risks in every state, made by the actions themselves."""

from datetime import date, timedelta

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.risks import actions
from varvet.registers.risks.actions import Assessment, Change, Content, New
from varvet.registers.risks.models import Part, Risk
from varvet.registers.risks.rules import Occasion, Score

LATER = NOW + timedelta(days=2)
NEXT = date(2026, 9, 16)
NAME = "Förhandsbedömningen blir inte klar i tid"
SECRET = "Posten läses av en person i taget"
HIGH, LOW = Score(4, 4), Score(4, 1)


def content(name: str = NAME) -> Content:
    return Content(name, Occasion.YEARLY, "Förhandsbedömning", "Rutin 4", {Part.CAUSES: SECRET})


def identified(cast: Cast, name: str = NAME, *, unit: Unit | None = None, by: User | None = None) -> Risk:
    record = actions.add(new=New(unit or cast.a, content(name)), key=new_key(), by=by or cast.alice, now=NOW)
    return Risk.objects.get(pk=record.pk)


def by(risk: Risk, who: User, *, version: int | None = None) -> Change:
    return Change(risk, risk.version if version is None else version, who, LATER)


def assessed(cast: Cast, score: Score = HIGH, name: str = NAME) -> Risk:
    return actions.assess(by(identified(cast, name), cast.alice), Assessment(score, NEXT, "Det har hänt förr."))


def treated(cast: Cast, score: Score = HIGH, after: Score = LOW, name: str = NAME) -> Risk:
    risk = assessed(cast, score, name)
    return actions.treat(by(risk, cast.alice), Assessment(after, NEXT, "Två läser posten."))


def accepted(cast: Cast, until: date = NEXT) -> Risk:
    return actions.accept(by(assessed(cast), cast.eva), until, "Det som återstår kostar mer än det ger.")


def closed(cast: Cast) -> Risk:
    return actions.close(by(assessed(cast), cast.alice), "Arbetssättet finns inte längre.")


def happenings(risk: Risk) -> list[tuple[str, str]]:
    rows = Fact.objects.filter(record_id=risk.pk).order_by("pk")
    return [(fact.happening, fact.severity) for fact in rows]


def events(risk: Risk) -> list[str]:
    rows = AuditEvent.objects.filter(kind="risks", record_id=risk.pk).order_by("pk")
    return [row.event for row in rows]
