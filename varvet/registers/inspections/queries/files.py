"""What a reader may do with an inspection's files: the demand, the answer as sent, the decision."""

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.queries.visible import can_handle, reads_whole
from varvet.registers.inspections.rules import Event, may


def may_add(reader: Reader, inspection: Inspection) -> bool:
    return can_handle(reader, inspection) and may(Event.NOTE, inspection.status)


def may_remove(reader: Reader, inspection: Inspection) -> bool:
    return reader.can("inspections.remove_files", inspection.unit_id)


def reads_all_files(reader: Reader, inspection: Inspection) -> bool:
    return reads_whole(reader, inspection)


def page_with_files(_: Reader, inspection: Inspection) -> str:
    return reverse("inspections:page", args=[inspection.reference])
