"""`varvet audit`: the trail of who did and read what."""

import sys

import click

from varvet.kernel.audit.verify import verify as find_faults


@click.group()
def command() -> None:
    """Prove that the trail of who did and read what is whole."""


@command.command()
def verify() -> None:
    """Read the whole trail; exit code 1 when something has been edited, removed, moved or cut off."""
    findings = find_faults()
    for finding in findings:
        click.echo(finding.sentence)
    if findings:
        sys.exit(1)
    click.echo("The trail is whole.")
