"""The words of a made document, without spaces, as line ends differ between formats."""

import io
import re
import subprocess
from typing import Any

from docx import Document
from lxml import html


def plain(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2007\u202f\u200b]+", "", text)


def pdf_text(pdf: bytes) -> str:
    """In the order of the structure, as a screen reader takes it."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return plain(done.stdout.decode())


def docx_text(package: bytes) -> str:
    root = Document(io.BytesIO(package)).element
    return plain("".join(root.xpath(".//w:t/text()")))


def html_document(text: str) -> Any:
    """Untyped, as what an XPath finds has no one type."""
    return html.document_fromstring(text)


def html_text(page: bytes) -> str:
    return plain("".join(html_document(page.decode()).xpath("//body//text()")))
