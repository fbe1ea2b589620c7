"""Files as people send them, harmless and hostile."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import docx
import openpyxl
import pikepdf
from PIL import Image

AUTHOR = "Kalle Karlsson"
PLACE = (59.0, 20.0, 0.0)  # degrees, minutes, seconds north
GPS, ORIENTATION = 0x8825, 0x0112
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def jpeg(*, size: tuple[int, int] = (60, 40), turned: int = 1) -> bytes:
    """A photograph with its place, its camera and a comment in it."""
    image = Image.new("RGB", size, (200, 30, 30))
    exif = Image.Exif()
    exif[ORIENTATION] = turned
    exif[0x010F] = AUTHOR
    exif[GPS] = {1: "N", 2: PLACE, 3: "E", 4: PLACE}
    written = io.BytesIO()
    image.save(written, "JPEG", exif=exif, comment=AUTHOR.encode())
    return written.getvalue()


def picture(format_name: str, mode: str = "RGB") -> bytes:
    written = io.BytesIO()
    Image.new(mode, (30, 20)).save(written, format_name)
    return written.getvalue()


def png_bomb(side: int) -> bytes:
    """A PNG that says it is `side` pixels wide and high, in a few hundred bytes."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack("!I", len(content)) + name + content + struct.pack("!I", zlib.crc32(name + content))

    header = struct.pack("!IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def pdf(**root: pikepdf.Object) -> bytes:
    """One page, who wrote it, and whatever else is put into its root."""
    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Author"] = AUTHOR
    with document.open_metadata() as metadata:
        metadata["dc:creator"] = [AUTHOR]
    for name, value in root.items():
        document.Root[f"/{name}"] = value
    return saved(document)


def saved(document: pikepdf.Pdf, **how: object) -> bytes:
    written = io.BytesIO()
    document.save(written, **how)  # type: ignore[arg-type]  # as each test wants it
    return written.getvalue()


def word(**parts: bytes) -> bytes:
    """A Word document with its author; `parts` are added or put in place of those it has."""
    document = docx.Document()
    document.add_paragraph("Hej")
    document.core_properties.author = AUTHOR
    written = io.BytesIO()
    document.save(written)
    return repacked(written.getvalue(), parts)


def excel(**parts: bytes) -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = AUTHOR
    written = io.BytesIO()
    book.save(written)
    return repacked(written.getvalue(), parts)


def odt(**parts: bytes) -> bytes:
    content = b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
    kept = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "meta.xml": b"<meta>" + AUTHOR.encode() + b"</meta>",
        "META-INF/manifest.xml": b"<manifest/>",
    }
    return packed({**kept, **parts})


def parts_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def repacked(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    return packed({**parts_of(package), **parts})


def packed(parts: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return written.getvalue()


def tie(kind: str, target: str, mode: str = "External") -> bytes:
    """A document's relationships, one of them this."""
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{schema}/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    ).encode()
