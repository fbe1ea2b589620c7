"""A sent list of questions, as Excel or CSV: read in a process of its own, within bounds."""

from django.core.files import File

from varvet.extracts.apart import calling
from varvet.extracts.apart.asked_of_rows import ReadRows, RowsTold
from varvet.extracts.mappings import simplified
from varvet.extracts.reading.limits import MEGABYTE, Limits
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.inspections.rules import LONGEST_CODE, Asked, check_questions

LIMITS = Limits(
    text_file=MEGABYTE,
    workbook=2 * MEGABYTE,
    unpacked=20 * MEGABYTE,
    held_whole=10 * MEGABYTE,
    rows=1000,
    columns=60,
)
TEXT, CODE = "text", "code"
HEADS = {
    TEXT: ("Fråga", "Frågor", "Frågetext", "Indikator", "Question"),
    CODE: ("Nummer", "Nr", "Kod", "ID", "Frågenummer", "Number"),
}
KNOWN = {simplified(head): name for name, heads in HEADS.items() for head in heads}


def read_questions_sent(sent: "File[bytes]") -> list[Asked]:
    """RuleBroken for what is no list, or a list without a column of questions."""
    if sent.size > LIMITS.workbook:
        sentence = marked("Filen är för stor. Högst {most} MB kan läsas.")
        values = {"most": LIMITS.workbook // MEGABYTE}
        raise RuleBroken("inspection.questions.large", sentence, field="file", values=values)
    told = calling.ask(ReadRows(KNOWN, LIMITS), RowsTold, sent.read())
    if TEXT not in told.columns:
        raise RuleBroken("inspection.questions.column", marked("Listan saknar kolumnen Fråga."), field="file")
    cells = [(_words(row.cells.get(TEXT)), _words(row.cells.get(CODE))) for row in told.rows]
    found = [Asked(text, code[:LONGEST_CODE]) for text, code in cells if text]
    check_questions(found)
    return found


def _words(value: object) -> str:
    """A whole number that the workbook holds as 3.0 is 3."""
    whole = int(value) if isinstance(value, float) and value.is_integer() else value
    return "" if whole is None else " ".join(str(whole).split())
