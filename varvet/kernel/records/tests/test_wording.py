"""Something must be told, and no more than a few pages: on the borders."""

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.wording import LONGEST, SHORTEST, check_words


@pytest.mark.parametrize("text", ["x" * SHORTEST, "x" * LONGEST, " abc "])
def test_words_that_do(text: str) -> None:
    check_words("toys", "what", text, "Berätta.")


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty"), ("x" * (SHORTEST - 1), "empty"), ("  a  ", "empty"), ("x" * (LONGEST + 1), "long")],
)
def test_words_that_do_not(text: str, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        check_words("toys", "what", text, "Berätta.")
    assert (broken.value.code, broken.value.field) == (f"toys.what.{code}", "what")
    assert (broken.value.sentence == "Berätta.") is (code == "empty")
