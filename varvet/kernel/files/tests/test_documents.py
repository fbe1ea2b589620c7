"""PDF, Word, Excel and ODT: what can do something is refused, and who wrote it does not come along."""

import io
import zipfile

import docx
import openpyxl
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from varvet.kernel.files.cleaning import packages
from varvet.kernel.files.cleaning.by_kind import clean
from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.refusals import Reason, Refused
from varvet.kernel.files.tests import samples

SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def reason(content: bytes, kind: Kind) -> Reason:
    with pytest.raises(Refused) as refused:
        clean(content, kind)
    return refused.value.reason


def test_a_pdf_loses_who_wrote_it() -> None:
    kept = clean(samples.pdf(), Kind.PDF)
    with pikepdf.open(io.BytesIO(kept)) as document:
        assert len(document.pages) == 1
        assert "/Info" not in document.trailer
        assert "/Metadata" not in document.Root
    assert samples.AUTHOR.encode() not in kept


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OpenAction", SCRIPT),
        ("AA", Dictionary(WC=SCRIPT)),
        ("Names", Dictionary(JavaScript=Dictionary(Names=Array([String("a"), SCRIPT])))),
        ("Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array([])))),
        ("OpenAction", Dictionary(S=Name.Launch, F=String("cmd.exe"))),
        ("OpenAction", Dictionary(S=Name.URI, URI=String("https://example.org"), Next=Array([SCRIPT]))),
        ("OpenAction", Dictionary(S=Name.SubmitForm, F=String("https://example.org"))),
        ("OpenAction", Dictionary(S=Name.GoToR, F=String("\\\\host\\share"))),
        ("AcroForm", Dictionary(XFA=Array([]))),
        ("Extra", Array([Dictionary(Subtype=Name.FileAttachment)])),
        ("Extra", Array([Array([Dictionary(Subtype=Name.RichMedia)])])),
    ],
)
def test_a_pdf_that_can_do_something_is_refused(name: str, value: pikepdf.Object) -> None:
    assert reason(samples.pdf(**{name: value}), Kind.PDF) is Reason.COMMANDS


def test_a_script_is_found_inside_a_compressed_object() -> None:
    with pikepdf.open(io.BytesIO(samples.pdf(OpenAction=SCRIPT))) as document:
        hidden = samples.saved(document, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    assert b"JavaScript" not in hidden
    assert reason(hidden, Kind.PDF) is Reason.COMMANDS


def test_a_link_in_a_pdf_is_kept() -> None:
    link = Dictionary(S=Name.URI, URI=String("https://example.org"))
    assert b"example.org" in clean(samples.pdf(OpenAction=link), Kind.PDF)


def test_a_pdf_with_a_password() -> None:
    with pikepdf.open(io.BytesIO(samples.pdf())) as document:
        locked = samples.saved(document, encryption=pikepdf.Encryption(owner="a", user="b"))
        printable = samples.saved(document, encryption=pikepdf.Encryption(owner="a", user=""))
    assert reason(locked, Kind.PDF) is Reason.LOCKED
    with pikepdf.open(io.BytesIO(clean(printable, Kind.PDF))) as kept:
        assert not kept.is_encrypted


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"%PDF-" + b"\x00" * 500])
def test_a_pdf_without_pages_is_damaged(content: bytes) -> None:
    assert reason(content, Kind.PDF) is Reason.DAMAGED


def test_what_is_wrapped_around_a_pdf_is_not_kept() -> None:
    assert b"<script>" not in clean(samples.pdf() + b"\n<script>alert(1)</script>", Kind.PDF)
    assert reason(b"<script>alert(1)</script>" + samples.pdf(), Kind.PDF) is Reason.MISMATCH
    assert reason(samples.word(), Kind.PDF) is Reason.MISMATCH


def test_word_and_excel_lose_who_wrote_them_and_can_be_opened() -> None:
    document, book = clean(samples.word(), Kind.DOCX), clean(samples.excel(), Kind.XLSX)
    opened = docx.Document(io.BytesIO(document))
    assert opened.paragraphs[0].text == "Hej"
    assert opened.core_properties.author == ""
    assert openpyxl.load_workbook(io.BytesIO(book)).properties.creator != samples.AUTHOR
    for part in [*samples.parts_of(document).values(), *samples.parts_of(book).values()]:
        assert samples.AUTHOR.encode() not in part


def test_an_odt_loses_who_wrote_it_and_begins_with_its_kind() -> None:
    kept = clean(samples.odt(), Kind.ODT)
    assert samples.AUTHOR.encode() not in b"".join(samples.parts_of(kept).values())
    with zipfile.ZipFile(io.BytesIO(kept)) as package:
        first = package.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


MACRO_TYPES = samples.parts_of(samples.word())["[Content_Types].xml"].replace(
    b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    b"vnd.ms-word.document.macroEnabled.main+xml",
)
FIELD = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
    b"<w:r><w:instrText>D</w:instrText></w:r><w:r><w:instrText>DEAUTO c:\\cmd.exe</w:instrText></w:r>"
    b"</w:p></w:body></w:document>"
)
ENDLESS = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("part", "content", "expected"),
    [
        ("word/vbaProject.bin", b"x", Reason.MACROS),
        ("[Content_Types].xml", MACRO_TYPES, Reason.MACROS),
        ("word/embeddings/oleObject1.bin", b"x", Reason.EMBEDDED),
        ("word/activeX/activeX1.xml", b"<a/>", Reason.EMBEDDED),
        ("word/afchunk.htm", b"<html>", Reason.EMBEDDED),
        (
            "word/_rels/settings.xml.rels",
            samples.tie("attachedTemplate", "https://evil.example/x"),
            Reason.EMBEDDED,
        ),
        ("word/_rels/document.xml.rels", samples.tie("image", "https://evil.example/x.png"), Reason.EMBEDDED),
        ("word/_rels/document.xml.rels", samples.tie("oleObject", "x", "Internal"), Reason.EMBEDDED),
        ("word/document.xml", FIELD, Reason.EMBEDDED),
        ("word/document.xml", ENDLESS, Reason.DAMAGED),
        ("word/theme/theme1.xml", ENDLESS.decode().encode("utf-16"), Reason.DAMAGED),
        ("word/document.xml", b"<not closed", Reason.DAMAGED),
        ("../../evil.xml", b"<a/>", Reason.DAMAGED),
        ("/etc/passwd", b"x", Reason.DAMAGED),
        ("WORD/DOCUMENT.XML", b"<a/>", Reason.DAMAGED),
        ("word/media/image1.png", b"\x89PNG\r\n\x1a\n", Reason.DAMAGED),
        ("word/media/image1.png", samples.png_bomb(60_000), Reason.TOO_HEAVY),
    ],
)
def test_word_that_can_do_something_is_refused(part: str, content: bytes, expected: Reason) -> None:
    assert reason(samples.word(**{part: content}), Kind.DOCX) is expected


def test_a_link_in_word_is_kept() -> None:
    ties = samples.tie("hyperlink", "https://example.org")
    kept = clean(samples.word(**{"word/_rels/footnotes.xml.rels": ties}), Kind.DOCX)
    assert samples.parts_of(kept)["word/_rels/footnotes.xml.rels"] == ties


def test_a_picture_in_word_loses_where_it_was_taken() -> None:
    kept = samples.parts_of(clean(samples.word(**{"word/media/image9.jpg": samples.jpeg()}), Kind.DOCX))
    assert samples.AUTHOR.encode() not in kept["word/media/image9.jpg"]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("xl/vbaProject.bin", Reason.MACROS),
        ("xl/macrosheets/sheet1.xml", Reason.MACROS),
        ("xl/externalLinks/externalLink1.xml", Reason.EMBEDDED),
        ("xl/connections.xml", Reason.EMBEDDED),
    ],
)
def test_excel_that_can_do_something_is_refused(part: str, expected: Reason) -> None:
    assert reason(samples.excel(**{part: b"<a/>"}), Kind.XLSX) is expected


OFFICE = b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    ("part", "content", "expected"),
    [
        ("Basic/Standard/Module1.xml", b"<a/>", Reason.MACROS),
        ("Scripts/python/x.py", b"x", Reason.MACROS),
        ("Object 1/content.xml", b"<a/>", Reason.EMBEDDED),
        ("content.xml", b"<a " + OFFICE + b"><office:event-listener/></a>", Reason.MACROS),
        ("content.xml", b"<a " + OFFICE + b"><office:scripts><office:script/></office:scripts></a>", Reason.MACROS),
        ("content.xml", b"<a " + OFFICE + b'><b xlink:href="https://evil.example/x.png"/></a>', Reason.EMBEDDED),
        ("META-INF/manifest.xml", b"<m><encryption-data/></m>", Reason.LOCKED),
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", Reason.MISMATCH),
    ],
)
def test_odt_that_can_do_something_is_refused(part: str, content: bytes, expected: Reason) -> None:
    assert reason(samples.odt(**{part: content}), Kind.ODT) is expected


def test_an_odt_with_an_empty_place_for_scripts_is_kept() -> None:
    content = b"<a " + OFFICE + b'><office:scripts/><a xlink:href="https://example.org"/></a>'
    assert clean(samples.odt(**{"content.xml": content}), Kind.ODT)


def test_what_says_it_is_something_else() -> None:
    assert reason(samples.excel(), Kind.DOCX) is Reason.MISMATCH
    assert reason(samples.word(), Kind.ODT) is Reason.MISMATCH
    assert reason(samples.packed({"a.txt": b"a"}), Kind.DOCX) is Reason.MISMATCH
    assert reason(b"MZ" + samples.word(), Kind.DOCX) is Reason.MISMATCH
    assert reason(b"PK\x03\x04" + b"x" * 100, Kind.DOCX) is Reason.DAMAGED


def test_word_with_a_password_is_told_so() -> None:
    assert reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, Kind.DOCX) is Reason.LOCKED


def test_a_package_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_UNPACKED", 1_000_000)
    bomb = samples.word(**{"word/media/image1.bmp": b"\0" * 2_000_000})
    assert len(bomb) < 100_000
    assert reason(bomb, Kind.DOCX) is Reason.TOO_HEAVY


def test_a_package_that_lies_about_how_much_it_is_stops_there() -> None:
    honest = samples.packed({"a.xml": b"\0" * 2_000_000})
    lying = honest.replace((2_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != honest
    assert reason(lying, Kind.DOCX) is Reason.DAMAGED


def test_a_package_of_endlessly_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_PARTS", 5)
    assert reason(samples.word(), Kind.DOCX) is Reason.TOO_HEAVY
