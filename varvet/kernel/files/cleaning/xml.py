"""Reading the parts of a document: nothing is fetched, nothing is expanded."""

from lxml import etree

from varvet.kernel.files.refusals import Reason, Refused

DOCTYPE = "<!DOCTYPE"
MARKS = [DOCTYPE.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]


def check_plain(part: bytes) -> None:
    """A document type can make a small part endless; no office program writes one."""
    if any(mark in part for mark in MARKS):
        raise Refused(Reason.DAMAGED)


def read(part: bytes) -> etree._Element:
    check_plain(part)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise Refused(Reason.DAMAGED) from error


def local_name(element: etree._Element) -> str:
    """Without its namespace."""
    return etree.QName(element).localname
