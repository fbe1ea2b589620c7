"""What every part of the computation needs to know: the root, the year, the counter and the words."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from varvet.insight.annual_report.compute.spec import TemplateSpec
from varvet.insight.annual_report.models import PrintedFigure, PrintedRemark
from varvet.insight.annual_report.texts import texts_of
from varvet.insight.measures.counting import Counter
from varvet.insight.measures.question import Question, Where
from varvet.kernel.organisation.categories import CategoryValue, NoList, list_on
from varvet.kernel.organisation.models import Provider, Unit
from varvet.kernel.organisation.settings_of_root import Period, QualityYears, get_settings, quality_years
from varvet.kernel.organisation.tree import place_among, places
from varvet.kernel.records.registry import ReportLine

YEARS_BACK = 4
SETTINGS = ("quality_areas", "focus_areas", "addressee", "department_name", "organisation_name", "owner_name")


@dataclass
class Context:
    """One report being computed. Nothing here is shown; it is asked."""

    root: Unit
    year: int
    template: TemplateSpec
    counter: Counter
    texts: dict[str, str]
    quality_areas: dict[str, str]
    focus_areas: list[str]
    printed: list[PrintedFigure]
    remarks: list[PrintedRemark]
    units: list[Unit]
    private: frozenset[int]  # ids of units run by others
    years: QualityYears
    settings: dict[str, Any]  # at the end of the year
    lines: dict[str, list[ReportLine]] = field(default_factory=dict)  # of registers, as they are asked for
    _categories: dict[str, tuple[CategoryValue, ...]] = field(default_factory=dict)

    def period(self, offset: int = 0) -> Period:
        """The report's quality year, or some years before."""
        return self.years.named(self.year + offset)

    def question(self, measure: str, where: Where = (), offset: int = 0) -> Question:
        """The measure in the report's year, or some years before (offset below 0)."""
        period = self.period(offset)
        return Question(measure, self.root.slug, period.first, period.last, where)

    def categories_of(self, key: str) -> tuple[CategoryValue, ...]:
        """The categories of a list at the end of the year; none where the root has no such list."""
        if key not in self._categories:
            self._categories[key] = ()
            with suppress(NoList):
                self._categories[key] = list_on(self.root, key, self.period().last).categories
        return self._categories[key]

    def setting(self, key: str) -> str:
        return str(self.settings[key])


def start(root: Unit, year: int, template: TemplateSpec) -> Context:
    years = quality_years(root)
    period, first = years.named(year), years.named(year - YEARS_BACK + 1).first
    settings = get_settings(root, SETTINGS, period.last)
    return Context(
        root=root,
        year=year,
        template=template,
        counter=Counter(root, first, period.last),
        texts=texts_of(root, year),
        quality_areas=settings["quality_areas"],
        focus_areas=settings["focus_areas"],
        printed=list(PrintedFigure.objects.filter(root=root, year=year)),
        remarks=list(PrintedRemark.objects.filter(root=root, year=year).order_by("order")),
        units=_units_in(root, period.last),
        private=_private_on(root, period.last),
        years=years,
        settings=settings,
    )


def _units_in(root: Unit, day: date) -> list[Unit]:
    return list(Unit.objects.filter(root=root, first_day__lte=day).exclude(last_day__lt=day).order_by("pk"))


def _private_on(root: Unit, day: date) -> frozenset[int]:
    found = places(root).items()
    return frozenset(pk for pk, rows in found if place_among(rows, day).provider == Provider.PRIVATE)
