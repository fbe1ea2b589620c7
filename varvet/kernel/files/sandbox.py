"""Files are read in a process of their own, with little memory and time, and without our keys."""

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import varvet
from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.refusals import Reason, Refused

logger = logging.getLogger(__name__)
PROGRAM = "varvet.kernel.files.cleaning"
TAKEN = b"taken"
LONGEST = 60  # seconds
HOME = Path(varvet.__file__).resolve().parent.parent
SURROUNDINGS = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
AT_ONCE = threading.BoundedSemaphore(2)  # each may take two gigabytes


def clean(content: bytes, kind: Kind) -> bytes:
    """The content as it may be kept. Refused with the reason; TOO_HEAVY when it took too much to find out."""
    command = [sys.executable, "-m", PROGRAM, kind.value]
    with AT_ONCE:
        try:
            done = subprocess.run(
                command, input=content, capture_output=True, cwd=HOME, env=SURROUNDINGS, timeout=LONGEST, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise Refused(Reason.TOO_HEAVY) from error
    verdict, _, rest = done.stdout.partition(b"\n")
    if done.returncode or not verdict:  # killed by a limit, or it fell; what it said may quote the file
        logger.warning("Cleaning a file of kind %s ended with code %s.", kind.value, done.returncode)
        raise Refused(Reason.TOO_HEAVY if done.returncode < 0 else Reason.DAMAGED)
    if verdict != TAKEN:
        raise Refused(Reason(rest.decode()))
    return rest
