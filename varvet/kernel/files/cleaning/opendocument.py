"""ODT (ISO 26300): which parts may be there, and what they may say."""

import re

from varvet.kernel.files.cleaning import xml
from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.refusals import Reason, Refused

KIND_PART = "mimetype"
MAIN = {Kind.ODT: b"application/vnd.oasis.opendocument.text"}
MANIFEST = "META-INF/manifest.xml"
TOLD = "meta.xml"
NOTHING_TOLD = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/>'
    b"</office:document-meta>"
)
MACRO_PARTS = re.compile(r"(basic|scripts)/", re.IGNORECASE)
CARRYING_PARTS = re.compile(r"object |objectreplacements/", re.IGNORECASE)
DOING = {"event-listener", "script", "scripts"}
CARRYING = {"object", "object-ole", "plugin", "applet", "floating-frame", "dde-source", "dde-connection-decl"}
HREF = "{http://www.w3.org/1999/xlink}href"
FAR = re.compile(r"\s*([a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)


def check_kind(parts: dict[str, bytes], kind: Kind) -> None:
    """By what the package says of itself, not by its name."""
    if any(MACRO_PARTS.match(name) for name in parts):
        raise Refused(Reason.MACROS)
    if parts.get(KIND_PART, b"").strip() != MAIN[kind] or "content.xml" not in parts:
        raise Refused(Reason.MISMATCH)
    if b"encryption-data" in parts.get(MANIFEST, b""):
        raise Refused(Reason.LOCKED)


def clean_part(name: str, part: bytes) -> bytes:
    """The part as it may be kept; without who wrote it, where it tells so."""
    if CARRYING_PARTS.match(name):
        raise Refused(Reason.EMBEDDED)
    if name == TOLD:
        return NOTHING_TOLD
    if name in {"content.xml", "styles.xml", "settings.xml"}:
        _check_content(part)
    else:
        xml.check_plain(part)
    return part


def _check_content(part: bytes) -> None:
    for element in xml.read(part).iter("*"):
        name = xml.local_name(element)
        if name in DOING and (name != "scripts" or len(element)):
            raise Refused(Reason.MACROS)
        if name in CARRYING or (name != "a" and FAR.match(element.get(HREF, ""))):
            raise Refused(Reason.EMBEDDED)
