"""Which activities a reader sees, and what is read of one."""

from django.db.models import F, Prefetch, Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.registry import Readable
from varvet.registers.involvement.models import KIND, THEMES, Activity, AlsoIn, Theme

REPORT, SEE, HANDLE = "involvement.report", "involvement.view", "involvement.edit"
OTHERS = Prefetch("also", AlsoIn.objects.select_related("unit"))
NAMED = Prefetch("themes", Theme.objects.select_related("category"))


def _seen(reader: Reader) -> Q:
    """Those of the reader's units, those in which their units took part, and the reader's own."""
    units = reader.units(SEE)
    own = Q(responsible=reader.user, unit_id__in=reader.units(REPORT))
    shared = Q(pk__in=AlsoIn.objects.filter(unit_id__in=units).values("activity")) if units else Q()
    return Q(unit_id__in=units) | own | shared


def visible_to(reader: Reader) -> QuerySet[Activity]:
    rows = Activity.objects.filter(_seen(reader), root=reader.root)
    return rows.select_related("unit", "root", "responsible").prefetch_related(OTHERS, NAMED)


def listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    seen = Activity.objects.filter(_seen(reader), root=reader.root)
    return Record.objects.filter(kind=KIND, root=reader.root, pk__in=seen.values("pk"))


READABLE = Readable(SEE, listed)


def can_handle(reader: Reader, activity: Activity) -> bool:
    """As the action `check_may`."""
    own = activity.responsible_id == reader.user.pk and reader.can(REPORT, activity.unit_id)
    return own or reader.can(HANDLE, activity.unit_id)


def read_narratives(reader: Reader, activity: Activity) -> list[Words]:
    """The texts, oldest first; each reading is noted."""
    return narratives.read(activity, by=reader.user)


def list_themes(reader: Reader) -> list[tuple[str, str]]:
    """Codes and labels of what people can have talked about, in force today."""
    return choices_on(reader.root, THEMES, reader.today) if reader.root else []


def list_all_units(reader: Reader) -> list[Unit]:
    """Every unit of the root that is still open: those of others may have taken part too."""
    units = Unit.objects.filter(root=reader.root).exclude(pk=F("root_id")).exclude(last_day__lt=reader.today)
    return list(units.order_by("sort_key"))
