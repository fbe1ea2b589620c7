"""What may point out a person is found, and what only looks like it is let be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varvet.kernel.law.personal_data import Found, Sort, find_personal, find_pointing

NUMBERS = ["850709-9805", "8507099805", "19850709-9805", "198507099805", "900118+9811", "850709 - 9805"]
COORDINATION = "19090903-6600", "850769-9802"


def names_in(text: str) -> list[str]:
    return [found.text for found in find_personal(text) if found.sort is Sort.NAME]


@pytest.mark.parametrize("number", [*NUMBERS, COORDINATION[1]])
def test_a_personal_number_is_found_however_it_is_written(number: str) -> None:
    assert find_personal(f"Hen med {number} väntade.") == (Found(Sort.PERSONAL_NUMBER, number),)


@pytest.mark.parametrize(
    "text",
    [
        "0701234567",  # a phone number: the check digit is wrong
        "070-123 45 67",
        "850709-9804",  # wrong check digit
        "851309-9805",  # no thirteenth month
        "AVV-2026-0012",
        "2026-03-16 klockan 14.30",
        "diarienummer 2026/1234-567",
        "1850709-98051",
    ],
)
def test_other_numbers_are_let_be(text: str) -> None:
    assert find_personal(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna glömdes kvar.", ["Anna"]),
        ("Vi ringde Anna Svensson igen.", ["Anna Svensson"]),
        ("Annas mamma kom.", ["Annas"]),
        ("Mötet med Mohamed och Ali ställdes in.", ["Mohamed", "Ali"]),
        ("Handläggaren Xhevdet Krasniqi var sjuk.", ["Xhevdet Krasniqi"]),
        ("Vi väntade på Björn.", ["Björn"]),
        ("Per Ek kom.", ["Per Ek"]),
        ("Lisa Ek. Lisa Ek.", ["Lisa Ek"]),
    ],
)
def test_names_are_found_once(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Vi anmälde enligt lex Sarah.",
        "Lex Maria gäller i vården.",
        "Per telefon fick vi veta det.",
        "Björn sågs vid boendet. Dag och natt.",
        "Det kan bli en anmälan till IVO enligt LSS.",
        "Mötet var på Region Stockholm och hos Socialtjänsten i Bromma.",
        "En anmälan låg obedömd i tre veckor. Jag hittade den i fel inkorg.",
        "Kallelsen hade gått ut med gammal adress. Barnet fick vänta i 40 minuter.",
        "",
    ],
)
def test_ordinary_words_are_let_be(text: str) -> None:
    assert find_personal(text) == ()


@given(st.text())
def test_whatever_is_written_is_read(text: str) -> None:
    assert all(found.text in text for found in find_personal(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi pratade med Anna Svensson om mötet.", [Found(Sort.NAME, "Anna Svensson")]),
        ("Ring 08-508 06 000 om du undrar.", [Found(Sort.NUMBER, "08-508 06 000")]),
        ("Två ungdomar sa att lokalen är kall.", [Found(Sort.FEW, "Två ungdomar")]),
        ("3 av 40 föräldrar svarade.", []),
        ("Tre unga kvinnor sa det.", [Found(Sort.FEW, "Tre unga kvinnor")]),
        ("Brevet är kortare. Telefontiderna står högst upp.", []),
    ],
)
def test_what_everybody_reads_is_looked_through_further(text: str, found: list[Found]) -> None:
    assert list(find_pointing(text)) == found
