"""Word, Excel and ODT are packages of parts: what can do something is refused, and the rest is packed anew."""

import io
import zipfile
import zlib

from varvet.kernel.files.cleaning import images, office, opendocument
from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.refusals import Reason, Refused

BEGINNING = b"PK\x03\x04"
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # how a package with a password is wrapped
MOST_PARTS = 3_000
MOST_UNPACKED = 150_000_000  # bytes, all parts together
NO_DATE = (1980, 1, 1, 0, 0, 0)  # the first there is in a package
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
ENCRYPTED = 0x1  # of a part's flags
IMAGES = (".jpg", ".jpeg", ".png")


def clean(content: bytes, kind: Kind) -> bytes:
    if content.startswith(OLD_OR_LOCKED):
        raise Refused(Reason.LOCKED)
    if not content.startswith(BEGINNING):
        raise Refused(Reason.MISMATCH)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = _parts(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, KeyError) as error:
        raise Refused(Reason.DAMAGED) from error
    checked = opendocument if kind is Kind.ODT else office
    checked.check_kind(parts, kind)
    return _packed({name: _cleaned(name, checked.clean_part(name, part)) for name, part in parts.items()})


def _parts(package: zipfile.ZipFile) -> dict[str, bytes]:
    """Name -> content, in the package's order."""
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Refused(Reason.TOO_HEAVY)
    for entry in entries:
        _check_entry(entry)
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise Refused(Reason.DAMAGED)  # two parts of one name: which is read differs from program to program
    return {entry.filename: package.read(entry) for entry in entries}


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & ENCRYPTED:
        raise Refused(Reason.LOCKED)
    steps = entry.filename.split("/")
    if entry.compress_type not in METHODS or ".." in steps or steps[0] == "" or "\\" in entry.filename:
        raise Refused(Reason.DAMAGED)


def _cleaned(name: str, part: bytes) -> bytes:
    return images.clean_inside(part) if name.lower().endswith(IMAGES) else part


def _packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, NO_DATE)
            entry.compress_type = zipfile.ZIP_STORED if name == opendocument.KIND_PART else zipfile.ZIP_DEFLATED
            package.writestr(entry, part)
    return written.getvalue()
