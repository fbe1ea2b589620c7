"""The same person gets the same code, however the number is written, and no code can be read as a number."""

import re

import pytest

from varvet.extracts.pseudonyms import Pseudonyms, canonical, holds_personal_number, key_for
from varvet.extracts.tests.made import pseudonyms

FIXED = "w438kym92tem"
WAYS = ("198001019876", "19800101-9876", "800101-9876", "8001019876", " 800101 9876", "19800101 9876")


def test_each_way_to_write_a_number_is_the_same_person() -> None:
    assert len({pseudonyms().of(way) for way in WAYS}) == 1


def test_capitals_and_spaces_of_a_case_number_do_not_matter() -> None:
    assert pseudonyms().of("SN 2026-12") == pseudonyms().of("sn2026-12") != pseudonyms().of("SN 2026-13")


def test_another_root_and_another_key_give_other_codes() -> None:
    keys = [key_for(master, root) for master in (b"a" * 32, b"b" * 32) for root in ("solberga", "bromma")]
    assert len({Pseudonyms(key, this_year=2026).of("198001019876") for key in keys}) == 4


def test_the_code_is_this_one_for_ever() -> None:
    assert Pseudonyms(b"k" * 32, this_year=2026).of("198001019876") == FIXED


def test_no_code_has_ten_digits_in_a_row() -> None:
    codes = {pseudonyms().of(str(number)) for number in range(5_000)}
    assert len(codes) == 5_000
    assert [code for code in codes if not re.fullmatch(r"[g-z][a-z2-9]{5}[g-z][a-z2-9]{5}", code)] == []


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("800101-9876", "198001019876"),
        ("200101-9876", "202001019876"),
        ("270101-9876", "192701019876"),
        ("200101+9876", "192001019876"),
        ("19800161-9876", "198001619876"),  # samordningsnummer
        ("800191-9876", "198001919876"),
        ("800192-9876", None),  # no 32nd of January, also sixty days later
        ("801301-9876", None),
        ("SN 2026-12", None),
        ("800101-987", None),
    ],
)
def test_whole_number(written: str, whole: str | None) -> None:
    assert canonical(written, 2026) == whole


@pytest.mark.parametrize(
    "text",
    [
        *WAYS,
        "Se 800101-9876.",
        "nr:198001619876,",
        "19 800101 9876",
        "1980-01-01-9876",
        "800101-9875",  # a check digit that is wrong
        "0701234567",  # nobody's number, but a telephone: not wanted in a code either
    ],
)
def test_text_that_points_at_somebody(text: str) -> None:
    assert holds_personal_number(text)


@pytest.mark.parametrize("text", ["Enhet 4", "2026-01-31", "SN 2026-123456", "12345678901234", "", "801301-9876"])
def test_text_that_does_not(text: str) -> None:
    assert not holds_personal_number(text)
