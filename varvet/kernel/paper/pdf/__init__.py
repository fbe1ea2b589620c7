"""A document as an accessible PDF, and what is needed to make one."""

from dataclasses import asdict
from pathlib import Path

from varvet.kernel.paper import characters, texts
from varvet.kernel.paper.pdf.typesetting import typeset
from varvet.kernel.paper.value import Block, Facts, Heading, Missing, Note, Numbered, Paper, Paragraph, Table

TEMPLATE = Path(__file__).parent / "paper.typ"


def render_pdf(paper: Paper) -> bytes:
    """The same value gives the same bytes."""
    paper = characters.for_print(paper)
    said = {field: getattr(paper, field) for field in ("title", "kind", "reference", "sender", "place", "secrecy")}
    words = {"draft_word": texts.DRAFT, "missing_word": texts.MISSING, "reference_word": texts.REFERENCE}
    told = {"draft": paper.draft, "colophon": paper.colophon, "day": paper.day.isoformat(), "day_word": texts.DAY}
    return typeset(TEMPLATE, {**said, **words, **told, "blocks": [_part(block) for block in paper.blocks]})


def _part(block: Block) -> dict[str, object]:
    match block:
        case Heading():
            return {"is": "heading", **asdict(block)}
        case Paragraph():
            return {"is": "text", "paragraphs": texts.paragraphs(block.text)}
        case Facts():
            return {"is": "facts", **asdict(block)}
        case Table():
            return {"is": "table", **asdict(block)}
        case Numbered():
            return {"is": "numbered", "items": [texts.paragraphs(item) for item in block.items]}
        case Note():
            return {"is": "note", "text": block.text}
        case Missing():
            return {"is": "missing", "text": block.text}
