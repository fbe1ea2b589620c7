"""Reporting, with facts and trail, beside the same rows by plain SQL: eight clients in two processes."""

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from bench.start import say

PROCESSES, CLIENTS, EACH, ROUNDS = 2, 4, 40, 3  # clients a process, reports a client and round


@dataclass(frozen=True)
class Pace:
    """Milliseconds a report, over all clients."""

    whole: float
    plain: float

    @property
    def ratio(self) -> float:
        return self.whole / self.plain


def compare(folder: str, database_url: str) -> Pace:
    """The two kinds take turns; each process says when it is ready and begins when it is told."""
    workers = [_worker(folder, database_url, number) for number in range(PROCESSES)]
    for worker in workers:
        _expect(worker, "ready")
    taken: dict[str, list[float]] = {"whole": [], "plain": []}
    for _ in range(ROUNDS):
        for kind, rounds in taken.items():
            rounds.append(_round(workers, kind))
    for worker in workers:
        _tell(worker, "stop")
        worker.wait(30)
    return Pace(statistics.median(taken["whole"]), statistics.median(taken["plain"]))


def _worker(folder: str, database_url: str, number: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "bench.creating", folder, database_url, str(number)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=dict(os.environ))


def _tell(worker: "subprocess.Popen[str]", word: str) -> None:
    assert worker.stdin is not None
    worker.stdin.write(f"{word}\n")
    worker.stdin.flush()


def _expect(worker: "subprocess.Popen[str]", word: str) -> None:
    assert worker.stdout is not None
    assert worker.stdout.readline().strip() == word


def _round(workers: list["subprocess.Popen[str]"], kind: str) -> float:
    begun = time.perf_counter()
    for worker in workers:
        _tell(worker, kind)
    for worker in workers:
        _expect(worker, "done")
    return (time.perf_counter() - begun) * 1000 / (len(workers) * CLIENTS * EACH)


def work(folder: str, database_url: str, number: int) -> None:
    """A process of its own: waits for a word, does a round, says that it is done."""
    from bench.start import start  # noqa: PLC0415 - in the process that is started for it

    start(folder, database_url)
    from bench.reports import kinds  # noqa: PLC0415 - Django has to be started first

    does = kinds(number)
    say("ready")
    for line in sys.stdin:
        if line.strip() == "stop":
            return
        _together(does[line.strip()])
        say("done")


def _together(does: Callable[[int], None]) -> None:
    def client(number: int) -> None:
        for _ in range(EACH):
            does(number)

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    work(sys.argv[1], sys.argv[2], int(sys.argv[3]))
