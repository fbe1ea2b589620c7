"""`varvet migrate`: the database's shape."""

import click
from django.core.management import call_command


@click.command()
def command() -> None:
    """Bring the database to the shape this version needs. Does nothing when it already has it."""
    call_command("migrate", interactive=False, verbosity=0)
