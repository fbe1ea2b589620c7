"""Reporting as shown: the form's start, its draft, and the receipt."""

import time
from datetime import date

from django.http import QueryDict
from django.utils import timezone

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.drafts import get_draft, save_draft
from varvet.kernel.ui.form_parts import fresh
from varvet.registers.deviations import queries, rules
from varvet.registers.deviations.actions.report import DRAFT
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.views.shown_steps import steps

DRAFTED = ("what", "when", "day", "unit", "affected", "done", "worry")


def receipt(deviation: Deviation, today: date) -> dict[str, object]:
    return {"deviation": deviation, "due": queries.assess_by(deviation), "steps": steps(deviation, today)}


def report_start(request: PersonRequest, units: list[Unit]) -> dict[str, object]:
    """A fresh form: a one-time key, the person's own unit, and the draft if there is one."""
    start = fresh(request, units) | {"opened": int(time.time()), "when": rules.When.TODAY}
    return start | get_draft(owner=request.reader.user, form=DRAFT, today=request.reader.today)


def save_report_draft(reader: Reader, posted: QueryDict) -> None:
    content = {name: str(posted[name])[:20_000] for name in DRAFTED if posted.get(name)}
    save_draft(owner=reader.user, form=DRAFT, content=content, now=timezone.now())


def report_units(reader: Reader) -> list[Unit]:
    """Where the person may report. NotAllowed when nowhere."""
    units = reader.list_units("deviations.report")
    if not units:
        raise NotAllowed("Din roll rapporterar inte avvikelser. Be din chef om en roll i din enhet.")
    return units
