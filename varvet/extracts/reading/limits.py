"""How large a list may be, and the sentences for files that cannot be read: with row and column, never with content."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes; `line` and `cell` in characters. `swelling`: how many times larger a part is than when zipped."""

    text_file: int = 2_000 * MEGABYTE
    workbook: int = 200 * MEGABYTE
    unpacked: int = 600 * MEGABYTE
    held_whole: int = 100 * MEGABYTE  # parts of a workbook that are kept in memory while it is read
    swelling: int = 100
    rows: int = 5_000_000
    columns: int = 500
    line: int = 1_000_000
    cell: int = 32_767


LIMITS = Limits()

TOO_LARGE = marked("Filen är {size} MB. Högst {most} MB kan läsas: dela listan, till exempel per år.")
TOO_MANY_ROWS = marked("Listan har fler än {most} rader. Dela den, till exempel per år.")
TOO_WIDE = marked("Rad {row} har fler än {most} kolumner. Så breda listor kan inte läsas.")
TOO_LONG_LINE = marked("Rad {row} är längre än {most} tecken. Är det en lista?")
RAGGED = marked("Rad {row} har {found} kolumner, men rubrikraden har {expected}. Kontrollera avgränsaren.")
FORMULA = marked("Rad {row}, kolumn {column} innehåller en formel. Spara listan med värden i stället för formler.")
BAD_QUOTES = marked("Rad {row} har ett citattecken som inte avslutas, eller en för lång text.")
NO_HEADING = marked("Ingen rubrikrad hittades på de första {rows} raderna. Ange kolumnerna, eller lägg till rubriker.")
NO_ROWS = marked("Listan har en rubrikrad men inga rader.")
CUT_OFF = marked("Filen slutar mitt i ett tecken, så den är inte hel. Hämta den igen.")
NO_TEXT = marked("Filen är varken text eller en arbetsbok. Spara listan som CSV eller XLSX.")
OLD_WORKBOOK = marked("Arbetsboken är lösenordsskyddad eller i ett äldre format. Spara den som XLSX utan lösenord.")
BROKEN_WORKBOOK = marked("Arbetsboken kan inte läsas: den är skadad eller inte en XLSX-fil.")
SWELLS = marked("Arbetsboken packas upp till mer än vad som kan läsas. Spara listan som CSV.")
CHANGED = marked("Filen ändrades medan den lästes. Vänta tills den är hel och försök igen.")
NO_FILE = marked("Det finns ingen fil med det namnet, eller så får den inte läsas.")


def unreadable(code: str, wording: str, **values: object) -> RuleBroken:
    """Why a file is not read; the values are numbers of ours, so that no sentence can hold what the file says."""
    return RuleBroken(f"extracts.{code}", wording, values=values)


def letters(column: int) -> str:
    """A column's name as spreadsheets have it: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
