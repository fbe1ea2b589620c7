"""Naming the virus scanner."""

import pytest

from varvet.config import scanner
from varvet.config.env import BadEnvironment


@pytest.mark.parametrize("address", ["", "clamav:3310", "127.0.0.1:3310", "[::1]:3310", "/run/clamav/clamd.ctl"])
def test_an_address_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("VARVET_CLAMAV", address)
    assert scanner.from_environment() == address


@pytest.mark.parametrize("address", ["clamav", "1", "tcp://clamav:3310", "clamav:port", "run/clamd"])
def test_what_is_no_address_is_told(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("VARVET_CLAMAV", address)
    with pytest.raises(BadEnvironment, match="host:port"):
        scanner.from_environment()
