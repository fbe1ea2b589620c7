"""The words of a report: kept per root, year and place in the template."""

from varvet.insight.annual_report.models import PrintedFigure, PrintedRemark, WrittenText
from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit


def save_text(root: Unit, year: int, place: str, text: str, *, by: User | None = None) -> None:
    """Paragraphs are parted by an empty line. {v:name} is a computed figure, [^name] a footnote of the template."""
    values = {"text": text.strip(), "written_by_id": by.pk if by else None}
    WrittenText.objects.update_or_create(root=root, year=year, place=place, defaults=values)


def texts_of(root: Unit, year: int) -> dict[str, str]:
    """Place -> text, for those that somebody has written."""
    return dict(WrittenText.objects.filter(root=root, year=year).values_list("place", "text"))


def save_printed(figures: list[PrintedFigure], remarks: list[PrintedRemark]) -> None:
    """Keeps what an earlier report printed, to be shown where it differs."""
    PrintedFigure.objects.bulk_create(figures, batch_size=400)
    PrintedRemark.objects.bulk_create(remarks, batch_size=400)
