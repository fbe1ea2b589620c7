"""Sets a document by Typst from data, as an accessible PDF (PDF/A-2a and PDF/UA-1). Nothing touches the disk."""

import functools
import json
from collections.abc import Mapping
from pathlib import Path

import typst

from varvet.kernel.paper import typefaces
from varvet.kernel.paper.pdf.row_headers import mark_row_headers

LOOK = Path(__file__).parent / "look.typ"  # stands before every template
MAKES_SAME_BYTES = (
    946684800  # 1 January 2000: a PDF wants a date of making, and a document's own dates stand on it in words
)


def typeset(template: Path, data: object, pictures: Mapping[str, str] | None = None) -> bytes:
    """The template finds the data, and each picture (SVG) by its name, in sys.inputs, and shows strings as text only.

    TypstError for a picture without an alternative text or a skipped heading level, on purpose.
    """
    source = LOOK.read_bytes() + template.read_bytes()
    inputs = {**(pictures or {}), "data": json.dumps(data, ensure_ascii=False)}
    compiler = typst.Compiler(
        source, root=template.parent, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=inputs
    )
    pdf = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=MAKES_SAME_BYTES)
    assert isinstance(pdf, bytes)
    return mark_row_headers(pdf)


@functools.cache
def _fonts() -> typst.Fonts:
    """Read once for the process: the folder holds a dozen of them."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[typefaces.FOLDER])
