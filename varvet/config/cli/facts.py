"""`varvet facts`: the table that every figure is counted from."""

import sys

import click

from varvet.kernel.records import facts

SHOWN = 20


@click.group()
def command() -> None:
    """Count the facts anew, or prove that they agree with the records."""


@command.command()
@click.option("--check", is_flag=True, help="Write nothing, only compare; exit code 1 when something differs.")
def rebuild(check: bool) -> None:
    """Count every record anew and correct the facts that differ."""
    result = facts.rebuild(check=check)
    click.echo(f"{result.records} records, {result.facts} facts, {len(result.different)} differ.")
    for reference in result.different[:SHOWN]:
        click.echo(f"  {reference}")
    if len(result.different) > SHOWN:
        click.echo(f"  and {len(result.different) - SHOWN} more")
    if check and result.different:
        sys.exit(1)
