"""A case's document as the reader gets it: handed out as a file, or shown as a page for paper. Each leaves a trace."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.http import HttpResponse
from django.utils import translation
from django.utils.module_loading import import_string

from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.paper import texts
from varvet.kernel.paper.value import (
    Block,
    Column,
    Fact,
    Facts,
    Heading,
    Missing,
    Note,
    Numbered,
    Paper,
    Paragraph,
    Table,
)
from varvet.kernel.records.models import Record
from varvet.kernel.records.reading import note_reading
from varvet.kernel.ui.files.shown import NOTHING_RUNS

TAKEN_OUT = "document_taken_out"  # as the trail calls it


class Form(StrEnum):
    PDF = "pdf"
    DOCX = "docx"


RENDERERS = {  # loaded when first asked for, as both are heavy
    Form.PDF: "varvet.kernel.paper.pdf.render_pdf",
    Form.DOCX: "varvet.kernel.paper.docx.render_docx",
}
MEDIA_TYPES = {
    Form.PDF: "application/pdf",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True)
class Order:
    """Which document is taken out, by its short name in letters a-z, and in which form."""

    document: str
    form: Form


@dataclass(frozen=True)
class Row:
    """A row of a table on the page; `name` names it."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A block as the template takes it: `kind` says which of the rest it has. `level` is that of the page's heading."""

    kind: str
    text: str = ""
    label: str = ""
    level: int = 0
    paragraphs: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    items: tuple[tuple[str, ...], ...] = ()


def in_swedish(make: Callable[[], Paper]) -> Paper:
    """A document is Swedish whoever reads it, and so are the labels it takes from forms and models."""
    with translation.override("sv"):
        return make()


def rendered(paper: Paper, form: Form) -> bytes:
    render: Callable[[Paper], bytes] = import_string(RENDERERS[form])
    return render(paper)


def hand_out(record: Record, paper: Paper, order: Order, *, by: User) -> HttpResponse:
    """To save, never to show. Who took out which document is noted, as a reading and in the trail."""
    response = HttpResponse(rendered(paper, order.form), content_type=MEDIA_TYPES[order.form])
    note_document(record, order.document, order.form, by=by)
    response["Content-Disposition"] = f'attachment; filename="{record.reference}-{order.document}.{order.form}"'
    response["Content-Security-Policy"] = NOTHING_RUNS
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response


def note_document(record: Record, document: str, form: str, *, by: User) -> None:
    """Also for a document shown as a page; then `form` is "page"."""
    note_reading(record, f"document {document}", by=by)
    subject = trail.Subject(kind=record.kind, actor_id=by.pk, record_id=record.pk, unit_id=record.unit_id)
    trail.write([trail.event(TAKEN_OUT, subject, data={"document": document, "format": form})])


def paper_page(paper: Paper, pdf: str = "") -> dict[str, object]:
    """For `ui/paper.html`; `pdf` is where the same document is as a file."""
    blocks = [_shown(block) for block in paper.blocks]
    return {"paper": paper, "shown": blocks, "draft_word": texts.DRAFT, "pdf": pdf}


def _shown(block: Block) -> Shown:
    match block:
        case Heading():
            return Shown("heading", block.text, level=block.level + 1)
        case Paragraph():
            return Shown("text", paragraphs=tuple(texts.paragraphs(block.text)))
        case Facts():
            return Shown("facts", facts=block.rows)
        case Table():
            return Shown("table", block.title, columns=block.columns, rows=tuple(_rows(block)))
        case Numbered():
            return Shown("numbered", items=tuple(tuple(texts.paragraphs(item)) for item in block.items))
        case Note():
            return Shown("note", block.text)
        case Missing():
            return Shown("missing", block.text, texts.MISSING)


def _rows(table: Table) -> Iterator[Row]:
    for name, *cells in table.rows:
        yield Row(name, tuple(cells))
