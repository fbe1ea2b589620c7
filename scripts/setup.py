"""Makes the project ready to run, or to test: environment, packages, front end; does only what has changed."""

import argparse
import hashlib
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from scripts import frontend
from scripts.environment import (
    ROOT,
    CannotSetUp,
    install,
    install_project,
    install_with_pip,
    make_environment,
    run,
)

ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin/python"
REQUIREMENTS = ROOT / "requirements"
LOCKS = {"run": REQUIREMENTS / "base.txt", "test": REQUIREMENTS / "test.txt"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", choices=list(LOCKS), default="run", help="what the environment is for")
    purpose = parser.parse_args().to
    try:
        prepare_environment(purpose)
        prepare_frontend()
        prepare_words()
    except CannotSetUp as problem:
        print(f"Error: {problem}", file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"Error: {problem.filename or 'A file'} could not be written: {problem.strerror}.", file=sys.stderr)
        return 1
    return 0


def prepare_environment(purpose: str) -> None:
    base = stamp([REQUIREMENTS / "install.txt", ROOT / "pyproject.toml"], f"{sys.version_info[:2]} {ENVIRONMENT}")
    if read(ENVIRONMENT / ".made-from") != base:
        step("Making the Python environment", lambda: make_environment(ENVIRONMENT))
        step("Installing the installer", lambda: install_with_pip(PYTHON, REQUIREMENTS / "install.txt"))
        step("Installing Varvet itself", lambda: install_project(PYTHON))
        (ENVIRONMENT / ".made-from").write_text(base, "utf-8")
    if is_ready_to(purpose):
        return
    step(f"Installing the packages to {purpose}", lambda: install(PYTHON, LOCKS[purpose]))
    (ENVIRONMENT / f".ready-to-{purpose}").write_text(stamp([LOCKS[purpose]]), "utf-8")


def is_ready_to(purpose: str) -> bool:
    """What is ready to test is ready to run: the test lock holds the run-time packages in the same versions."""
    enough = ("test",) if purpose == "test" else ("run", "test")
    return any(read(ENVIRONMENT / f".ready-to-{kind}") == stamp([LOCKS[kind]]) for kind in enough)


def prepare_frontend() -> None:
    made_from = frontend.PAGES / ".made-from"
    now = stamp([*frontend.sources(), ROOT / "scripts/frontend.py"])
    if read(made_from) == now and frontend.is_built():
        return
    step("Building the front end", frontend.build)
    made_from.write_text(now, "utf-8")


def prepare_words() -> None:
    """The catalogues, compiled: a matter of times, so the command itself knows what has changed."""
    catalogues = list((ROOT / "varvet").rglob("*.po"))
    if all(_is_compiled(path) for path in catalogues):
        return
    step("Compiling the words", lambda: run([str(PYTHON), "-m", "varvet", "words", "compile"]))


def _is_compiled(catalogue: Path) -> bool:
    compiled = catalogue.with_suffix(".mo")
    return compiled.exists() and compiled.stat().st_mtime_ns >= catalogue.stat().st_mtime_ns


def stamp(files: Iterable[Path], extra: str = "") -> str:
    """A hash of what a step depends on."""
    digest = hashlib.sha256(extra.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def read(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


def step(title: str, action: Callable[[], object]) -> None:
    print(f"{title:<36}", end="", flush=True)
    begun = time.monotonic()
    try:
        action()
    except BaseException:
        print()
        raise
    print(f"{time.monotonic() - begun:5.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
