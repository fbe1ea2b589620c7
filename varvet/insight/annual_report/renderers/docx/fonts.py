"""The report's typefaces inside the Word file: cut to Latin and obfuscated as ECMA-376 part 1, 17.8.1 asks."""

import functools
import io
import uuid
from pathlib import Path

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from fontTools import subset
from fontTools.ttLib import TTFont

from varvet.insight.annual_report import typefaces

LATIN = (
    *range(0x20, 0x17F),
    0x2002,
    0x2007,
    0x2009,
    0x2010,
    0x2011,
    0x2013,
    0x2014,
    0x2018,
    0x2019,
    0x201C,
    0x201D,
    0x2022,
    0x2026,
    0x202F,
    0x20AC,
    0x2212,
)
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
    """Without layout tables: Word turns none of them on by itself, and they take nine tenths of the time."""
    options = subset.Options(name_IDs=["*"], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LATIN)
    out = io.BytesIO()
    with TTFont(path, recalcTimestamp=False, lazy=True) as font:
        cutter.subset(font)
        font.save(out)
    return out.getvalue()


def obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    mask = key.bytes[::-1]
    return bytes(byte ^ mask[i % 16] for i, byte in enumerate(font[:32])) + font[32:]
