"""What was read of a sent list as shown: what is wrong row by row, or what will be made and what is there already."""

import hashlib
from dataclasses import dataclass

from django.core.files import File
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.records.drafts import drop_draft, save_draft
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.ui.sentences import sentence_of
from varvet.registers.risks import actions, queries
from varvet.registers.risks.forms import SendForm
from varvet.registers.risks.queries import importing
from varvet.registers.risks.rules.importing import HEADS as KNOWN_HEADS
from varvet.registers.risks.rules.importing import TEXTS, Line

HEADS = (*KNOWN_HEADS.values(), *TEXTS.values())
MOST_SHOWN = 100


@dataclass(frozen=True)
class Wrong:
    row: int
    column: str
    sentence: str


@dataclass(frozen=True)
class Row:
    """A row as it will be. `known` is one that is there already and left as it is."""

    number: int
    name: str
    unit: str
    before: int | None
    after: int | None
    known: bool


@dataclass(frozen=True)
class Waiting:
    """What was read. `digest` is of just this, so that a yes is to what was seen."""

    rows: list[Row]
    new: int
    known: int
    digest: str
    lines: tuple[Line, ...]


def take_in(reader: Reader, sent: "File[bytes]") -> list[Wrong]:
    """Keeps what was read as the person's own draft; or says what is wrong, and keeps nothing."""
    judged = queries.read_list(reader, sent)
    if judged.faults:
        return [Wrong(f.row, f.column, sentence_of(f.sentence)) for f in judged.faults[:MOST_SHOWN]]
    content = {"lines": importing.as_text(judged.lines)}
    save_draft(owner=reader.user, form=importing.DRAFT, content=content, now=timezone.now())
    return []


def sent(request: PersonRequest, form: SendForm, faults: list[Wrong]) -> HttpResponse:
    """On to what was read; or the form again, with what is wrong."""
    if not faults:
        return redirect("risks:look_through")
    return render(request, "risks/send.html", {"form": form, "faults": faults, "heads": HEADS}, status=422)


def waiting(reader: Reader) -> Waiting:
    found = queries.waiting_list(reader)
    if found is None or reader.root is None:
        raise Http404("nothing waits to be read in")
    known = actions.known_lines(reader.root, found.lines)
    rows = [_row(line, found.units.get(line.unit_id, ""), line.row in known) for line in found.lines]
    digest = hashlib.sha256(importing.as_text(found.lines).encode()).hexdigest()
    return Waiting(rows, len(rows) - len(known), len(known), digest, found.lines)


def _row(line: Line, unit: str, known: bool) -> Row:  # noqa: FBT001 - a value of the row
    before, after = line.score, line.residual
    return Row(line.row, line.name, unit, before.product if before else None, after.product if after else None, known)


def read_in(reader: Reader, seen: Waiting, digest: str) -> str:
    """The sentence that tells what was made."""
    if digest != seen.digest:
        raise RuleBroken("risk.import.other", marked("Du har skickat en annan lista sedan dess. Titta igenom den."))
    assert reader.root is not None
    done = actions.import_list(root=reader.root, lines=seen.lines, by=reader.user, now=timezone.now())
    drop_draft(owner=reader.user, form=importing.DRAFT)
    made = ngettext("{number} risk är inläst.", "{number} risker är inlästa.", done.made).format(number=done.made)
    if not done.known:
        return made
    return f"{made} {_('Redan inskrivna: {number}.').format(number=done.known)}"
