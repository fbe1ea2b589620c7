"""Addresses of staff meetings."""

from django.urls import path

from varvet.kernel.ui.papers import Form
from varvet.registers.meetings.views import lines, pages, steps

SHEET = "apt/<slug:reference>/"
LINE = SHEET + "punkt/<int:line>/"

app_name = "meetings"
urlpatterns = [
    path("apt/", pages.index, name="list"),
    path("apt/nytt/", pages.make, name="make"),
    path(SHEET, pages.page, name="page"),
    path(SHEET + "papper/", pages.paper, name="paper"),
    path(SHEET + "papper/blad.pdf", pages.document, {"form": Form.PDF}, name="pdf"),
    path(SHEET + "papper/blad.docx", pages.document, {"form": Form.DOCX}, name="docx"),
    path(SHEET + "borja/", steps.begin, name="begin"),
    path(SHEET + "hallet/", steps.hold, name="hold"),
    path(SHEET + "avsluta/", steps.close, name="close"),
    path(SHEET + "blev-inte-av/", steps.mark_not_held, name="mark_not_held"),
    path(SHEET + "ny-punkt/", steps.add_line, name="add_line"),
    path(SHEET + "fraga/", steps.ask, name="ask"),
    path(SHEET + "ansvarig/", steps.assign, name="assign"),
    path(LINE, lines.answer_line, name="answer"),
    path(LINE + "lyft/", lines.raise_line, name="raise"),
]
