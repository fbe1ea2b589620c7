"""`varvet words`: the interface's texts in English, collected from the code and compiled for running."""

import click

from varvet.config.catalogues import kept
from varvet.config.catalogues.places import PACKAGE


@click.group()
def command() -> None:
    """Collect the interface's texts for translation, and compile what is translated."""


@command.command()
@click.option("--missing", is_flag=True, help="List the texts that lack a translation.")
def collect(missing: bool) -> None:
    """Write every catalogue anew with the texts that the code holds now; translations are kept."""
    for found in kept.collect():
        place = found.path.relative_to(PACKAGE).parents[2].parent
        click.echo(f"{len(found.missing):>5} of {found.texts:>4} texts lack English in {place}")
        for text in found.missing if missing else ():
            click.echo(f"      {text}")


@command.command(name="compile")
def compile_() -> None:
    """Compile the catalogues that have changed."""
    click.echo(f"{kept.compile_changed()} catalogues had changed and are compiled.")
