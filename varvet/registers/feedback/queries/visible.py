"""Who may see which feedback, and which of its texts; each reading of a text is noted."""

from datetime import date

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.categories import find_list
from varvet.kernel.organisation.models import CategoryList, Unit
from varvet.kernel.records import narratives
from varvet.kernel.records.confidential import within
from varvet.kernel.records.models import Confidentiality, Referral
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.reading import note_reading
from varvet.registers.feedback.models import TYPES, Feedback, Part

SEE, HANDLE, EXCLUDED = "feedback.view", "feedback.answer", "feedback.view_excluded"


def visible_to(reader: Reader) -> QuerySet[Feedback]:
    """Feedback about the reader's units, and what the reader captured."""
    seen = within(reader, SEE, EXCLUDED) | Q(opened_by=reader.user)
    rows = Feedback.objects.filter(seen, root=reader.root)
    return rows.select_related("unit", "root", "handler", "following", "joined_to")


def captured_by(reader: Reader) -> QuerySet[Feedback]:
    return Feedback.objects.filter(opened_by=reader.user, root=reader.root).select_related("unit", "root")


def reads(reader: Reader, feedback: Feedback) -> bool:
    """Whether the reader's role lets them read it; whoever only noted it reads what was said."""
    return _may(reader, SEE, feedback)


def can_handle(reader: Reader, feedback: Feedback) -> bool:
    return _may(reader, HANDLE, feedback)


def _may(reader: Reader, permission: str, feedback: Feedback) -> bool:
    """One permission more is needed where the record excludes the manager."""
    shut = feedback.confidentiality == Confidentiality.MANAGER_EXCLUDED
    needed = [permission, EXCLUDED] if shut else [permission]
    return all(reader.can(one, feedback.unit_id) for one in needed)


def read_narratives(reader: Reader, feedback: Feedback) -> list[Words]:
    """The texts, oldest first; each reading is noted. Who said it is read by those who answer, nobody else."""
    only = Q()
    if not can_handle(reader, feedback):
        only &= ~Q(part=Part.SENDER)
    if not reads(reader, feedback):
        only &= Q(part=Part.WHAT)
    return narratives.read(feedback, by=reader.user, only=only)


def category_list_on(root: Unit, day: date) -> CategoryList | None:
    """The version of the list of types in force on a day."""
    return find_list(root, TYPES, day)


def list_questions(reader: Reader, feedback: Feedback) -> list[Referral]:
    """What other registers were asked, the oldest first; reading a reason is noted."""
    asked = Referral.objects.filter(origin=feedback).select_related("answer")
    found = list(asked.order_by("asked_at", "pk"))
    if any(referral.reason for referral in found):
        note_reading(feedback, "reasons", by=reader.user)
    return found
