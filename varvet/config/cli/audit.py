"""`varvet audit`: the trail of who did and read what."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from varvet.kernel.audit.sealing import Head, heads
from varvet.kernel.audit.sealing import seal as seal_trail
from varvet.kernel.audit.trail import write_verified
from varvet.kernel.audit.verify import verify as find_faults
from varvet.kernel.records.told import list_untold


@click.group()
def command() -> None:
    """Prove that the trail of who did and read what is whole."""


@command.command()
@click.option("--heads", "kept", type=click.Path(path_type=Path, exists=True), help="Heads exported earlier.")
def verify(kept: Path | None) -> None:
    """Read the whole trail; exit code 1 when something has been edited, removed, moved or cut off."""
    exported = [Head(**head) for head in json.loads(kept.read_text("utf-8"))] if kept else []
    faults = [finding.sentence for finding in find_faults(exported)]
    faults += [f"The trail does not tell of the last version of {reference}." for reference in list_untold()]
    write_verified(faults=len(faults))
    for fault in faults:
        click.echo(fault)
    if faults:
        sys.exit(1)
    click.echo("The trail is whole.")


@command.command()
def seal() -> None:
    """Seal what is not sealed yet. `varvet serve` does so by itself every few seconds."""
    click.echo(f"{seal_trail()} rows sealed.")


@command.command("heads")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="The file to write, kept outside this system."
)
def export_heads(out: Path) -> None:
    """Export the end of each chain, to verify against later: a rewritten trail cannot match it."""
    out.write_text(json.dumps([asdict(head) for head in heads()]), "utf-8")
    click.echo(out)
