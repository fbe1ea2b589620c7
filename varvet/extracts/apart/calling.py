"""Asks the process of its own: no keys in its surroundings, little memory and time, and only JSON back."""

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TypeVar

import varvet
from varvet.extracts.apart.asked import TOLD, Asked, Refused, Told
from varvet.extracts.apart.spoken import read, written
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

logger = logging.getLogger(__name__)
PROGRAM = "varvet.extracts.apart"
LONGEST = 300  # seconds
HOME = Path(varvet.__file__).resolve().parent.parent
SURROUNDINGS = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
AT_ONCE = threading.BoundedSemaphore(2)
TOO_HEAVY = marked("Listan är för stor att räkna här. Dela den, till exempel per månad, och försök igen.")
T = TypeVar("T", bound=Told)


class NotRead(RuleBroken):
    """A file that was not read. `headings` were found in it; `which` it is of several, or what was asked wrongly."""

    headings: tuple[str, ...] = ()
    which: str = ""


def ask(asked: Asked, expected: type[T], content: bytes = b"") -> T:
    """Outside every transaction: it takes time. NotRead with the sentence for a file that cannot be used."""
    told = _answer(asked, content)
    if isinstance(told, Refused):
        refused = NotRead(told.code, told.wording, values=told.values)
        refused.headings, refused.which = told.headings, told.which
        raise refused
    if not isinstance(told, expected):
        raise TypeError(f"{type(asked).__name__} was answered with {type(told).__name__}")
    return told


def _answer(asked: Asked, content: bytes) -> Told:
    command = [sys.executable, "-m", PROGRAM, type(asked).__name__]
    given = written(asked).encode() + b"\n" + content
    with AT_ONCE:
        try:
            done = subprocess.run(
                command, input=given, capture_output=True, cwd=HOME, env=SURROUNDINGS, timeout=LONGEST, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise NotRead("extracts.too_heavy", TOO_HEAVY) from error
    kind, _, said = done.stdout.decode().partition("\n")
    if done.returncode or kind not in TOLD:  # killed by a limit, or it fell; what it said may quote the file
        logger.warning("%s for lists ended with code %s.", type(asked).__name__, done.returncode)
        raise NotRead("extracts.too_heavy", TOO_HEAVY)
    return read(TOLD[kind], said)
