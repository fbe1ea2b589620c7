"""What is said of kept extracts and reviewed logs; apart, since it loads what computes."""

from varvet.extracts.log_review.findings import FindingKind
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.kernel.law.words import marked

TAKEN_IN = marked("Rader: {read}. Behålls: {used}. Undantas: {aside}.")
COLUMN = marked("{field}: kolumnen {heading}")
FOUND_OF_KIND = {
    FindingKind.UNASSIGNED: marked("Öppnade utan att ha ärendet: {count}."),
    FindingKind.PROTECTED: marked("Öppnade ärenden med skyddade personuppgifter: {count}."),
    FindingKind.OWN: marked("Öppnade sitt eget ärende: {count}."),
    FindingKind.COLLEAGUE: marked("Öppnade en kollegas ärende: {count}."),
    FindingKind.MANY: marked("Öppnade många fler än andra i samma roll: {count}."),
    FindingKind.RARE_HOURS: marked("Öppnade på tider som är ovanliga för rollen: {count}."),
    FindingKind.UNLISTED: marked("Finns inte i personallistan: {count}."),
}
LACKS = {
    ExtractKind.CASES: marked("Ingen ärendelista är importerad: vems ärendet är syns inte."),
    ExtractKind.STAFF: marked("Ingen personallista är importerad: roller och kollegor syns inte."),
    ExtractKind.PROTECTED: marked("Ingen lista över skyddade personuppgifter är importerad."),
}
OVERLAPS = marked("Två loggar gäller samma dagar. Samma öppning kan vara räknad två gånger.")
DRAWN = marked("Frö: {seed}. Ram: {frame}. Ramens hash: {hash}.")
