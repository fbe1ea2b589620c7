"""What is asked of a list that is kept already, when a round is to be counted from it."""

from dataclasses import dataclass

from varvet.extracts.shelf.kinds import ExtractKind


@dataclass(frozen=True)
class UseKept:
    """Put a root's kept list `name` at `out`: the rows of one unit, or all of them where `unit` is empty.

    `shelf` is the folder of what is kept; `out` is the Parquet file to make.
    """

    shelf: str
    root: str
    kind: ExtractKind
    name: str
    unit: str
    out: str
