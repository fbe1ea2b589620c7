"""What is known of a kept extract: where it came from, how it was read, what was wrong with it; nothing of its rows."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from varvet.extracts.findings import Fault, Finding
from varvet.extracts.mappings import ColumnMap, from_json
from varvet.extracts.shelf.kinds import ExtractKind

LIST, MANIFEST = "list.parquet", "manifest.json"


@dataclass(frozen=True)
class Manifest:
    """Of the rows `read`, `used` are kept to be counted. `source_hash`: SHA-256 of the file that was read.

    `columns.source` is what the one who imported it calls the system. `first` and `last`: the days that a log is about;
    None for other kinds.
    """

    root: str
    kind: ExtractKind
    columns: ColumnMap
    source_hash: str
    read: int
    aside: int
    left_out: int
    used: int
    findings: tuple[Finding, ...]
    imported_at: datetime
    first: date | None = None
    last: date | None = None

    @property
    def name(self) -> str:
        """Sorted by when it came; a file read in another way is another extract."""
        told = hashlib.sha256(f"{self.source_hash}{self.columns.to_json()}".encode()).hexdigest()
        return f"{self.imported_at:%Y%m%dT%H%M%SZ}-{told[:12]}"

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(column.field for column in self.columns.columns)


@dataclass(frozen=True)
class Kept:
    folder: Path
    manifest: Manifest

    @property
    def file(self) -> Path:
        return self.folder / LIST


def to_json(manifest: Manifest) -> str:
    told = asdict(manifest) | {
        "columns": json.loads(manifest.columns.to_json()),
        "imported_at": manifest.imported_at.isoformat(),
        "first": manifest.first and manifest.first.isoformat(),
        "last": manifest.last and manifest.last.isoformat(),
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def read(file: Path) -> Manifest:
    """What `to_json` wrote; any other content is a bug, since nobody else writes there."""
    told = json.loads(file.read_text("utf-8"))
    return Manifest(
        root=told["root"],
        kind=ExtractKind(told["kind"]),
        columns=from_json(json.dumps(told["columns"])),
        source_hash=told["source_hash"],
        read=told["read"],
        aside=told["aside"],
        left_out=told["left_out"],
        used=told["used"],
        findings=tuple(
            Finding(Fault(row["fault"]), row["field"], row["count"], tuple(row["rows"])) for row in told["findings"]
        ),
        imported_at=datetime.fromisoformat(told["imported_at"]),
        first=date.fromisoformat(told["first"]) if told["first"] else None,
        last=date.fromisoformat(told["last"]) if told["last"] else None,
    )
