"""Names of files as people wrote them, made safe to show and to save."""

import re
import unicodedata

LONGEST = 100  # characters, the ending included
LONGEST_ENDING = 10
UNNAMED = "fil"
PATH = re.compile(r"[/\\]")
FORBIDDEN = re.compile(r'[<>:"|?*]')  # by Windows
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # by Windows, whatever the ending
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # control, direction and zero-width signs, line breaks


def cleaned(name: str) -> str:
    """The last part of a path, without what cannot be seen or saved; never empty, at most 100 characters."""
    seen = "".join(sign for sign in unicodedata.normalize("NFC", name) if unicodedata.category(sign) not in UNSEEN)
    last = FORBIDDEN.sub("_", PATH.split(seen)[-1])
    stem, dot, ending = " ".join(last.split()).rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        stem, ending = f"{stem}{dot}{ending}", ""
    stem, ending = stem.strip(". "), ending.strip()
    if RESERVED.fullmatch(stem.partition(".")[0]):
        stem = f"_{stem}"
    after = f".{ending}" if ending else ""
    return f"{stem[: LONGEST - len(after)].strip() or UNNAMED}{after}"
