"""The `varvet` command: serves the program, and does what an administrator needs now and then."""

import sys

import click

from varvet.config.cli.lazy import Entry, LazyGroup
from varvet.config.cli.sentences import sentence_for

PLACE = "varvet.config.cli"
COMMANDS = [
    Entry("serve", f"{PLACE}.serve", "Serve the program in this window. --demo loads the demo first."),
    Entry("work", f"{PLACE}.work", "Do what waits in the queue, beside a server that does not.", needs_django=True),
    Entry("migrate", f"{PLACE}.migrate", "Bring the database to the shape this version needs.", needs_django=True),
    Entry("make-user", f"{PLACE}.people", "Add a person who can log in, with a role in a unit.", needs_django=True),
    Entry("report", f"{PLACE}.report", "Build the annual report as files.", needs_django=True),
    Entry("facts", f"{PLACE}.facts", "Count the facts anew, or prove that they agree.", needs_django=True),
    Entry("audit", f"{PLACE}.audit", "Prove that the trail of who did what is whole.", needs_django=True),
    Entry("extract", f"{PLACE}.extract", "Take in lists and logs from other systems.", needs_django=True),
    Entry("check", f"{PLACE}.check", "Compute list checks.", needs_django=True),
    Entry("log", f"{PLACE}.log", "Review access logs.", needs_django=True),
    Entry("demo", f"{PLACE}.demo", "Load the demo, and see who you can log in as.", needs_django=True),
    Entry("docs", f"{PLACE}.docs", "Write the pages that are made from the code.", needs_django=True),
    Entry("words", f"{PLACE}.words", "Collect the interface's texts for translation, and compile them."),
    Entry("keys", f"{PLACE}.keys", "Make the secret keys an installation needs."),
]


@click.group(cls=LazyGroup, entries=COMMANDS)
@click.version_option(package_name="varvet", prog_name="Varvet")
def root() -> None:
    """Varvet: quality work in social services.

    Data is kept in the folder VARVET_DATA (./data when not set), or in the database that DATABASE_URL names.
    """


def main() -> None:
    """Runs the command; what the user can mend is told in one sentence, exit code 1, without a traceback."""
    try:
        root.main(prog_name="varvet")
    except Exception as error:
        sentence = sentence_for(error)
        if sentence is None:
            raise
        click.echo(f"Error: {sentence}", err=True)
        sys.exit(1)
