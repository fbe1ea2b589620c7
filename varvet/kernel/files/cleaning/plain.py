"""Plain text and CSV: text and nothing else, written anew as UTF-8."""

import codecs
import re

from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.refusals import Reason, Refused

ENCODINGS = ("utf-8-sig", "cp1252")
MARKED = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
SEPARATORS = re.compile(r"[,;\t\r\n]")
# A spreadsheet runs these; a number or a telephone number with a sign is none.
FORMULA = re.compile(r"[=@]|[+-].*(\w\(|[|!])")


def clean(content: bytes, kind: Kind) -> bytes:
    text = _decoded(content)
    if NOT_TEXT.search(text):
        raise Refused(Reason.MISMATCH)
    if kind is not Kind.CSV:
        return text.encode()
    if any(FORMULA.match(cell.strip().lstrip('"')) for cell in SEPARATORS.split(text)):
        raise Refused(Reason.FORMULAS)
    return text.encode("utf-8-sig")  # or a spreadsheet reads å as two signs


def _decoded(content: bytes) -> str:
    for encoding in [MARKED[mark] for mark in MARKED if content.startswith(mark)] or ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(Reason.MISMATCH)
