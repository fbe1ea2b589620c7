"""Commands that are imported when they are called, so that `varvet --help` answers at once."""

import importlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import click
import django


@dataclass(frozen=True)
class Entry:
    """A command's name, the module that holds it as `command`, and the line --help shows for it."""

    name: str
    module: str
    short_help: str
    needs_django: bool = False


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is called."""

    def __init__(self, *args: Any, entries: Sequence[Entry] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = {entry.name: entry for entry in entries}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        if entry.needs_django:
            start_django()
        command: click.Command = importlib.import_module(entry.module).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(entry.name, entry.short_help) for entry in self.entries.values()])


def start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "varvet.config.settings")
    django.setup()
