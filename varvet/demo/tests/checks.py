"""Many checks of the demos as one test: to copy them takes longer than a check."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import product
from typing import Any

NOW = datetime(2026, 3, 11, 9, 30, tzinfo=UTC)


class Checks:
    """Gathers functions, each to be called once or with every combination of the values given."""

    def __init__(self) -> None:
        self._calls: list[tuple[str, Callable[[], None]]] = []

    def __call__(self, function: Callable[..., None]) -> Callable[..., None]:
        return self.each()(function)

    def each(self, *choices: Sequence[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
        """A tuple among the choices is several arguments."""

        def gather(function: Callable[..., None]) -> Callable[..., None]:
            for picked in product(*choices):
                arguments = [value for one in picked for value in (one if isinstance(one, tuple) else (one,))]
                self._calls.append((f"{function.__name__}{tuple(arguments)}", partial(function, *arguments)))
            return function

        return gather

    def run(self) -> None:
        """Calls everything; says all that failed, not only the first."""
        failed = []
        for called, call in self._calls:
            try:
                call()
            except AssertionError as error:
                failed.append(f"{called}: {error}")
        assert self._calls
        assert not failed, "\n\n".join(failed)
