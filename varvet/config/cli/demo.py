"""`varvet demo`: published figures as records, and people to log in as."""

from itertools import groupby
from operator import attrgetter

import click

from varvet.config.cli.steps import Steps
from varvet.demo.load import NAMES, is_loaded, people
from varvet.demo.load import load as load_demo


@click.group()
def command() -> None:
    """Load the demo, and see who you can log in as."""


@command.command(help=f"Load one demo or all. NAME is one of {', '.join(NAMES)}.")
@click.argument("name")
@click.option("--if-missing", is_flag=True, help="Do nothing when a demo is already there.")
def load(name: str, if_missing: bool) -> None:
    """Each is written whole or not at all; one that is already there is left as it is."""
    if if_missing and is_loaded():
        return
    with Steps() as steps:
        result = load_demo(name, progress=steps.progress)
    for root in result.roots:
        click.echo(root.sentence)
        for correction in root.corrections:
            click.echo(f"  {correction.sentence}")


@command.command("people")
def list_people() -> None:
    """Show who you can log in as, without a password, at /demo/."""
    found = sorted(people(), key=attrgetter("root_name"))  # stable: within a root the demo's own order stands
    width = max((len(person.name) for person in found), default=0)
    for root_name, there in groupby(found, key=attrgetter("root_name")):
        click.echo(f"\n{root_name}")
        for person in there:
            click.echo(f"  {person.name:<{width}}  {person.role}, {person.unit_name}")
