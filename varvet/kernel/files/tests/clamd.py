"""A scanner that answers as ClamAV's daemon does, in a thread of its own."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from varvet.kernel.files.tests.samples import EICAR


class Clamd:
    """Answers each stream: `answer` when it is set, else FOUND for the test virus and OK for all else."""

    def __init__(self, door: socket.socket) -> None:
        self.door = door
        self.answer: bytes | None = None
        self.streams: list[bytes] = []

    def serve(self) -> None:
        while True:
            try:
                link, _ = self.door.accept()
            except OSError:  # the test is over
                return
            with link:
                self._answer(link)

    def _answer(self, link: socket.socket) -> None:
        asked = link.makefile("rb")
        assert asked.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack("!L", asked.read(4))[0]:
            content += asked.read(length)
        self.streams.append(content)
        found = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
        link.sendall(found if self.answer is None else self.answer)


@contextmanager
def running(door: socket.socket) -> Iterator[Clamd]:
    scanner = Clamd(door)
    thread = threading.Thread(target=scanner.serve, daemon=True)
    thread.start()
    yield scanner
    door.shutdown(socket.SHUT_RDWR)
    door.close()
    thread.join(5)


@contextmanager
def on_port() -> Iterator[tuple[Clamd, str]]:
    """The scanner, and the address that VARVET_CLAMAV would name."""
    door = socket.create_server(("127.0.0.1", 0))
    with running(door) as scanner:
        yield scanner, f"127.0.0.1:{door.getsockname()[1]}"
