"""The words of a made web page, as those of the other documents are read."""

from typing import Any

from lxml import html

from varvet.kernel.paper.tests.reading import plain


def html_document(text: str) -> Any:
    """Untyped, as what an XPath finds has no one type."""
    return html.document_fromstring(text)


def html_text(page: bytes) -> str:
    return plain("".join(html_document(page.decode()).xpath("//body//text()")))
