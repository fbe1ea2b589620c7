"""`varvet report`: the annual report as files."""

from pathlib import Path

import click

from varvet.config.cli.steps import Steps
from varvet.insight.annual_report.build import Order
from varvet.insight.annual_report.build import build as build_report
from varvet.insight.annual_report.compute.spec import list_templates
from varvet.insight.annual_report.renderers import FORMATS


@click.group()
def command() -> None:
    """Build the annual report."""


@command.command()
@click.option("--root", required=True, help="Short name of the municipality or administration.")
@click.option("--year", required=True, type=int, help="The quality year, named after the year it ends.")
@click.option("--template", default="bromma", show_default=True, help=f"One of {', '.join(list_templates())}.")
@click.option("--format", "formats", default=",".join(FORMATS), show_default=True, help="One or more.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder to write in.")
def build(root: str, year: int, template: str, formats: str, out: Path) -> None:
    """Compute the report once and write it in each format, whole or not at all."""
    wanted = tuple(name.strip() for name in formats.split(",") if name.strip())
    with Steps() as steps:
        files = build_report(Order(root, year, template, wanted, out), progress=steps.progress)
    for file in files:
        click.echo(file)
