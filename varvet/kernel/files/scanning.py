"""Virus scanning by ClamAV's daemon, when the installation has one (clamd, INSTREAM)."""

import logging
import socket
import struct
from enum import StrEnum

from django.conf import settings

logger = logging.getLogger(__name__)
PIECE = 64 * 1024  # bytes
PATIENCE = 30  # seconds, for each answer
LONGEST_REPLY = 4096  # bytes
END = struct.pack("!L", 0)


class Verdict(StrEnum):
    CLEAN = "clean"
    INFECTED = "infected"
    UNKNOWN = "unknown"  # no answer, or none that can be understood


def is_configured() -> bool:
    return bool(settings.CLAMAV)


def verdict_on(content: bytes) -> Verdict:
    """What the configured scanner says; UNKNOWN when it does not answer."""
    try:
        reply = _ask(content)
    except OSError as error:  # nothing there, cut off, or too slow
        logger.warning("The virus scanner cannot be reached: %s", type(error).__name__)
        return Verdict.UNKNOWN
    if reply.endswith(" FOUND"):
        return Verdict.INFECTED
    if reply == "stream: OK":
        return Verdict.CLEAN
    logger.warning("The virus scanner gave no verdict.")
    return Verdict.UNKNOWN


def _ask(content: bytes) -> str:
    with _connected() as scanner:
        scanner.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            scanner.sendall(struct.pack("!L", len(piece)) + piece)
        scanner.sendall(END)
        return _reply(scanner)


def _connected() -> socket.socket:
    """To `host:port`, or to the socket at a path."""
    address: str = settings.CLAMAV
    if not address.startswith("/"):
        host, _, port = address.rpartition(":")
        return socket.create_connection((host.strip("[]"), int(port)), timeout=PATIENCE)
    link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    link.settimeout(PATIENCE)
    try:
        link.connect(address)
    except OSError:
        link.close()
        raise
    return link


def _reply(scanner: socket.socket) -> str:
    """Until the zero byte that ends it; what is cut short is no verdict."""
    read = b""
    while not read.endswith(b"\0"):
        more = scanner.recv(LONGEST_REPLY)
        if not more or len(read) > LONGEST_REPLY:
            return ""
        read += more
    return read.rstrip(b"\0").decode("utf-8", "replace")
