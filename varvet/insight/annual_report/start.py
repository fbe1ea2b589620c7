"""What the board meets on its start page: the reports, and the last whole year in a few plain sentences. No cases."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.insight.annual_report.build import years_of
from varvet.insight.measures.address import signed
from varvet.insight.measures.breakdown import breakdown
from varvet.insight.measures.counting import Counter
from varvet.insight.measures.question import Question
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import Period
from varvet.kernel.records.panels import Drawing, Figure, Panel, Row, Sentence, Spark, StartPanel
from varvet.kernel.records.registry import list_measures

MOST_REPORTS = 5
MONTHS = 12
LOOKED_BACK = 3  # years
FOLLOW = "annual_report.follow"


def list_reports(reader: Reader) -> Panel | None:
    """The reports of years that are over, the newest first."""
    rows = [
        Row(
            title=_("Kvalitetsberättelse {year}").format(year=year),
            href=reverse("annual_report:read", args=[year]),
            detail=_("Webbsida, PDF, Word och kalkylark"),
        )
        for year in _whole_years(reader)[:MOST_REPORTS]
    ]
    return Panel(_("Berättelser att läsa"), rows=tuple(rows)) if rows else None


def tell_year(reader: Reader) -> Panel | None:
    """The newest whole year of which there is something to say; looked for a few years back."""
    for year in _whole_years(reader)[:LOOKED_BACK]:
        assert reader.root is not None
        told = _Year(reader.root, reader.quality_years.named(year))
        sentences = (told.deviations(), told.lex_sarah(), told.feedback(), told.improvements())
        said = tuple(sentence for sentence in sentences if sentence)
        if said:
            return Panel(_("Året {year}").format(year=year), said, href=told.address, link=_("Läs berättelsen"))
    return None


def _whole_years(reader: Reader) -> list[int]:
    root = reader.root
    return reader.once("annual_report.whole_years", lambda: _years_over(reader, root)) if root else []


def _years_over(reader: Reader, root: Unit) -> list[int]:
    years = reader.quality_years
    now = int(years.of(reader.today).name)
    return [year for year in years_of(root, years) if year < now]


class _Year:
    """A year's figures as sentences; None where nothing was counted."""

    def __init__(self, root: Unit, period: Period) -> None:
        self.root, self.period = root, period
        self.counter = Counter(root, self.period.first, self.period.last)
        self.address = reverse("annual_report:read", args=[int(period.name)])

    def deviations(self) -> Sentence | None:
        count = self._count("deviations.received")
        text = ngettext(
            "{count} avvikelse kom in. Fler rapporter betyder inte sämre kvalitet.",
            "{count} avvikelser kom in. Fler rapporter betyder inte sämre kvalitet.",
            count,
        )
        return self._sentence(text, self._months("deviations.received"), count="deviations.received")

    def lex_sarah(self) -> Sentence | None:
        text = ngettext(
            "{count} utredning enligt lex Sarah blev färdig.",
            "{count} utredningar enligt lex Sarah blev färdiga.",
            self._count("lex_sarah.completed"),
        )
        return self._sentence(text, count="lex_sarah.completed")

    def feedback(self) -> Sentence | None:
        text = ngettext(
            "{count} synpunkt, klagomål eller beröm kom in och {answered} fick svar.",
            "{count} synpunkter, klagomål och beröm kom in och {answered} fick svar.",
            self._count("feedback.received"),
        )
        return self._sentence(text, count="feedback.received", answered="feedback.answered")

    def improvements(self) -> Sentence | None:
        text = ngettext(
            "{count} åtgärd blev genomförd.",
            "{count} åtgärder blev genomförda.",
            self._count("improvements.performed"),
        )
        return self._sentence(text, count="improvements.performed")

    def _sentence(self, text: str, spark: Spark | None = None, **measures: str) -> Sentence | None:
        if not self._count(measures["count"]):
            return None
        return Sentence(text, tuple((name, self._figure(code)) for name, code in measures.items()), spark)

    def _figure(self, code: str) -> Figure:
        address = f"{reverse('annual_report:figure')}?{signed(self._question(code).as_query())}"
        return Figure(self._count(code), address)

    def _count(self, code: str) -> int:
        """0 also where no register here declares the measure."""
        declared = any(measure.code == code for measure in list_measures())
        return int(self.counter.answer(self._question(code)) or 0) if declared else 0

    def _months(self, code: str) -> Spark | None:
        if not self._count(code):
            return None
        found = breakdown(self.counter, self._question(code), ("month",))
        numbers = {key[0]: number for key, number in found.items()}
        firsts = (month_after(self.period.first, passed) for passed in range(MONTHS))
        values = tuple(float(numbers.get(first) or 0) for first in firsts)
        return Spark(Drawing.LINE, values, _("en punkt per månad, den sista är den sista månaden"))

    def _question(self, code: str) -> Question:
        return Question(code, self.root.slug, self.period.first, self.period.last)


def month_after(first: date, passed: int) -> date:
    """The first day of the month so many months later."""
    number = first.year * 12 + first.month - 1 + passed
    return date(number // 12, number % 12 + 1, 1)


REPORTS = StartPanel((FOLLOW,), 10, list_reports)
YEAR = StartPanel((FOLLOW,), 5, tell_year)
