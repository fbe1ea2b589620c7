"""The words of a made document, without spaces, as line ends differ between formats."""

import io
import re
import subprocess
from collections.abc import Iterator

import pikepdf
from docx import Document


def plain(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2007\u202f\u200b]+", "", text)


def pdf_text(pdf: bytes) -> str:
    """In the order of the structure, as a screen reader takes it."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return plain(done.stdout.decode())


def docx_text(package: bytes) -> str:
    root = Document(io.BytesIO(package)).element
    return plain("".join(root.xpath(".//w:t/text()")))


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The elements of a tagged PDF, in reading order."""
    kids = node.get("/K", pikepdf.Array())
    for kid in kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def scope(cell: pikepdf.Object) -> str:
    sets = cell.A.as_list() if isinstance(cell.A, pikepdf.Array) else [cell.A]
    return str(next(attributes.Scope for attributes in sets if "/Scope" in attributes))
