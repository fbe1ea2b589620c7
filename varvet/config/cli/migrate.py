"""`varvet migrate`: the database's shape."""

import gc

import click
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


@click.command()
def command() -> None:
    """Bring the database to the shape this version needs. Does nothing when it already has it."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):  # half the time of a migrate that has nothing to do
        gc.disable()  # it leaves many thousand models behind, and looking through them takes half the time
        call_command("migrate", interactive=False, verbosity=0)
        gc.enable()
