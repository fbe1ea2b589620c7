"""Which inspections a reader sees, and what is read of one."""

from django.db.models import F, Prefetch, Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.registry import Readable
from varvet.registers.inspections.models import BODIES, FORMS, INTERNAL, KIND, AlsoIn, Inspection, Part, Question
from varvet.registers.inspections.rules import FROM_OUTSIDE, TOLD_THE_BOARD

REGISTER, SEE, HANDLE = "inspections.register", "inspections.view", "inspections.edit"
DECIDED, ANSWER = "inspections.view_decided", "inspections.answer"
OTHERS = Prefetch("also", AlsoIn.objects.select_related("unit"))
FOUND = "points__important__unit"


def _seen(reader: Reader) -> Q:
    """Those of the reader's units, those that concern them too, the reader's own; for the board what is decided."""
    units, told = reader.units(SEE), reader.units(DECIDED)
    seen = Q(unit_id__in=units) | _own(reader)
    if units:
        seen |= Q(pk__in=AlsoIn.objects.filter(unit_id__in=units).values("inspection"))
    return seen | Q(unit_id__in=told, status__in=TOLD_THE_BOARD) if told else seen


def _own(reader: Reader) -> Q:
    return Q(responsible=reader.user, unit_id__in=reader.units(ANSWER))


def visible_to(reader: Reader) -> QuerySet[Inspection]:
    """Also those in which the reader has a question to answer: of these, only the questions are shown."""
    asked = Question.objects.filter(questions_of(reader)).values("inspection")
    rows = Inspection.objects.filter(_seen(reader) | Q(pk__in=asked), root=reader.root)
    return rows.select_related("unit", "root", "responsible", "by", "by__list").prefetch_related(OTHERS, FOUND)


def questions_of(reader: Reader) -> Q:
    """Questions that the reader is to answer, by name or by unit."""
    named = Q(person=reader.user, inspection__root=reader.root)
    units = reader.units(HANDLE)
    return named | Q(person__isnull=True, unit_id__in=units) if units else named


def listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    seen = Inspection.objects.filter(_seen(reader), root=reader.root)
    return Record.objects.filter(kind=KIND, root=reader.root, pk__in=seen.values("pk"))


READABLE = Readable(SEE, listed)


def reads_whole(reader: Reader, inspection: Inspection) -> bool:
    """Whether more than the questions is the reader's to see."""
    return Inspection.objects.filter(_seen(reader), pk=inspection.pk).exists()


def can_handle(reader: Reader, inspection: Inspection) -> bool:
    """As the action `check_may`."""
    own = inspection.responsible_id == reader.user.pk and reader.can(ANSWER, inspection.unit_id)
    return own or reader.can(HANDLE, inspection.unit_id)


def read_narratives(reader: Reader, inspection: Inspection) -> list[Words]:
    """The texts, oldest first; each reading is noted. Notes among ourselves are not the board's."""
    if not reads_whole(reader, inspection):
        return []
    inside = can_handle(reader, inspection) or reader.can(SEE, inspection.unit_id)
    only = Q() if inside else ~Q(part__in=INTERNAL)
    return narratives.read(inspection, by=reader.user, only=only)


def read_answer(reader: Reader, inspection: Inspection) -> str:
    """The answer as it was written last; the reading is noted."""
    words = narratives.read(inspection, by=reader.user, only=Q(part=Part.ANSWER))
    return words[-1].text if words else ""


def list_by(reader: Reader, sort: str) -> list[tuple[str, str]]:
    """Codes and labels of who inspects, or of own ways of looking, in force today."""
    key = BODIES if sort in FROM_OUTSIDE else FORMS
    return choices_on(reader.root, key, reader.today) if reader.root else []


def list_all_units(reader: Reader) -> list[Unit]:
    """Every unit of the root that is still open: an inspection may concern others too."""
    units = Unit.objects.filter(root=reader.root).exclude(pk=F("root_id")).exclude(last_day__lt=reader.today)
    return list(units.order_by("sort_key"))
