"""What somebody sent, as a file that is never written to a disk."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def in_memory(content: bytes) -> Iterator[Path]:
    """A file that has a path and is on no disk (memfd, Linux): what a list says of people is never written down."""
    handle = os.memfd_create("list")
    try:
        with os.fdopen(handle, "wb", closefd=False) as file:
            file.write(content)
        yield Path(f"/proc/self/fd/{handle}")
    finally:
        os.close(handle)
