"""The program as it is served, in a process of its own that can be killed at any moment and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from varvet.kernel.records.tests.own_database import AtOnce

PATIENCE = 60  # seconds until it must answer


@dataclass
class Server:
    """`start` and `kill` as often as one likes: it is the same address and the same database."""

    at_once: AtOnce
    data: Path
    port: int = 0
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = listener.getsockname()[1]

    def start(self) -> None:
        (self.data / "static").mkdir(exist_ok=True)
        told = {"DATABASE_URL": self.at_once.url, "VARVET_DATA": str(self.data), "VARVET_PROXIES": "1"}
        command = [sys.executable, "-m", "varvet", "serve", "--no-worker", "--port", str(self.port)]
        with (self.data / "log.txt").open("ab") as log:
            self.process = subprocess.Popen(
                command, env={**os.environ, **told}, stdout=log, stderr=log, start_new_session=True
            )
        self._wait()

    def kill(self) -> None:
        """At once, with all it has begun, and everything it started."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process is not None and self.process.poll() is None:
            with socket.socket() as attempt:
                if attempt.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError((self.data / "log.txt").read_text("utf-8"))
