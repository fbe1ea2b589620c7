"""What goes with a round in tables of its own: the texts, encrypted, and the results by sex and group."""

from collections.abc import Sequence

from varvet.registers.self_checks.models import Round, Split
from varvet.registers.self_checks.rules import SplitRow


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
