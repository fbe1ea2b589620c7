"""Names that people wrote, or that somebody wrote to do harm."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varvet.kernel.files.names import LONGEST, UNSEEN, cleaned


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("bild.jpg", "bild.jpg"),
        ("Möte å, ä och ö.docx", "Möte å, ä och ö.docx"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\kalle\\bild.png", "bild.png"),
        ("a\x00b.txt", "ab.txt"),
        ("rad\r\nX-Evil: 1.txt", "radX-Evil_ 1.txt"),
        ("faktura\u202efdp.exe", "fakturafdp.exe"),
        ("<script>alert(1)</script>.pdf", "script_.pdf"),
        ('"><img src=x onerror=alert(1)>.png', "___img src=x onerror=alert(1)_.png"),
        ("noll\u200bbredd.txt", "nollbredd.txt"),
        ("..", "fil"),
        ("", "fil"),
        (".pdf", "fil.pdf"),
        ("CON.txt", "_CON.txt"),
        ("nul.tar.csv", "_nul.tar.csv"),
        ("slut. . .pdf", "slut.pdf"),
        ("utan ändelse", "utan ändelse"),
        ("e\u0301.txt", "é.txt"),
    ],
)
def test_a_name_is_made_safe(written: str, kept: str) -> None:
    assert cleaned(written) == kept


def test_a_long_name_keeps_its_ending() -> None:
    assert cleaned("x" * 300 + ".docx") == "x" * (LONGEST - 5) + ".docx"


@given(st.text(max_size=400))
def test_whatever_is_written_it_can_be_shown_and_saved(written: str) -> None:
    kept = cleaned(written)
    assert 0 < len(kept) <= LONGEST
    assert not {unicodedata.category(sign) for sign in kept} & UNSEEN
    assert not set(kept) & set('/\\<>:"|?*')
    assert kept not in {".", ".."}
    assert cleaned(kept) == kept
