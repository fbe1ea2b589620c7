"""Typed readers of the environment: each says what is wrong in one sentence."""

import os
from pathlib import Path


class BadEnvironment(Exception):
    """A setting in the environment that cannot be used; the message says which and what to do."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool) -> bool:
    value = text(name, "1" if default else "0").lower()
    if value in {"1", "true", "yes", "ja"}:
        return True
    if value in {"0", "false", "no", "nej", ""}:
        return False
    raise BadEnvironment(f"{name} is {value!r}. Write 1 for yes or 0 for no.")


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdigit():
        raise BadEnvironment(f"{name} is {value!r}. Write a whole number, for example {default}.")
    return int(value)


def folder(name: str, default: str) -> Path:
    return Path(text(name, default)).expanduser().resolve()
