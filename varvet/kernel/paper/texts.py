"""What both renderers do with a text: its paragraphs, and the words that every document says alike."""

import re

EMPTY_LINES = re.compile(r"\n\s*\n")
LINE_ENDS = re.compile(r"\r\n?|\u2028|\x85")
PARAGRAPH_END = "\u2029"

# A document is Swedish whoever reads it.
DRAFT = "Utkast"
MISSING = "Saknas ännu:"
REFERENCE = "Ärende"
DAY = "Datum"


def paragraphs(text: str) -> list[str]:
    """Parted by empty lines; the line breaks inside stay."""
    said = LINE_ENDS.sub("\n", text).replace(PARAGRAPH_END, "\n\n")
    return [part.strip("\n") for part in EMPTY_LINES.split(said) if part.strip()]
