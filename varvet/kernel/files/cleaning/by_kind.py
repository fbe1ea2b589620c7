"""Each kind of file to what cleans it."""

from varvet.kernel.files.cleaning import images, packages, pdf, plain
from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.refusals import Reason, Refused


def clean(content: bytes, kind: Kind) -> bytes:
    """The content as it may be kept. Refused when it is not of its kind, or can do or carry something."""
    if not content:
        raise Refused(Reason.EMPTY)
    match kind:
        case Kind.PDF:
            return pdf.clean(content)
        case Kind.JPEG | Kind.PNG | Kind.WEBP:
            return images.clean(content, kind)
        case Kind.DOCX | Kind.XLSX | Kind.ODT:
            return packages.clean(content, kind)
        case Kind.TXT | Kind.CSV:
            return plain.clean(content, kind)
