"""What takes time is shown while it is done, with its seconds."""

import time
from types import TracebackType
from typing import Self

import click

WIDTH = 52


class Steps:
    """Prints each step as it begins and its seconds when it ends; `with` ends the last one."""

    def __init__(self) -> None:
        self._title = ""
        self._begun = 0.0

    def begin(self, title: str) -> None:
        self._end()
        click.echo(f"{title:<{WIDTH}}", nl=False)
        self._title, self._begun = title, time.monotonic()

    def progress(self, title: str, done: int, total: int) -> None:
        """For work that tells how far it has come: a new title is a new step."""
        if title != self._title:
            self.begin(title)

    def _end(self) -> None:
        if self._title:
            click.echo(f"{time.monotonic() - self._begun:6.1f} s")
        self._title = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._end()
        elif self._title:
            click.echo()  # the sentence or traceback begins on a line of its own
