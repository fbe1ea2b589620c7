"""Loading: whole or not at all, once, the same every time, and only where it may."""

import json
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

from varvet.demo import expected, published
from varvet.demo.goteborg import records
from varvet.demo.load import NAMES, PLANS, is_loaded, load, people
from varvet.demo.marker import check_production, is_demo, refuse_in_production
from varvet.demo.models import DemoMarker
from varvet.demo.tests.checks import NOW
from varvet.demo.tests.towns import Towns
from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import add_unit
from varvet.kernel.records.errors import Told
from varvet.kernel.records.models import Fact, Record

SMALL = "alingsas-2024"
Loaded = tuple[datetime, str]
HASHED = ("register", "happening", "day", "unit__slug", "kind", "category", "quality_area", "outcome", "days", "count")


def _silent(*_: object) -> None: ...


def _digest(name: str) -> str:
    """Of all that belongs to the root of that demo."""
    root = PLANS[name].organisation.slug
    facts = sorted(map(repr, Fact.objects.filter(root__slug=root).values_list(*HASHED)))
    records = Record.objects.filter(root__slug=root)
    references = sorted(map(repr, records.values_list("reference", "unit__slug", "received_at", "status")))
    assert facts
    assert references
    return sha256("\n".join([*facts, *references]).encode()).hexdigest()


@pytest.fixture(scope="module")
def loaded_before(towns: Towns, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> dict[str, Loaded]:
    """What the first load of each demo gave, and at which moment."""
    with django_db_blocker.unblock(), towns.visited():
        return {marker.name: (marker.loaded_at, _digest(marker.name)) for marker in DemoMarker.objects.all()}


@pytest.mark.django_db
@pytest.mark.parametrize("name", PLANS)
def test_two_loads_give_the_same_facts(loaded_before: dict[str, Loaded], name: str) -> None:
    moment, first = loaded_before[name]
    assert not Fact.objects.exists()
    load(name, progress=_silent, now=moment)
    assert _digest(name) == first


@pytest.mark.django_db
def test_loading_twice_says_so_and_changes_nothing() -> None:
    told: list[tuple[str, int, int]] = []
    first = load(SMALL, progress=lambda *step: told.append(step), now=NOW)
    before = _digest(SMALL), User.objects.count(), Unit.objects.count()
    again = load(SMALL, progress=_silent, now=NOW)
    assert (_digest(SMALL), User.objects.count(), Unit.objects.count()) == before
    assert not first.already_there
    assert again.already_there
    assert again.roots[0].sentence == "Alingsås kommun is already loaded. Nothing was changed."
    assert told[0] == ("Alingsås kommun: deviations", 0, 5)
    assert told[-1] == ("Alingsås kommun: comparing", 5, 5)


@pytest.mark.django_db
def test_a_printed_sum_that_is_wrong_is_told_with_both_figures() -> None:
    root = load(SMALL, progress=_silent, now=NOW).roots[0]
    assert [found.sentence for found in root.corrections] == [
        "Antal avvikelserapporter per enhet, antal: källan skriver 93, raderna ger 92."
    ]


def test_every_wrong_sum_is_found_and_no_other() -> None:
    found = {(c.column, c.printed, c.computed) for name in PLANS for c in published.corrections(published.read(name))}
    assert found == {
        ("Ekonomiskt bistånd", 0, 2),
        ("2021", 219, 216),
        ("2022", 1342, 1338),
        ("fardigstallda", 23, 24),
        ("antal", 93, 92),
    }


@pytest.mark.django_db
def test_an_unknown_name_is_told_with_those_there_are() -> None:
    with pytest.raises(Told, match=r"There is no demo called 'stockholm'\. Choose one of bromma-2023, .*, all\."):
        load("stockholm", progress=_silent)
    assert NAMES[-1] == "all"


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[str], str]], Path]:
    """Puts all files in a folder of their own, Alingsås's spoilt in the way asked for."""

    def spoil(change: Callable[[str], str]) -> Path:
        for file in published.FOLDER.glob("*.json"):
            (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
        path = tmp_path / f"{SMALL}.json"
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
        monkeypatch.setattr(published, "FOLDER", tmp_path)
        return path

    return spoil


def _without(key: str) -> Callable[[str], str]:
    return lambda text: json.dumps({k: v for k, v in json.loads(text).items() if k != key})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text[:200], "is not JSON"),
        (lambda _: "[]", "it does not hold an object"),
        (_without("period"), "'period' is missing"),
        (lambda text: text.replace("[\n     37\n    ]", "[-37]"), "table 'avvikelser_ar', row '2022' holds -37"),
        (lambda text: text.replace("[\n     37\n    ]", '["37"]'), "holds '37', which is not a count"),
        (lambda text: text.replace("[\n     37\n    ]", "[37, 1]"), "has 2 cells for 1 columns"),
    ],
)
def test_a_broken_file_is_told_and_nothing_is_written(
    broken: Callable[[Callable[[str], str]], Path], change: Callable[[str], str], said: str
) -> None:
    path = broken(change)
    with pytest.raises(Told) as error:
        load("all", progress=_silent, now=NOW)
    assert str(path) in str(error.value)
    assert said in str(error.value)
    assert not Unit.objects.exists()


@pytest.mark.django_db
def test_a_missing_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "FOLDER", tmp_path)
    with pytest.raises(Told, match="it does not exist"):
        load(SMALL, progress=_silent)


@pytest.mark.django_db
def test_a_row_that_does_not_add_up_takes_everything_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "_for_neighbours", lambda _: 12)
    with pytest.raises(expected.DoesNotAddUp, match="Kranskommuner: published 13, counted 60"):
        load("goteborg-centrum-2024", progress=_silent, now=NOW)
    assert not Unit.objects.exists()
    assert not is_loaded()


@pytest.mark.django_db
def test_a_real_organisation_of_that_name_is_left_alone() -> None:
    add_unit(name="Alingsås", slug="alingsas", level="municipality", first_day=NOW.date())
    with pytest.raises(Told, match="already an organisation called 'alingsas' that is not the demo's"):
        load(SMALL, progress=_silent)
    assert Unit.objects.count() == 1


@pytest.mark.django_db
def test_production_neither_loads_nor_serves_the_demo(settings: Any) -> None:
    load(SMALL, progress=_silent, now=NOW)
    assert is_demo()
    assert DemoMarker.objects.get().loaded_at == NOW
    refuse_in_production()
    assert check_production(["default"]) == []
    settings.PRODUCTION = True
    with pytest.raises(Told, match="Production does not start with it"):
        refuse_in_production()
    assert [error.id for error in check_production(["default"])] == ["varvet.demo.E001"]
    assert check_production(None) == []
    with pytest.raises(Told, match="not loaded in production"):
        load("bromma-2023", progress=_silent)


@pytest.mark.django_db
def test_people_have_roles_hints_and_no_password() -> None:
    load(SMALL, progress=_silent, now=NOW)
    found = people()
    assert [person.name for person in found][:2] == ["Petra Alm", "Ragnar Lund"]
    assert found[0].role == "Kvalitetssamordnare"
    assert all(person.hint and person.email.endswith(".exempel.se") for person in found)
    assert not any(user.has_usable_password() for user in User.objects.all())
