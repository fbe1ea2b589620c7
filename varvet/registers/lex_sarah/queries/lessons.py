"""Lessons as read where they were sent, and how far they have come."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit, UnitPeriod
from varvet.kernel.organisation.tree import place_on
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of
from varvet.registers.lex_sarah.models import Lesson, LessonSent, LexSarah
from varvet.registers.lex_sarah.queries.addressed import EXCLUDED, RESPOND
from varvet.registers.lex_sarah.queries.proposals import own_units
from varvet.registers.lex_sarah.queries.visible import handles


@dataclass(frozen=True)
class Spread:
    """A lesson with how many units it went to, and how many have read and raised it."""

    lesson: Lesson
    units: tuple[LessonSent, ...]

    @property
    def read(self) -> int:
        return sum(one.read_on is not None for one in self.units)

    @property
    def raised(self) -> int:
        return sum(one.raised_on is not None for one in self.units)


def list_received(reader: Reader) -> QuerySet[LessonSent]:
    """Lessons sent to units where the reader answers, newest first; none of a case that shuts the reader out."""
    shut = Q(lesson__case__confidentiality=Confidentiality.MANAGER_EXCLUDED)
    shut &= Q(lesson__case__unit_id__in=reader.units("lex_sarah.view") - reader.units(EXCLUDED))
    rows = LessonSent.objects.filter(unit_id__in=reader.units(RESPOND), unit__root=reader.root).exclude(shut)
    return rows.select_related("lesson__case", "unit").order_by("-lesson__shared_at", "unit__sort_key")


def unread(reader: Reader) -> QuerySet[LessonSent]:
    """Not raised yet in the reader's own units."""
    return list_received(reader).filter(unit_id__in=own_units(reader), raised_on__isnull=True)


UNREAD = Seldom("lex_sarah.lessons", unread)


def list_unread(reader: Reader) -> list[LessonSent]:
    return list(unread(reader).filter(pk__in=ids_of(reader, UNREAD))[:50])


def read_received(reader: Reader) -> list[LessonSent]:
    """As listed, with the readings noted."""
    rows = list(list_received(reader)[:50])
    for case in {one.lesson.case.pk: one.lesson.case for one in rows}.values():
        note_reading(case, "lesson", by=reader.user)
    return rows


def read_spread(reader: Reader, case: LexSarah) -> list[Spread]:
    """The case's lessons, for those who handle it."""
    if not handles(reader, case):
        return []
    rows = list(case.lessons.prefetch_related("sent__unit"))
    if rows:
        note_reading(case, "lesson", by=reader.user)
    return [Spread(lesson, tuple(lesson.sent.all())) for lesson in rows]


def similar_units(reader: Reader, case: LexSarah) -> list[Unit]:
    """Units of the same area today, in Swedish order; of those that lie below each other the topmost, once."""
    area = place_on(case.unit_id, reader.today).area
    open_ones = Q(last_day__isnull=True) | Q(last_day__gte=reader.today)
    periods = UnitPeriod.objects.filter(open_ones, area=area, unit__root_id=case.root_id, first_day__lte=reader.today)
    units = Unit.objects.filter(pk__in=periods.values("unit_id")).exclude(last_day__lt=reader.today)
    if case.confidentiality == Confidentiality.MANAGER_EXCLUDED:
        units = units.exclude(pk=case.unit_id)
    offered = list(units.order_by("sort_key"))
    below = {lower for unit in offered for lower in reader.below(unit.pk) if lower != unit.pk}
    return [unit for unit in offered if unit.pk not in below]
