"""Seals the trail while the program is served: a thread beside the server, a few seconds behind what is written."""

import json
import logging
import threading
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils import timezone

from varvet.kernel.audit.sealing import heads, seal, unsealed_too_long

EVERY = 5.0  # seconds
logger = logging.getLogger(__name__)


class Sealer(threading.Thread):
    """Stops when asked; a database that does not answer is tried again at the next turn."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(name="sealer", daemon=True)
        self.folder = folder or settings.VARVET_DATA / "heads"
        self._exported: date | None = None
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.wait(EVERY):
            self.turn(timezone.now())

    def turn(self, now: datetime) -> None:
        try:
            seal(now=now)
            self._watch(now)
            self._export(timezone.localdate(now))
        except (DatabaseError, OSError) as error:
            logger.warning("The trail could not be sealed now: %s", error)
        finally:
            connections.close_all()

    def stop(self) -> None:
        self._stopped.set()

    def _watch(self, now: datetime) -> None:
        waiting = unsealed_too_long(now=now)
        if waiting:
            logger.error("%s rows of the trail have waited for their seal for more than five minutes.", waiting)

    def _export(self, today: date) -> None:
        """The end of each chain, once a day: to be copied to a place that this system cannot write."""
        if self._exported == today:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / f"{today}.json"
        if not file.exists():
            file.write_text(json.dumps([asdict(head) for head in heads()]), "utf-8")
        self._exported = today
