"""A figure's address can be followed, and not altered."""

import pytest

from varvet.insight.measures.address import MARK, signed, unsigned
from varvet.kernel.records.errors import Told

QUERY = "matt=deviations.received&rot=bromma&fran=2023-01-01&till=2023-12-31&unit=vuxna"


def test_what_was_signed_is_read_back() -> None:
    assert unsigned(signed(QUERY)) == QUERY


@pytest.mark.parametrize(
    "address",
    [
        QUERY,
        "",
        signed(QUERY).replace("12-31", "01-02"),
        signed(QUERY) + "0",
        signed(QUERY).replace(MARK, "&unit=barn" + MARK),
        MARK,
    ],
)
def test_what_was_altered_is_told(address: str) -> None:
    with pytest.raises(Told):
        unsigned(address)
