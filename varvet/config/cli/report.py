"""`varvet report`: the annual quality report as files."""

from pathlib import Path

import click

from varvet.config.cli.steps import Steps
from varvet.insight.annual_report.build import Order
from varvet.insight.annual_report.build import build as build_report
from varvet.insight.annual_report.renderers import FORMATS

EVERY = ",".join(FORMATS)


@click.group()
def command() -> None:
    """Build the annual quality report."""


@command.command()
@click.option("--root", required=True, help="The organisation, for example bromma.")
@click.option("--year", required=True, type=int, help="The quality year, named after the year it ends.")
@click.option("--template", default="bromma", show_default=True, help="`bromma`, or `tables` for every table alone.")
@click.option("--format", "formats", default=EVERY, show_default=True, help="One or several, with commas between.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder to write report.json … in.")
def build(root: str, year: int, template: str, formats: str, out: Path) -> None:
    """Count every figure anew and write the report; all files or none."""
    chosen = tuple(dict.fromkeys(name.strip() for name in formats.split(",") if name.strip()))
    with Steps() as steps:
        files = build_report(Order(root, year, template, chosen, out), progress=steps.progress)
    for file in files:
        click.echo(f"{file}  {file.stat().st_size / 1024:.0f} KiB")
