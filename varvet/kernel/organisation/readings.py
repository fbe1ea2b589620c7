"""Paragraphs that somebody in a root has compared with the statute's own text: by whom, and on which day."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.law.statutes import SectionChange, get_change, is_certain
from varvet.kernel.organisation.models import SectionReading, Unit


@dataclass(frozen=True)
class Seen:
    """Who has read the paragraph in the statute, and when."""

    by_id: int
    on: date


def seen_sections(root: Unit | None) -> dict[str, Seen]:
    """By the topic's key; what has been taken back is left out."""
    rows = SectionReading.objects.filter(root=root).order_by("pk") if root else SectionReading.objects.none()
    last = {row.key: row for row in rows}
    return {key: Seen(row.read_by_id, row.read_on) for key, row in last.items() if row.seen}


def is_certain_in(root: Unit, change: SectionChange) -> bool:
    """Whether the paragraph may be cited there without a word of care."""
    return is_certain(change) or change.key in seen_sections(root)


def note_reading(*, root: Unit, key: str, seen: bool, by_id: int, today: date) -> SectionReading:
    """Asks no permission: the caller has done so. NoParagraph for a topic that is not shipped."""
    get_change(key)
    return SectionReading.objects.create(root=root, key=key, seen=seen, read_by_id=by_id, read_on=today)
