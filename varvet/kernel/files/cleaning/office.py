"""Word and Excel (ECMA-376): which parts may be there, and what they may say."""

import re

from varvet.kernel.files.cleaning import xml
from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.refusals import Reason, Refused

TYPES = "[Content_Types].xml"
OPEN_XML = "application/vnd.openxmlformats-officedocument."
MAIN = {
    Kind.DOCX: f"{OPEN_XML}wordprocessingml.document.main+xml",
    Kind.XLSX: f"{OPEN_XML}spreadsheetml.sheet.main+xml",
}
MACRO_TYPES = re.compile(r"macroenabled|vbaproject|ms-office\.vba|intlmacrosheet|ms-excel\.macrosheet", re.IGNORECASE)
MACRO_PARTS = re.compile(r"vbaproject|vbadata|/macrosheets/|/dialogsheets/", re.IGNORECASE)
CARRYING_PARTS = re.compile(
    r"/(activex|embeddings|externallinks|querytables|webextensions|ctrlprops)/|/connections\.xml$|/afchunk|\.bin$",
    re.IGNORECASE,
)
PRINTER = re.compile(r"/printersettings/[^/]+\.bin$", re.IGNORECASE)  # how it was last printed
CARRYING_TIES = re.compile(r"/(oleobject|package|control|afchunk|externallink\w*|vbaproject|frame)$", re.IGNORECASE)
HYPERLINK = "/hyperlink"  # followed only by whoever clicks it
FETCHING_FIELDS = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT)\b", re.IGNORECASE)
PROPERTIES = {
    "docprops/core.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docprops/app.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "docprops/custom.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
}


def check_kind(parts: dict[str, bytes], kind: Kind) -> None:
    """By what the package says of itself, not by its name."""
    if TYPES not in parts:
        raise Refused(Reason.MISMATCH)
    types = [element.get("ContentType", "") for element in xml.read(parts[TYPES]).iter("*")]
    if any(MACRO_TYPES.search(found) for found in types) or any(MACRO_PARTS.search(f"/{name}") for name in parts):
        raise Refused(Reason.MACROS)
    if types.count(MAIN[kind]) != 1:
        raise Refused(Reason.MISMATCH)


def clean_part(name: str, part: bytes) -> bytes:
    """The part as it may be kept; without who wrote it, where it tells so."""
    rooted = f"/{name}"
    if CARRYING_PARTS.search(rooted) and not PRINTER.search(rooted):
        raise Refused(Reason.EMBEDDED)
    if PRINTER.search(rooted):
        return b""
    if name.lower() in PROPERTIES:
        return PROPERTIES[name.lower()]
    if name.lower().endswith(".rels"):
        _check_ties(part)
    elif name.lower().startswith("word/") and name.lower().endswith(".xml"):
        _check_fields(part)
    else:
        xml.check_plain(part)
    return part


def _check_ties(part: bytes) -> None:
    for element in xml.read(part).iter("*"):
        kind, mode = element.get("Type", ""), element.get("TargetMode", "").lower()
        if CARRYING_TIES.search(kind) or (mode == "external" and not kind.endswith(HYPERLINK)):
            raise Refused(Reason.EMBEDDED)


def _check_fields(part: bytes) -> None:
    """Instructions may be cut into pieces, so they are read together."""
    root = xml.read(part)
    pieces = [element.text or "" for element in root.iter("{*}instrText")]
    wholes = [value for element in root.iter("{*}fldSimple") for value in element.attrib.values()]
    if FETCHING_FIELDS.search("".join(map(str, pieces))) or FETCHING_FIELDS.search(" ".join(map(str, wholes))):
        raise Refused(Reason.EMBEDDED)
