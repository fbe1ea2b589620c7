"""`varvet work`: a worker of its own, for those who let `varvet serve` do nothing but serve."""

import signal
from types import FrameType

import click

from varvet.kernel.jobs.worker import Worker


@click.command()
def command() -> None:
    """Do what waits in the queue until Ctrl+C: mail, reminders, tidying. As many as one likes may run."""
    worker = Worker()

    def stop(_number: int, _frame: FrameType | None) -> None:
        worker.stop()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    click.echo("The worker looks for jobs (stop with Ctrl+C)")
    worker.run()
