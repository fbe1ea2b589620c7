"""`varvet keys`: the secret keys of an installation."""

import click

from varvet.config import keys


@click.group()
def command() -> None:
    """Make the secret keys an installation needs."""


@command.command()
def new() -> None:
    """Print a fresh set, as lines for the environment. Keep them safe: lost text keys mean lost texts."""
    for name, value in keys.new().items():
        click.echo(f"{name}={value}")
