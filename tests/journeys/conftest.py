"""Journeys through the program as it is served, in Debian's Chromium, with the demo loaded."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys import looks
from tests.journeys.colleagues import Colleagues

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DEMO = "bromma-2023"
LOG = "log.txt"
PATIENCE = 60  # seconds until the demo must be loaded and served
HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if "not browser" not in config.option.markexpr and not Path(CHROMIUM).exists():
        terminalreporter.section("THE JOURNEYS WERE NOT RUN: Chromium is missing", sep="!", red=True, bold=True)
        terminalreporter.line("Install it (on Debian: sudo apt install chromium) and run `make test-browser`.")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if not Path(CHROMIUM).exists():
        pytest.skip("Chromium is missing")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@dataclass(frozen=True)
class Served:
    """The program as it runs: its address, its data folder and what it has written to its log."""

    address: str
    data: Path
    log: Path

    def varvet(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A command beside the running program, on the same data."""
        return subprocess.run(
            [sys.executable, "-m", "varvet", *arguments], env=_environment(self.data), capture_output=True, text=True
        )


@pytest.fixture(scope="session")
def loaded() -> Path:
    """A data folder with the demo, from an empty one: made by the first process of a run, for all of them to copy."""
    folder = Path(os.environ["VARVET_TESTS_PATTERN"]) / "served"
    data, made = folder / "data", folder / "made"
    data.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            _load(data)
            made.touch()
    return data


def _load(data: Path) -> None:
    with (data / LOG).open("w") as output:
        for arguments in (["migrate"], ["demo", "load", DEMO]):
            command = [sys.executable, "-m", "varvet", *arguments]
            subprocess.run(command, env=_environment(data), stdout=output, check=True)


@pytest.fixture(scope="session")
def served(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The program, served with the demo: one for each process of the run, with data of its own."""
    data = shutil.copytree(loaded, tmp_path_factory.mktemp("served") / "data")
    log, environment = data / LOG, _environment(data)
    with log.open("a") as output:
        address = f"http://127.0.0.1:{_free_port()}"
        command = [sys.executable, "-m", "varvet", "serve", "--port", address.rpartition(":")[2]]
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    try:
        _wait_for(address, process, log)
        yield Served(address, data, log)
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="session")
def base_url(served: Served) -> str:
    """Lets a journey say page.goto("/")."""
    return served.address


@pytest.fixture(scope="session")
def colleagues(browser: Browser, served: Served) -> Iterator[Colleagues]:
    """Everybody a story needs, each logged in once."""
    found = Colleagues(browser, served.address, served.varvet)
    yield found
    found.close()


@pytest.fixture
def axe(page: Page) -> Callable[[], None]:
    """Checks the page as it is now; fails with what is wrong, where, and how to mend it."""
    return lambda: looks.check_axe(page)


def _environment(data: Path) -> dict[str, str]:
    return {**os.environ, "VARVET_DATA": str(data), "DATABASE_URL": ""}


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        if _answers(address):
            return
        time.sleep(0.2)
    pytest.fail(f"The program did not answer at {address}:\n{log.read_text('utf-8')}")


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=5)
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
