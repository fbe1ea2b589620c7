"""Text and CSV: text and nothing else."""

import pytest

from varvet.kernel.files.cleaning.by_kind import clean
from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.refusals import Reason, Refused
from varvet.kernel.files.tests import samples

SWEDISH = "Ett möte på Åsgatan\r\nklart\t1"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_it_is_kept_as_utf_8_however_it_was_written(encoding: str) -> None:
    assert clean(SWEDISH.encode(encoding), Kind.TXT).decode() == SWEDISH


def test_a_spreadsheet_is_told_that_it_is_utf_8() -> None:
    kept = clean("enhet;antal\r\nÅsa;3".encode("cp1252"), Kind.CSV)
    assert kept.startswith(b"\xef\xbb\xbf")
    assert kept.decode("utf-8-sig") == "enhet;antal\r\nÅsa;3"


@pytest.mark.parametrize(
    "content", [b"a\x00b", b"\x1b[2J", samples.picture("PNG"), samples.word(), b"MZ\x90\x00\x03", b"\x81\x8d"]
)
@pytest.mark.parametrize("kind", [Kind.TXT, Kind.CSV])
def test_what_is_no_text_is_refused(content: bytes, kind: Kind) -> None:
    with pytest.raises(Refused) as refused:
        clean(content, kind)
    assert refused.value.reason is Reason.MISMATCH


@pytest.mark.parametrize(
    "cell", ["=1+1", "@SUM(A1)", ' "=HYPERLINK(""https://evil"")"', "+cmd|' /C calc'!A0", "-2+3+cmd|x!A1", "+SUM(A1)"]
)
@pytest.mark.parametrize("row", ["{}", "namn;{}", "namn,{}\n", "a\tb\n{}\tc"])
def test_a_formula_in_csv_is_refused(cell: str, row: str) -> None:
    with pytest.raises(Refused) as refused:
        clean(row.format(cell).encode(), Kind.CSV)
    assert refused.value.reason is Reason.FORMULAS


@pytest.mark.parametrize("cell", ["-12", "+46 (0)8 123", "- inget", "'=1+1", "a=b", "kalle@example.org", "-3,5"])
def test_what_only_looks_like_one_is_kept(cell: str) -> None:
    assert cell in clean(f"rubrik\n{cell}".encode(), Kind.CSV).decode()


def test_a_page_in_a_text_file_is_only_text() -> None:
    page = b"<html><script>alert(1)</script></html>"
    assert clean(page, Kind.TXT) == page
