"""The process of its own: a line of JSON and the file in, the answer out, within limits."""

import contextlib
import resource
import sys

from varvet.extracts.apart.answering import answer
from varvet.extracts.apart.asked import ASKED
from varvet.extracts.apart.spoken import read, written

GIGABYTE = 1_000_000_000  # bytes
TIME = 240  # seconds of computing
LIMITS = {
    resource.RLIMIT_AS: 6 * GIGABYTE,  # DuckDB and Arrow reserve far more than they use
    resource.RLIMIT_CPU: TIME,
    resource.RLIMIT_FSIZE: 2 * GIGABYTE,
    resource.RLIMIT_CORE: 0,
}


def limit() -> None:
    """Not every system knows every limit."""
    for what, most in LIMITS.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def main() -> None:
    kind = ASKED[sys.argv[1]]
    first, _, content = sys.stdin.buffer.read().partition(b"\n")
    told = answer(read(kind, first.decode()), content)
    sys.stdout.write(f"{type(told).__name__}\n{written(told)}")


if __name__ == "__main__":
    limit()
    main()
