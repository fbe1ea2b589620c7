"""`varvet audit`: the trail of who did and read what."""

import sys

import click

from varvet.kernel.audit.verify import verify as find_faults
from varvet.kernel.records.told import list_untold


@click.group()
def command() -> None:
    """Prove that the trail of who did and read what is whole."""


@command.command()
def verify() -> None:
    """Read the whole trail; exit code 1 when something has been edited, removed, moved or cut off."""
    faults = [finding.sentence for finding in find_faults()]
    faults += [f"The trail does not tell of the last version of {reference}." for reference in list_untold()]
    for fault in faults:
        click.echo(fault)
    if faults:
        sys.exit(1)
    click.echo("The trail is whole.")
