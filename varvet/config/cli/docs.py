"""`varvet docs`: the pages that are made from the code."""

from pathlib import Path

import click
from django.conf import settings

from varvet.kernel.records.documents import pages
from varvet.kernel.records.errors import Told
from varvet.kernel.records.registry import list_registers


@click.group()
def command() -> None:
    """Write the pages that are made from the code: states, measures, law."""


@command.command()
def write() -> None:
    """Write docs/law.md, docs/measures.md, docs/states.md and the states in each register's README anew."""
    root = settings.PACKAGE.parent
    changed = write_pages(root)
    for path in changed:
        click.echo(path.relative_to(root))
    click.echo(f"{len(changed)} pages differed and are written anew.")


def write_pages(root: Path) -> list[Path]:
    """The pages that differed. Told where there is no project around the program."""
    if not (root / "docs").is_dir():
        raise Told("The pages are part of the project's source, and there is no docs folder beside the program.")
    made = pages(root, list_registers())
    changed = [path for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text]
    for path in changed:
        path.write_text(made[path], "utf-8")
    return changed
