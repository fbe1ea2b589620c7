"""Reporting as shown: where one may report, and how the form starts."""

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.form_parts import fresh


def report_units(reader: Reader) -> list[Unit]:
    """Where the person may report."""
    reader.require("lex_sarah.report")
    return reader.list_units("lex_sarah.report")


def report_start(request: PersonRequest, units: list[Unit]) -> dict[str, object]:
    """A fresh form: a one-time key and the person's own unit."""
    return fresh(request, units)
