"""What a reader may do with an activity's files: the questionnaire, the pictures, the report."""

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.queries.visible import can_handle, visible_to
from varvet.registers.involvement.rules import Event, may


def may_add(reader: Reader, activity: Activity) -> bool:
    return can_handle(reader, activity) and may(Event.NOTE, activity.status)


def may_remove(reader: Reader, activity: Activity) -> bool:
    return reader.can("involvement.remove_files", activity.unit_id)


def reads_all_files(reader: Reader, activity: Activity) -> bool:
    return visible_to(reader).filter(pk=activity.pk).exists()


def page_with_files(_: Reader, activity: Activity) -> str:
    return reverse("involvement:page", args=[activity.reference])
