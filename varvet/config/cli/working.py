"""Does what waits in the queue while the program is served: a worker in a thread beside the server."""

import threading

from varvet.kernel.jobs.worker import Worker

LET_FINISH = 10.0  # seconds; what takes longer is taken up again by the next worker


class WorkerThread(threading.Thread):
    def __init__(self) -> None:
        super().__init__(name="worker", daemon=True)
        self.worker = Worker()

    def run(self) -> None:
        self.worker.run()

    def stop(self) -> None:
        self.worker.stop()
        self.join(LET_FINISH)
