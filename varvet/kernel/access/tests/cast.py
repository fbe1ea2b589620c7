"""The cast of the tests: two municipalities, and people who hold each kind of role in them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.tests.again import again
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.models import Area, Category, CategoryList, Kind, Level, Unit
from varvet.kernel.organisation.tree import Place, add_unit, rebuild_below

LONG_AGO = date(2020, 1, 1)
TODAY = date(2026, 3, 16)  # a Monday
NOW = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
TYPES = (
    CategoryValue("treatment", "Bemötande"),
    CategoryValue("delay", "Fördröjning"),
    CategoryValue("documentation", "Dokumentation"),
)


@dataclass(frozen=True)
class Cast:
    """Alice manages unit A, Bo works there, Cecilia manages unit B, Dag (SAS) and Eva see the whole root.

    Hugo administers, Gun sits on the board, and the stranger is the quality coordinator of another root.
    """

    root: Unit
    department: Unit
    a: Unit
    b: Unit
    other_root: Unit
    other_unit: Unit
    types: CategoryList
    alice: User
    bo: User
    cecilia: User
    dag: User
    eva: User
    hugo: User
    gun: User
    stranger: User

    def type_called(self, code: str) -> Category:
        return Category.objects.get(list=self.types, code=code)


def reader_of(user: User, *, today: date = TODAY) -> Reader:
    return Reader(user, today)


def make_person(name: str, role: str, unit: Unit) -> User:
    """Somebody who holds a role and logs in by `force_login`: there is no password."""
    user = User.objects.create_user(email=f"{name.lower()}@example.org", name=name)
    Assignment.objects.create(user=user, unit=unit, role=role, first_day=LONG_AGO)
    return user


def make_root(name: str) -> Unit:
    return add_unit(name=name, slug=name.lower(), level=Level.MUNICIPALITY, first_day=LONG_AGO)


def make_unit(name: str, parent: Unit, area: Area = Area.CHILDREN) -> Unit:
    place = Place(0, None, Kind.AUTHORITY, area, "own")
    slug = name.lower().replace(" ", "-")
    return add_unit(name=name, slug=slug, level=Level.UNIT, first_day=LONG_AGO, parent=parent, place=place)


def make_types(root: Unit) -> CategoryList:
    content = NewList("Avvikelsetyper", TYPES, multiple=True)
    version = new_version(root=root, key="deviation_type", content=content, first_day=LONG_AGO)
    return CategoryList.objects.get(pk=version.id)


def make_cast() -> Cast:
    root, other_root = make_root("Exempelby"), make_root("Annanstad")
    department = make_unit("Individ och familj", root, Area.COMMON)
    a, b = make_unit("Mottagning A", department), make_unit("Mottagning B", department, Area.ADULTS)
    other_unit = make_unit("Annan mottagning", other_root)
    rebuild_below(root)
    rebuild_below(other_root)
    return Cast(
        root=root,
        department=department,
        a=a,
        b=b,
        other_root=other_root,
        other_unit=other_unit,
        types=make_types(root),
        alice=make_person("Alice", "unit_manager", a),
        bo=make_person("Bo", "employee", a),
        cecilia=make_person("Cecilia", "unit_manager", b),
        dag=make_person("Dag", "social_coordinator", root),
        eva=make_person("Eva", "quality_coordinator", root),
        hugo=make_person("Hugo", "administrator", root),
        gun=make_person("Gun", "board", root),
        stranger=make_person("Stina", "quality_coordinator", other_root),
    )


@pytest.fixture
def cast(db: None) -> Cast:
    """Made once a process; then its rows are written again as they were, in a tenth of the time."""
    return again(make_cast)
