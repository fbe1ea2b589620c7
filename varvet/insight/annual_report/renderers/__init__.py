"""The formats a report can be rendered in; each renderer is loaded when first asked for, as some are heavy."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from django.utils.module_loading import import_string

from varvet.insight.annual_report.drawings import Drawings, Look
from varvet.insight.annual_report.value import Report

Renderer: TypeAlias = Callable[[Report, Drawings], bytes]


@dataclass(frozen=True)
class Format:
    label: str
    suffix: str
    media_type: str
    renderer: str  # dotted path of a function from report and drawings to bytes
    looks: tuple[Look, ...] = ()  # of the drawings it takes

    def load(self) -> Renderer:
        renderer: Renderer = import_string(self.renderer)
        return renderer


HOME = "varvet.insight.annual_report.renderers"
FORMATS = {
    "html": Format("Webbsida", "html", "text/html; charset=utf-8", f"{HOME}.html.render", (Look.WIDE, Look.PHONE)),
    "pdf": Format("PDF", "pdf", "application/pdf", f"{HOME}.pdf.render", (Look.PRINT,)),
    "docx": Format(
        "Word",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        f"{HOME}.docx.render",
        (Look.PRINT,),
    ),
    "xlsx": Format(
        "Kalkylark", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", f"{HOME}.xlsx.render"
    ),
    "json": Format("Siffrorna som data", "json", "application/json", f"{HOME}.json.render"),
}
