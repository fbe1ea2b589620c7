"""The report as one self-contained web page; the same parts make the page in the program (see page)."""

from pathlib import Path

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from varvet.insight.annual_report.charts import Drawings
from varvet.insight.annual_report.renderers.html.page import page_of
from varvet.insight.annual_report.value import Report
from varvet.kernel import ui

OWN = Path(__file__).parents[2] / "static" / "annual_report"
SHARED = Path(ui.__file__).parent / "static" / "varvet"
STYLES = (
    OWN / "standalone.css",
    SHARED / "type.css",
    SHARED / "tables.css",
    SHARED / "charts.css",
    SHARED / "reading.css",
    OWN / "report.css",
    SHARED / "print.css",
)


def render(report: Report, drawings: Drawings) -> bytes:
    styles = "\n".join(path.read_text("utf-8") for path in STYLES)
    context = {"page": page_of(report, drawings), "styles": SafeString(styles)}
    return render_to_string("annual_report/standalone.html", context).encode()
