"""Which virus scanner: none, or the one VARVET_CLAMAV names."""

import re

from varvet.config.env import BadEnvironment, text

HOST_AND_PORT = re.compile(r"[\w.\-]+:\d{1,5}|\[[0-9a-fA-F:.]+\]:\d{1,5}")


def from_environment() -> str:
    """`host:port`, the path of a socket, or empty where there is none."""
    address = text("VARVET_CLAMAV")
    if address and not address.startswith("/") and not HOST_AND_PORT.fullmatch(address):
        raise BadEnvironment(f"VARVET_CLAMAV is {address!r}. Write host:port, or the path of clamd's socket.")
    return address
