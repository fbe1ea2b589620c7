"""What the log does not hold: addresses that are secrets, as a calendar's and a unit's link."""

import logging
import re

# The part of a path that whoever knows it is let in by; Django writes the path of what it refuses.
SECRET = re.compile(r"(/(?:kalender|r|filer)/)[^/?#\s]+")
HIDDEN = r"\1(dold)"


class WithoutSecrets(logging.Filter):
    """Hides them before the line goes anywhere."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        hidden = SECRET.sub(HIDDEN, said)
        if hidden != said:
            record.msg, record.args = hidden, ()
        return True
