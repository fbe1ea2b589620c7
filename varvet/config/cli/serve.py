"""`varvet serve`: the web server, with what has to be in place before it."""

import errno
import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import cast

import click
from django.conf import settings
from django.db import connections
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from varvet.config.cli.steps import Steps

APPLICATION = "varvet.config.wsgi:application"
THREADS = 2 * (os.cpu_count() or 1) + 1


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--demo", is_flag=True, help="Load the demo first, when it is not already there.")
@click.option("--worker/--no-worker", default=True, help="Do what waits in the queue as well, or leave it to `work`.")
@click.pass_context
def command(ctx: click.Context, host: str, port: int, demo: bool, worker: bool) -> None:
    """Serve the program in this window until Ctrl+C."""
    check_port_is_free(host, port)
    if not os.environ.get("VARVET_ORIGINS"):
        os.environ.setdefault("VARVET_ADDRESS", address(host, port).rstrip("/"))  # which mails lead to
    with Steps() as steps:
        steps.begin("Preparing the database")
        _run(ctx, "migrate")
    if demo:
        _run(ctx, "demo", "load", name="all", if_missing=True)
    with Steps() as steps:
        steps.begin("Starting")
        _load()
    if demo:
        _run(ctx, "demo", "people")
        click.echo(f"\nChoose one of them at {address(host, port)}demo/")
    connections.close_all()  # the server's own process opens connections anew
    with _beside(worker=worker):
        _serve(host, port)


def check_port_is_free(host: str, port: int) -> None:
    """Raises ClickException with one sentence when nothing can listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
        except OSError as error:
            raise click.ClickException(_why_not(error, host, port)) from error


def address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is already in use. Stop what uses it, or choose another with --port (make run PORT=8001)."
    if error.errno == errno.EACCES:
        return f"This user may not listen on port {port}. Choose one above 1023 with --port."
    return f"Nothing can listen on {host}: {error.strerror or error}."


def _run(ctx: click.Context, *names: str, **arguments: object) -> None:
    """Runs another command of ours, imported now that its turn has come."""
    root = ctx.find_root()
    command: click.Command | None = root.command
    for name in names:
        command = cast(click.Group, command).get_command(root, name)
    root.invoke(cast(click.Command, command), **arguments)


def _load() -> None:
    """What is broken shows here rather than in the server's own process, which inherits what is imported."""
    import_module("varvet.demo.marker").refuse_in_production()
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # whitenoise warns where it is missing
    import_module(APPLICATION.partition(":")[0])


@contextmanager
def _beside(*, worker: bool) -> Iterator[None]:
    """What runs in threads of this process, which only waits for the server's own: imported once Django has started."""
    beside = [import_module("varvet.config.cli.sealer").Sealer()]
    if worker:
        beside.append(import_module("varvet.config.cli.working").WorkerThread())
    for thread in beside:
        thread.start()
    try:
        yield
    finally:
        for thread in beside:
            thread.stop()


def _serve(host: str, port: int) -> None:
    """One process, so that SQLite has one writer; Granian hands each request to one of its threads."""
    server = Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
    )
    # Granian's listener is open when the hook runs: a browser that is quick waits, it is not refused.
    server.on_startup(lambda: click.echo(f"Varvet answers at {address(host, port)} (stop with Ctrl+C)"))
    logging.getLogger("_granian").setLevel(logging.WARNING)
    server.serve()
