"""Which column of a system's lists holds what, as last used, so that nobody says it twice."""

from dataclasses import replace
from datetime import datetime

from varvet.extracts.mappings import ColumnMap, from_json
from varvet.kernel.organisation.models import Unit
from varvet.registers.self_checks.models import ColumnChoice


def remember_columns(root: Unit, whose: tuple[str, str], columns: ColumnMap, *, now: datetime) -> None:
    """`whose`: the source, and what the list is of. What was known of other fields is kept."""
    source, kind = whose
    known = remembered(root, source, kind)
    chosen = {column.field for column in columns.columns}
    others = tuple(column for column in known.columns if column.field not in chosen) if known else ()
    whole = replace(columns, source=source, columns=(*columns.columns, *others))
    ColumnChoice.objects.update_or_create(
        root=root, source=source, kind=kind, defaults={"columns": whole.to_json(), "saved_at": now}
    )


def remembered(root: Unit, source: str, kind: str) -> ColumnMap | None:
    found = ColumnChoice.objects.filter(root=root, source=source, kind=kind).first() if source else None
    return from_json(found.columns) if found else None
