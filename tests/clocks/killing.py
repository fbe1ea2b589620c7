"""A worker that is killed at any statement, and another that takes over: in one process, with the clock in our hand."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from varvet.kernel.jobs.worker import SILENT_AFTER, Worker


class Killed(BaseException):
    """No code catches it: nothing of the worker runs after it."""


class Clock:
    """What time it is, for whoever asks Django."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
        self.now = now
        monkeypatch.setattr(timezone, "now", lambda: self.now)


class Mortal:
    """Works at given moments; each time it may be killed at a random statement, as often as `chance` says."""

    def __init__(self, clock: Clock, chance: Random, often: float) -> None:
        self._clock, self._chance, self._often = clock, chance, often
        self._worker, self.killed = Worker(), 0

    def work(self, now: datetime) -> None:
        """Until a worker has come to the end of all that is due; a dead one's jobs are taken up when it is silent."""
        self._clock.now = now
        while not self._survives():
            self.killed += 1
            self._worker = Worker()
            self._clock.now += SILENT_AFTER + timedelta(seconds=1)

    def _survives(self) -> bool:
        left = self._chance.randrange(1, 120) if self._chance.random() < self._often else None
        try:
            with connection.execute_wrapper(_Countdown(left)):
                self._worker.turn(self._clock.now)
        except Killed:
            return False
        return True


class _Countdown:
    """Counts statements down to the one at which the worker dies; None for a life without end."""

    def __init__(self, left: int | None) -> None:
        self._left = left

    def __call__(self, execute: Callable[..., Any], *statement: Any) -> Any:
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                raise Killed
        return execute(*statement)
