"""The sheet as a page to print. Without notes: what was said stays on the screen."""

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.records.panels import Drawing, Spark
from varvet.kernel.ui.qr import qr_image
from varvet.kernel.ui.words import month_and_year
from varvet.registers.meetings import queries
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.views.shown_sheet import words_of

LINES = 7  # to write on


def paper_page(request: PersonRequest, meeting: Meeting) -> dict[str, object]:
    found = queries.list_lines(meeting, request.reader.today)
    return {
        "meeting": meeting,
        "picture": qr_image(request.build_absolute_uri(reverse("meetings:page", args=[meeting.reference]))),
        "writing_lines": range(LINES),
        **_trend(meeting),
        **words_of(request.reader, meeting, found),
    }


def _trend(meeting: Meeting) -> dict[str, object]:
    """No drawing where nothing is counted."""
    months = queries.trend_of(meeting)
    values = tuple(None if month.value is None else float(month.value) for month in months)
    says = _("{first}–{last}").format(first=month_and_year(months[0].first), last=month_and_year(months[-1].first))
    return {
        "spark": Spark(Drawing.BARS, values, says) if any(value is not None for value in values) else None,
        "latest": months[-1].value,
        "latest_month": month_and_year(months[-1].first),
    }
