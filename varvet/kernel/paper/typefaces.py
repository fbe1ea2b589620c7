"""Where the typefaces of documents lie; they are fetched at set-up, not committed."""

from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
SANS = "Source Sans 3"
SERIF = "Source Serif 4"
DISPLAY = "Source Serif 4 Display"
