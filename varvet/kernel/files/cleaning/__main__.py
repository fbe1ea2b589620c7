"""Cleans one file in a process of its own: content in, content or the reason against it out."""

import contextlib
import resource
import sys

from varvet.kernel.files.cleaning.by_kind import clean
from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.refusals import Reason, Refused

TAKEN, NOT_TAKEN = b"taken\n", b"refused\n"
MEMORY = 2_000_000_000  # bytes
TIME = 15  # seconds of computing
LIMITS = {resource.RLIMIT_AS: MEMORY, resource.RLIMIT_CPU: TIME, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0}


def limit() -> None:
    """A bomb, or a flaw in what reads the file, stops here. Not every system knows every limit."""
    for what, most in LIMITS.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def main() -> None:
    kind = Kind(sys.argv[1])
    try:
        answer = TAKEN + clean(sys.stdin.buffer.read(), kind)
    except Refused as refused:
        answer = NOT_TAKEN + refused.reason.value.encode()
    except (MemoryError, RecursionError):
        answer = NOT_TAKEN + Reason.TOO_HEAVY.value.encode()
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    limit()
    main()
