"""Who may see which feedback, and which of its texts; each reading of a text is noted."""

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records import narratives
from varvet.kernel.records.confidential import within
from varvet.kernel.records.narratives import Words
from varvet.registers.feedback.models import Feedback, Part

EXCLUDED = "feedback.view_excluded"


def visible_to(reader: Reader) -> QuerySet[Feedback]:
    """Feedback about the reader's units, and what the reader captured."""
    seen = within(reader, "feedback.view", EXCLUDED) | Q(opened_by=reader.user)
    return Feedback.objects.filter(seen, root=reader.root).select_related("unit", "root")


def read_narratives(reader: Reader, feedback: Feedback) -> list[Words]:
    """The texts, oldest first; each reading is noted. Who said it is read by those who answer, nobody else."""
    only = Q()
    if not reader.can("feedback.answer", feedback.unit_id):
        only &= ~Q(part=Part.SENDER)
    if not reader.can("feedback.view", feedback.unit_id):
        only &= Q(part=Part.WHAT)
    return narratives.read(feedback, by=reader.user, only=only)
