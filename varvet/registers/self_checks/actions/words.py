"""What goes with a round in tables of its own: the texts, encrypted, and the results by sex and group."""

from collections.abc import Sequence
from datetime import datetime

from varvet.kernel.access.models import User
from varvet.registers.self_checks.models import Narrative, Part, Round, Split
from varvet.registers.self_checks.rules import SplitRow


def keep(round_: Round, part: Part, text: str, *, by: User, now: datetime) -> None:
    """Writes a text that says something; the texts written before stay."""
    if text.strip():
        Narrative.objects.create(round=round_, part=part, text=text.strip(), written_at=now, written_by=by)


def splits_of(round_: Round, rows: Sequence[SplitRow]) -> list[Split]:
    """Rows to save."""
    return [
        Split(
            round=round_,
            dimension=row.dimension,
            value=row.value,
            sample=row.sample,
            fulfilled=row.fulfilled,
            stated_permille=row.stated_permille,
        )
        for row in rows
    ]
