"""Loads a demo: the published figures become a root with people and records whose facts add up to them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from varvet.demo import expected, site
from varvet.demo.alingsas.plan import ALINGSAS
from varvet.demo.bromma.plan import BROMMA
from varvet.demo.goteborg.plan import GOTEBORG_CENTRUM
from varvet.demo.marker import is_demo
from varvet.demo.models import DemoMarker, DemoPerson
from varvet.demo.plan import DemoPlan
from varvet.demo.published import Correction, Published, corrections, read
from varvet.demo.site import Site
from varvet.kernel.access.models import Assignment
from varvet.kernel.access.roles import get_role
from varvet.kernel.organisation.tree import find_root
from varvet.kernel.records.errors import Told

PLANS = {plan.name: plan for plan in (BROMMA, GOTEBORG_CENTRUM, ALINGSAS)}
ALL = "all"
NAMES = (*PLANS, ALL)

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class LoadedRoot:
    """One root: how many records were made and cells compared, none when it was there already."""

    name: str
    root_name: str
    already_there: bool
    records: int = 0
    cells: int = 0
    corrections: tuple[Correction, ...] = ()

    @property
    def sentence(self) -> str:
        if self.already_there:
            return f"{self.root_name} is already loaded. Nothing was changed."
        return f"{self.root_name}: {self.records} records, {self.cells} published figures recounted and equal."


@dataclass(frozen=True)
class LoadResult:
    roots: tuple[LoadedRoot, ...]

    @property
    def already_there(self) -> bool:
        return all(root.already_there for root in self.roots)


@dataclass(frozen=True)
class DemoAccount:
    """A person to log in as. Texts in Swedish."""

    user_id: int
    name: str
    email: str
    role: str
    unit_name: str
    root_name: str
    hint: str


def load(name: str, *, progress: Progress, now: datetime | None = None) -> LoadResult:
    """Each root is written whole or not at all. Told for a name or a file that cannot be used.

    `progress` gets what is being written (English), and how much of that root is done out of how much.
    """
    plans = _plans(name)
    if settings.PRODUCTION:
        raise Told("The demo is not loaded in production. Turn VARVET_PRODUCTION off, or use a database of its own.")
    figures = [read(plan.name) for plan in plans]
    moment = now or timezone.now()
    roots = tuple(_load_root(plan, found, moment, progress) for plan, found in zip(plans, figures, strict=True))
    _gather_statistics()
    return LoadResult(roots)


def _gather_statistics() -> None:
    """Without them a database plans its queries as if the tables were still empty."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _plans(name: str) -> list[DemoPlan]:
    if name == ALL:
        return list(PLANS.values())
    if name not in PLANS:
        raise Told(f"There is no demo called {name!r}. Choose one of {', '.join(NAMES)}.")
    return [PLANS[name]]


@transaction.atomic
def _load_root(plan: DemoPlan, published: Published, now: datetime, progress: Progress) -> LoadedRoot:
    organisation = plan.organisation
    if DemoMarker.objects.filter(name=plan.name).exists():
        return LoadedRoot(plan.name, organisation.name, already_there=True)
    if find_root(organisation.slug):
        raise Told(
            f"There is already an organisation called {organisation.slug!r} that is not the demo's. "
            f"Load the demo into a database of its own (VARVET_DATA or DATABASE_URL)."
        )
    place = _prepare(plan, published, now)
    records = 0
    for number, chapter in enumerate(plan.chapters):
        progress(f"{organisation.name}: {chapter.title}", number, len(plan.chapters))
        records += chapter.write(place, published)
    progress(f"{organisation.name}: comparing", len(plan.chapters), len(plan.chapters))
    cells = expected.check(plan.expected(published), place.units, place.root)
    DemoMarker.objects.create(name=plan.name, root=place.root, loaded_at=now)
    return LoadedRoot(plan.name, organisation.name, False, records, cells, tuple(corrections(published)))


def _prepare(plan: DemoPlan, published: Published, now: datetime) -> Site:
    units = site.add_units(plan.organisation)
    root = units[plan.organisation.slug]
    people = {user.name: user for user in site.add_people(plan.people, units, root)}
    site.add_settings(root, plan.choices(published))
    return Site(root=root, by=people[plan.writer], now=now, units=units, lists=site.add_lists(root, plan.lists))


def is_loaded() -> bool:
    return is_demo()


def people() -> list[DemoAccount]:
    """Everyone to log in as, root by root in the order they were loaded."""
    held = {a.user_id: a for a in Assignment.objects.select_related("unit").filter(user__in=_user_ids())}
    return [
        DemoAccount(
            user_id=person.user_id,
            name=person.user.name,
            email=person.user.email,
            role=get_role(held[person.user_id].role).label,
            unit_name=held[person.user_id].unit.name,
            root_name=person.root.name,
            hint=person.hint,
        )
        for person in DemoPerson.objects.select_related("user", "root").order_by("root_id", "order")
    ]


def _user_ids() -> list[int]:
    return list(DemoPerson.objects.values_list("user_id", flat=True))
