"""The report as one self-contained web page; the same parts make the page in the program (see page)."""

import base64
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from varvet.insight.annual_report.drawings import Drawings
from varvet.insight.annual_report.renderers.html.page import page_of
from varvet.insight.annual_report.value import Report
from varvet.kernel import ui
from varvet.kernel.paper import characters

OWN = Path(__file__).parents[2] / "static" / "annual_report"
SHARED = Path(ui.__file__).parent / "static" / "varvet"
FONTS = {
    "Source Sans 3": SHARED.parent / "built" / "fonts" / "source-sans-3-latin-wght-normal.woff2",
    "Source Serif 4": SHARED.parent / "built" / "fonts" / "source-serif-4-latin-opsz-normal.woff2",
}
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
    styles = "\n".join([embedded_fonts(), *[path.read_text("utf-8") for path in STYLES]])
    context = {"page": page_of(characters.for_xml(report), drawings), "styles": SafeString(styles)}
    return render_to_string("annual_report/standalone.html", context).encode()


def embedded_fonts() -> str:
    """The two upright typefaces, as far as the front end has been built; without them the reader's own are used."""
    return "\n".join(
        f"@font-face {{ font-family: '{family}'; font-weight: 200 900; font-display: swap; "
        f"src: url(data:font/woff2;base64,{base64.b64encode(path.read_bytes()).decode()}) format('woff2'); }}"
        for family, path in FONTS.items()
        if path.exists()
    )
