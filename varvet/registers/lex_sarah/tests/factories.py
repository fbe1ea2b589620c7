"""Lex Sarah cases in every state, made by the actions themselves."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, TODAY, Cast, make_person
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import SECTION_PARTS, Delegation, LexSarah

LATER = NOW + timedelta(days=10)
SECRET = "Kalle på Storgatan fick ingen mat"


@dataclass(frozen=True)
class Stage:
    """The cast, the decision maker Disa, and the root's list of types."""

    cast: Cast
    disa: User
    types: CategoryList

    def type_called(self, code: str) -> Category:
        return Category.objects.get(list=self.types, code=code)


def make_stage(cast: Cast) -> Stage:
    make_delegation(cast)
    choose(cast.root, rules.DECLINABLE, [*rules.NotOpened], first_day=LONG_AGO)
    return Stage(cast, make_person("Disa", "decision_maker", cast.root), make_types(cast.root))


def make_delegation(cast: Cast, **extra: object) -> Delegation:
    """Whoever holds the role of decision maker decides, by point 4.2, since long ago."""
    given: dict[str, object] = {"point": "4.2", "role": "decision_maker", "first_day": LONG_AGO} | extra
    content = actions.Delegating(**given)  # type: ignore[arg-type]  # tests give one field at a time
    return actions.delegate(root=cast.root, content=content, by=cast.hugo, now=NOW)


def make_types(root: Unit, key: str = "lex_sarah_type") -> CategoryList:
    values = (CategoryValue("legal_security", "Brister i rättssäkerhet"), CategoryValue("treatment", "Bemötande"))
    version = new_version(root=root, key=key, content=NewList("Typer", values), first_day=LONG_AGO)
    return CategoryList.objects.get(pk=version.id)


def make_reported(stage: Stage, unit: Unit | None = None, **extra: object) -> LexSarah:
    content = actions.Report(unit=unit or stage.cast.a, what=SECRET, **extra)  # type: ignore[arg-type]  # one field at a time
    record = actions.report(content=content, key=new_key(), by=stage.cast.bo, now=NOW)
    return LexSarah.objects.get(pk=record.pk)


def opening(stage: Stage, code: str = "legal_security") -> actions.Opening:
    return actions.Opening(rules.Law.SOL, stage.types, stage.type_called(code), impartial=True)


SECTIONS = {part: f"Så här: {part.value}" for part in SECTION_PARTS}


def make_opened(stage: Stage) -> LexSarah:
    case = make_reported(stage)
    return actions.open_investigation(
        case=case, opening=opening(stage), version=case.version, by=stage.cast.dag, now=NOW
    )


def write_all(stage: Stage, case: LexSarah) -> LexSarah:
    """Every section, a cause that needs no measure, and the affected person informed: nothing is missing."""
    by, now = stage.cast.dag, NOW
    for part, text in SECTIONS.items():
        section = actions.Section(part, text, case.occurred_day)
        case = actions.write_section(case=case, section=section, version=case.version, by=by, now=now)
    told = actions.Information(TODAY, "Enhetschefen ringde.")
    case = actions.inform(case=case, information=told, version=case.version, by=by, now=now)
    cause = actions.add_cause(case=case, content=a_cause(), version=case.version, by=by, now=now)
    actions.excuse_cause(cause=cause, reason="Rutinen finns redan.", version=cause.case.version, by=by, now=now)
    return LexSarah.objects.get(pk=case.pk)


def a_cause(category: str = "routine") -> actions.NewCause:
    return actions.NewCause(category, "Ingen visste vem som skulle läsa posten.")


def make_completed(stage: Stage) -> LexSarah:
    case = write_all(stage, make_opened(stage))
    return actions.complete(case=case, version=case.version, by=stage.cast.dag, now=LATER)


def make_decided(stage: Stage, outcome: rules.Outcome = rules.Outcome.MISCONDUCT) -> LexSarah:
    case = make_completed(stage)
    each = {event.number: outcome for event in case.events.all()}
    decision = actions.Decision(outcome, "Skälen står här.", impartial=True, events=each)
    return actions.decide(case=case, decision=decision, version=case.version, by=stage.disa, now=LATER)


def make_told(stage: Stage) -> LexSarah:
    """A serious case that the inspectorate knows of."""
    case = make_decided(stage, rules.Outcome.SERIOUS)
    sent = actions.Notification(ivo_number="3.1-1/2026")
    return actions.report_to_authority(case=case, notification=sent, version=case.version, by=stage.disa, now=LATER)


def history(stage: Stage, **given: object) -> actions.History:
    """A closed case of 2023 from another system, with what a test gives instead."""
    values: dict[str, object] = {
        "unit": stage.cast.a,
        "received_at": datetime(2023, 5, 2, 8, tzinfo=UTC),
        "status": rules.Status.CLOSED,
        "category_list": stage.types,
        "category": stage.type_called("treatment"),
        "opened_on": date(2023, 5, 3),
        "completed_on": date(2023, 6, 1),
        "decided_on": date(2023, 6, 2),
        "outcome": "risk",
        "closed_at": datetime(2023, 9, 1, 8, tzinfo=UTC),
        "synthetic": True,
    }
    return actions.History(**(values | given))  # type: ignore[arg-type]  # tests give one field at a time


def happenings(case: LexSarah) -> list[tuple[str, date]]:
    rows = Fact.objects.filter(record_id=case.pk).order_by("pk")
    return [(fact.happening, fact.day) for fact in rows]


def events(case: LexSarah) -> list[str]:
    rows = AuditEvent.objects.filter(kind="lex_sarah", record_id=case.pk).order_by("pk")
    return [row.event for row in rows]
