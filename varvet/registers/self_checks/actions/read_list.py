"""Reading a list that somebody sends: out of memory, into codes; outside every transaction, since it takes time."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings

from varvet.extracts.findings import Finding
from varvet.extracts.frames import Row, Wanted, own_names, read_frame
from varvet.extracts.mappings import ColumnMap, from_json
from varvet.extracts.pseudonyms import Pseudonyms, key_for
from varvet.kernel.organisation.models import Unit
from varvet.registers.self_checks.actions.frame import FrameContent
from varvet.registers.self_checks.models import ListSource
from varvet.registers.self_checks.rules import drawing

NAMES = {
    drawing.FrameKind.CASES: ("case", "person"),
    drawing.FrameKind.STAFF: ("staff", "person"),
    drawing.FrameKind.PAYMENTS: ("case", "person"),
}


@dataclass(frozen=True)
class Sent:
    """A list as sent. `headings`: which column somebody says holds a field; `source` remembers it under a name.

    `sexes` says what female and male are called in the round: women or girls, men or boys.
    """

    content: bytes
    kind: drawing.FrameKind
    headings: Mapping[str, str]
    source: str = ""
    traits: tuple[str, ...] = ()
    sexes: tuple[str, str] = ("women", "men")


def read_list(sent: Sent, *, root: Unit, today: date) -> FrameContent:
    """RuleBroken for what is no list, or lacks a column: with row and column, never with what stands there."""
    found = read_frame(sent.content, _wanted(sent, root), _pseudonyms(root, today))
    return FrameContent(
        kind=sent.kind,
        rows=tuple(_listed(row, sent.sexes) for row in found.rows),
        read=found.read,
        traits=sent.traits,
        findings="\n".join(_kept(finding) for finding in found.findings),
        source=sent.source,
        columns=found.columns.to_json(),
    )


def find_own(sent: Sent, codes: Collection[str], *, root: Unit, today: date) -> Mapping[str, str]:
    """What the sent list calls these codes. Nothing of it is kept."""
    return own_names(sent.content, _wanted(sent, root), _pseudonyms(root, today), codes)


def _pseudonyms(root: Unit, today: date) -> Pseudonyms:
    return Pseudonyms(key_for(settings.AUDIT_KEY, root.slug), this_year=today.year)


def _wanted(sent: Sent, root: Unit) -> Wanted:
    """What was chosen now goes before what the source is remembered by; a remembered column may have gone."""
    columns = ColumnMap(sent.source)
    for field, heading in sent.headings.items():
        columns = columns.with_column(field, heading)
    known = ListSource.objects.filter(root=root, kind=sent.kind, name=sent.source).first() if sent.source else None
    remembered = from_json(known.columns) if known else None
    return Wanted(columns, NAMES[sent.kind], remembered=replace(remembered, source=sent.source) if remembered else None)


def _listed(row: Row, sexes: tuple[str, str]) -> drawing.Listed:
    female, male = sexes
    return drawing.Listed(row.code, {"female": female, "male": male}.get(row.sex, ""), row.unit, row.group)


def _kept(finding: Finding) -> str:
    rows = ",".join(str(row) for row in finding.rows)
    return f"{finding.fault.value}\t{finding.field}\t{finding.count}\t{rows}"
