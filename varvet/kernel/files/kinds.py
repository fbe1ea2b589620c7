"""The kinds of file that are taken, by what their names end with."""

from enum import StrEnum

from varvet.kernel.files.refusals import Reason, Refused


class Kind(StrEnum):
    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    TXT = "txt"
    CSV = "csv"


KIND_OF_ENDING = {
    "pdf": Kind.PDF,
    "jpg": Kind.JPEG,
    "jpeg": Kind.JPEG,
    "png": Kind.PNG,
    "webp": Kind.WEBP,
    "docx": Kind.DOCX,
    "xlsx": Kind.XLSX,
    "odt": Kind.ODT,
    "txt": Kind.TXT,
    "csv": Kind.CSV,
}
HEIC = {"heic", "heif"}  # what a telephone saves; it sends JPEG itself when the form asks for that
IMAGES = {Kind.JPEG, Kind.PNG, Kind.WEBP}
# What a form lets people choose. Media types for images, so that a telephone offers its camera and sends JPEG.
ACCEPT = "image/jpeg,image/png,image/webp,.pdf,.docx,.xlsx,.odt,.txt,.csv"


def kind_of(name: str) -> Kind:
    """By the ending of a cleaned name. Refused when it is of no kind that is taken."""
    ending = name.rpartition(".")[2].lower()
    if ending in HEIC:
        raise Refused(Reason.HEIC)
    if ending not in KIND_OF_ENDING:
        raise Refused(Reason.KIND)
    return KIND_OF_ENDING[ending]
