"""Reading a list that somebody sends: in a process of its own, into codes; outside every transaction."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings

from varvet.extracts.apart import calling
from varvet.extracts.apart.asked_of_frames import FindNames, FrameTold, NamesTold, ReadFrame
from varvet.extracts.findings import Finding
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.pseudonyms import key_for
from varvet.kernel.organisation.models import Unit
from varvet.registers.self_checks.actions.frame import FrameContent
from varvet.registers.self_checks.actions.remember_columns import remembered
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
    told = calling.ask(_asked(sent, root, today), FrameTold, sent.content)
    return FrameContent(
        kind=sent.kind,
        rows=tuple(_listed(line, sent.sexes) for line in told.rows.splitlines()),
        read=told.read,
        traits=sent.traits,
        findings="\n".join(_kept(finding) for finding in told.findings),
        source=sent.source,
        columns=told.columns,
    )


def find_own(sent: Sent, codes: Collection[str], *, root: Unit, today: date) -> Mapping[str, str]:
    """What the sent list calls these codes. Nothing of it is kept."""
    return calling.ask(FindNames(_asked(sent, root, today), tuple(codes)), NamesTold, sent.content).names


def _asked(sent: Sent, root: Unit, today: date) -> ReadFrame:
    """What was chosen now goes before what the source is remembered by; a remembered column may have gone."""
    columns = ColumnMap(sent.source)
    for field, heading in sent.headings.items():
        columns = columns.with_column(field, heading)
    key = key_for(settings.AUDIT_KEY, root.slug).hex()
    return ReadFrame(columns, NAMES[sent.kind], _remembered(sent, root), key, today.year)


def _remembered(sent: Sent, root: Unit) -> ColumnMap | None:
    """Of what is remembered, what a draw needs: a list's other columns are not looked at."""
    known, fields = remembered(root, sent.source, sent.kind), {*NAMES[sent.kind], *drawing.Trait}
    return replace(known, columns=tuple(one for one in known.columns if one.field in fields)) if known else None


def _listed(line: str, sexes: tuple[str, str]) -> drawing.Listed:
    code, sex, unit, group = line.split("\t")
    female, male = sexes
    return drawing.Listed(code, {"female": female, "male": male}.get(sex, ""), unit, group)


def _kept(finding: Finding) -> str:
    rows = ",".join(str(row) for row in finding.rows)
    return f"{finding.fault.value}\t{finding.field}\t{finding.count}\t{rows}"
