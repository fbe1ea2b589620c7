"""The typefaces inside a Word file: cut to Latin and obfuscated as ECMA-376 part 1, 17.8.1 asks."""

import functools
import os
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn

from varvet.kernel.paper import typefaces

CUTTER = "varvet.kernel.paper.docx.cutting.cut"  # heavy, and seldom needed
FACES = {
    typefaces.SANS: (
        "Calibri",
        {"Regular": "SourceSans3-Regular", "Bold": "SourceSans3-Bold", "Italic": "SourceSans3-It"},
    ),
    typefaces.SERIF: ("Cambria", {"Regular": "SourceSerif4-Regular", "Italic": "SourceSerif4-It"}),
    typefaces.DISPLAY: ("Cambria", {"Regular": "SourceSerif4Display-Regular"}),
}
OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
FONT_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"


def embed(document: Document) -> None:
    table = next(r.target_part for r in document.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.FONT_TABLE)
    rows, number = [], 0
    for family, (fallback, faces) in FACES.items():
        cells = f'<w:altName w:val="{fallback}"/>'
        for face, name in faces.items():
            number += 1
            key = uuid.uuid5(uuid.NAMESPACE_URL, name)
            blob = obfuscated(latin_subset(typefaces.FOLDER / f"{name}.ttf"), key)
            part = Part(PackURI(f"/word/fonts/font{number}.odttf"), OBFUSCATED, blob, document.part.package)
            cells += (
                f'<w:embed{face} r:id="{table.relate_to(part, FONT_RELATION)}" w:fontKey="{{{str(key).upper()}}}"/>'
            )
        rows.append(f'<w:font w:name="{family}">{cells}</w:font>')
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    table._blob = f"{head}<w:fonts {nsdecls('w', 'r')}>{''.join(rows)}</w:fonts>".encode()
    zoom = document.settings.element.find(qn("w:zoom"))
    for tag in ("w:saveSubsetFonts", "w:embedTrueTypeFonts"):  # schema order: right after zoom
        zoom.addnext(OxmlElement(tag))


@functools.cache
def latin_subset(path: Path) -> bytes:
    """The typeface cut to Latin, kept in the data folder: cutting costs more than all else in the file."""
    kept = settings.VARVET_DATA / "cache" / f"{path.stem}-{path.stat().st_size}.ttf"
    if kept.exists():
        found: bytes = kept.read_bytes()
        return found
    cut: Callable[[Path], bytes] = import_string(CUTTER)
    font = cut(path)
    with suppress(OSError):  # a cache that cannot be written costs time, nothing else
        kept.parent.mkdir(parents=True, exist_ok=True)
        partial = kept.with_suffix(f".{os.getpid()}")
        partial.write_bytes(font)
        partial.replace(kept)
    return font


def obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    mask = key.bytes[::-1]
    return bytes(byte ^ mask[i % 16] for i, byte in enumerate(font[:32])) + font[32:]
