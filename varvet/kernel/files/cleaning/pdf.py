"""PDF: what can do something is refused, what tells who wrote it is taken out, and the rest is written anew."""

import io
from collections.abc import Iterator

import pikepdf

from varvet.kernel.files.refusals import Reason, Refused

BEGINNING = b"%PDF-"
# Keys and values that run, send, open or carry something (ISO 32000-2, 12.6.4 and 7.11.4).
DOING_KEYS = {"/JS", "/JavaScript", "/EF", "/EmbeddedFiles", "/XFA", "/RichMediaContent", "/RichMediaSettings"}
DOING_ACTIONS = {
    "/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/GoToR", "/Rendition", "/Movie", "/Sound",
    "/RichMediaExecute",
}  # fmt: skip
DOING_NOTES = {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}
TELLING_KEYS = {"/Metadata", "/PieceInfo"}


def clean(content: bytes) -> bytes:
    if not content.startswith(BEGINNING):
        raise Refused(Reason.MISMATCH)
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return _written_anew(pdf)
    except pikepdf.PasswordError as error:
        raise Refused(Reason.LOCKED) from error
    except pikepdf.PdfError as error:
        raise Refused(Reason.DAMAGED) from error


def _written_anew(pdf: pikepdf.Pdf) -> bytes:
    if not len(pdf.pages):
        raise Refused(Reason.DAMAGED)
    for entry in _entries(pdf):
        _check(entry)
        for key in TELLING_KEYS & set(entry.keys()):
            del entry[key]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    written = io.BytesIO()
    pdf.save(written, encryption=False, deterministic_id=True)
    return written.getvalue()


def _check(entry: pikepdf.Object) -> None:
    if DOING_KEYS & set(entry.keys()):
        raise Refused(Reason.COMMANDS)
    if _name(entry, "/S") in DOING_ACTIONS or _name(entry, "/Subtype") in DOING_NOTES:
        raise Refused(Reason.COMMANDS)


def _name(entry: pikepdf.Object, key: str) -> str:
    value = entry.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _entries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary in the file, those inside others and of streams too."""
    for top in pdf.objects:
        yield from _dictionaries_in(top)


def _dictionaries_in(top: pikepdf.Object) -> Iterator[pikepdf.Object]:
    waiting = [top]
    while waiting:
        value = waiting.pop()
        if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            yield value
        waiting += _inside(value)


def _inside(value: pikepdf.Object) -> list[pikepdf.Object]:
    """What stands in it and nowhere else: what has a number of its own is met by that."""
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        parts = [value[key] for key in value.keys()]  # noqa: SIM118 - it cannot be iterated over
    elif isinstance(value, pikepdf.Array):
        parts = list(value)
    else:
        return []
    return [part for part in parts if not getattr(part, "is_indirect", True)]  # numbers come as numbers
