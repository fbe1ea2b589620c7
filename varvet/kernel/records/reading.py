"""Reading narratives: under permission, one part at a time, and noted each time."""

from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.records.models import Record


def note_reading(record: Record, part: str, *, by: User | None) -> None:
    """Leaves a ReadEvent; called by every query that hands out personal data. Without a person: read by a code."""
    trail.write_reading(kind=record.kind, record_id=record.pk, part=part, actor_id=by.pk if by else None)
