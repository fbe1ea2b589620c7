"""Every printed table of Alingsås 2024 equals the facts of the records made from it."""

from datetime import date

from varvet.demo.tests.checks import Checks
from varvet.demo.tests.counting import below, codes, grouped, table, total, year
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Link
from varvet.registers.deviations.models import Deviation, Mention

ROOT, FILE = "alingsas", "alingsas-2024"
FOLLOWED_UP = (date(2024, 1, 1), date(2025, 1, 31))
OWN = {"kind": "deviation"}
checks = Checks()


def _at(name: str) -> list[int]:
    """The unit alone where others lie below it."""
    if name.startswith("Avdelning"):
        return [Unit.objects.get(root__slug=ROOT, name=name).pk]
    return below(ROOT, name)


@checks
def deviations_per_unit() -> None:
    rows = table(FILE, "avvikelser")["rows"]
    for name, (count,) in rows.items():
        assert total(ROOT, "deviations.received", year(2024), unit_id__in=_at(name), **OWN) == count, name
    root = Unit.objects.get(slug=ROOT).pk
    assert total(ROOT, "deviations.received", year(2024), unit_id=root, **OWN) == 93 - 92


@checks
def deviations_per_year() -> None:
    for name, (count,) in table(FILE, "avvikelser_ar")["rows"].items():
        assert total(ROOT, "deviations.received", year(int(name)), **OWN) == count, name


@checks
def mentions_by_type() -> None:
    named = codes(ROOT, "deviation_type")
    counted = grouped(ROOT, "deviations.mention", year(2024), "category", **OWN)
    assert counted == {named[label]: count for label, (count,) in table(FILE, "avvikelser_typ")["rows"].items()}
    assert sum(counted.values()) == 110


@checks
def no_report_names_a_type_twice() -> None:
    pairs = Mention.objects.filter(deviation__root__slug=ROOT).values_list("deviation", "category")
    assert len(set(pairs)) == len(pairs)


@checks
def states_at_the_follow_up() -> None:
    states = [count for (count,) in table(FILE, "avvikelser_status")["rows"].values()]
    received = Deviation.objects.filter(root__slug=ROOT, nature="deviation", received_at__year=2024)
    closed = received.filter(closed_on__lte=FOLLOWED_UP[1]).count()
    completed = received.filter(investigated_on__lte=FOLLOWED_UP[1]).count()
    assert [closed, received.count() - completed, completed - closed] == states
    waiting = received.filter(investigated_on__gt=FOLLOWED_UP[1])
    assert {deviation.received_at.month for deviation in waiting} == {12}


@checks
def twenty_became_lex_sarah_and_are_linked() -> None:
    assert total(ROOT, "deviations.received", year(2024), outcome="lex_sarah", **OWN) == 20
    links = Link.objects.filter(source__kind="lex_sarah", target__root__slug=ROOT).select_related("source", "target")
    assert len(links) == 20
    assert all(link.source.unit_id == link.target.unit_id for link in links)
    assert all(link.source.received_at > link.target.received_at for link in links)


@checks
def lex_sarah_investigations() -> None:
    for name, cells in table(FILE, "lex_sarah")["rows"].items():
        outcomes = grouped(ROOT, "lex_sarah.completed", year(int(name)), "outcome")
        clean = outcomes.pop("no_misconduct", 0)
        found = sum(outcomes.values())
        reported = total(ROOT, "lex_sarah.reported_to_authority", year(int(name)))
        assert [found + clean, found, reported] == cells, name


@checks
def health_care_and_collaboration_stand_apart() -> None:
    named = codes(ROOT, "health_care_kinds")
    falls = grouped(ROOT, "deviations.health_care", year(2024), "category")
    assert falls == {named[label]: count for label, (count,) in table(FILE, "hsl")["rows"].items()}
    assert set(grouped(ROOT, "deviations.received", year(2024), "unit_id", kind="health_care")) == set(
        below(ROOT, "Boende")
    )
    injuries = grouped(ROOT, "deviations.health_care", year(2024), "outcome")
    assert injuries == {"injured": 2, "unhurt": 6, "unknown": 1}
    directions = grouped(ROOT, "deviations.received", year(2024), "direction", kind="collaboration")
    assert directions == {"in": 2, "out": 3}


@checks
def what_was_broken_in_collaboration_is_told_as_in_the_text() -> None:
    broken = grouped(ROOT, "deviations.collaboration", year(2024), "category")
    plan = {code: count for code, count in broken.items() if str(code).startswith("sip")}
    assert (sum(plan.values()), broken["health_examination"]) == (4, 1)


@checks
def feedback_per_unit() -> None:
    for name, kind in (("klagomal", "complaint"), ("synpunkter", "view")):
        counted = grouped(ROOT, "feedback.received", year(2024), "unit_id", kind=kind)
        for label, (count,) in table(FILE, name)["rows"].items():
            assert sum(counted.get(unit, 0) for unit in _addressed(label)) == count, label


def _addressed(label: str) -> list[int]:
    if label == "Ej riktat till specifik enhet":
        return [Unit.objects.get(slug=ROOT).pk]
    if label == "Barn och unga":
        return below(ROOT, "Barn och unga 1") + below(ROOT, "Barn och unga 2")
    return below(ROOT, label)


@checks
def what_was_registered_and_answered() -> None:
    for name, (count,) in table(FILE, "synpunkter_ar")["rows"].items():
        assert total(ROOT, "feedback.registered", year(int(name))) == count, name
    kinds = {"Klagomål": "complaint", "Synpunkter": "view"}
    for label, cells in table(FILE, "svar")["rows"].items():
        received = total(ROOT, "feedback.received", year(2024), kind=kinds[label])
        answered = total(ROOT, "feedback.answer_registered", FOLLOWED_UP, kind=kinds[label])
        assert [received, answered] == cells, label


@checks
def privacy_incidents_per_year_and_unit() -> None:
    for name, (count,) in table(FILE, "pui")["rows"].items():
        assert total(ROOT, "privacy_incidents.received", year(int(name))) == count, name
    counted = grouped(ROOT, "privacy_incidents.received", year(2024), "unit_id")
    children = {*below(ROOT, "Barn och unga 1"), *below(ROOT, "Barn och unga 2")}
    assert sum(count for unit, count in counted.items() if unit in children) == 5
    others = ("Stöd och försörjning", "Familjehem", "Arbetsmarknad", "Beroendestöd")
    assert [counted[unit] for name in others for unit in below(ROOT, name)] == [1, 1, 1, 1]
    assert total(ROOT, "privacy_incidents.reported_to_authority", (date(2020, 1, 1), date(2026, 12, 31))) == 0
    closed = grouped(ROOT, "privacy_incidents.closed", year(2024), "category")
    assert sum(closed.values()) == 9


def test_every_printed_table_of_alingsas(in_towns: None) -> None:
    checks.run()
