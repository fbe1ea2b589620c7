"""Seals the trail while the program is served: a thread beside the server, a few seconds behind what is written."""

import logging
import threading

from django.db import DatabaseError, connections

from varvet.kernel.audit.sealing import seal

EVERY = 5.0  # seconds
logger = logging.getLogger(__name__)


class Sealer(threading.Thread):
    """Stops when asked; a database that does not answer is tried again at the next turn."""

    def __init__(self) -> None:
        super().__init__(name="sealer", daemon=True)
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.wait(EVERY):
            self.turn()

    def turn(self) -> None:
        try:
            seal()
        except DatabaseError as error:
            logger.warning("The trail could not be sealed now: %s", error)
        finally:
            connections.close_all()

    def stop(self) -> None:
        self._stopped.set()
