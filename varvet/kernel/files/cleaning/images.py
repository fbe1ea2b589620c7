"""Images are drawn anew: nothing but what is seen comes through."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.refusals import Reason, Refused

MOST_PIXELS = 60_000_000  # a telephone's largest picture is 50 million
LONGEST_SIDE = 4_000  # pixels; text on a photographed page can still be read
QUALITY = 88
FORMATS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG", Kind.WEBP: "WEBP"}
MODES = {"JPEG": ("RGB", "L"), "PNG": ("RGB", "L", "RGBA", "LA"), "WEBP": ("RGB", "RGBA")}
BEGINNINGS = {Kind.JPEG: b"\xff\xd8\xff", Kind.PNG: b"\x89PNG\r\n\x1a\n", Kind.WEBP: b"RIFF"}


def clean(content: bytes, kind: Kind) -> bytes:
    """Upright, at most 4,000 pixels a side, without place, time, camera, comments or anything after its end."""
    if not content.startswith(BEGINNINGS[kind]):
        raise Refused(Reason.MISMATCH)
    return _drawn_anew(content, [FORMATS[kind]])


def clean_inside(content: bytes) -> bytes:
    """An image inside a document, in the format it has."""
    return _drawn_anew(content, ["JPEG", "PNG"])


def _drawn_anew(content: bytes, formats: list[str]) -> bytes:
    try:
        with Image.open(io.BytesIO(content), formats=formats) as image:
            return _redrawn(image, image.format or "")
    except Image.DecompressionBombError as error:
        raise Refused(Reason.TOO_HEAVY) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:  # what Pillow says of broken files
        raise Refused(Reason.DAMAGED) from error


def _redrawn(image: Image.Image, name: str) -> bytes:
    if image.width * image.height > MOST_PIXELS:
        raise Refused(Reason.TOO_HEAVY)
    image.draft(None, (LONGEST_SIDE, LONGEST_SIDE))  # a large JPEG is decoded smaller at once
    return _saved(ImageOps.exif_transpose(image), name)


def _saved(image: Image.Image, name: str) -> bytes:
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain = image if image.mode in MODES[name] else image.convert(_mode(image, name))
    plain.info = {}  # or a comment and a colour profile would be written along
    written = io.BytesIO()
    plain.save(written, name, quality=QUALITY)
    return written.getvalue()


def _mode(image: Image.Image, name: str) -> str:
    see_through = image.has_transparency_data and "RGBA" in MODES[name]
    return "RGBA" if see_through else "RGB"
