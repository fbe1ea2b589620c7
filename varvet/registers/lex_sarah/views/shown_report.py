"""Reporting as shown: where one may report, how the form starts, its draft, and the receipt."""

from datetime import date

from django.utils import timezone

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.drafts import get_draft, save_draft
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.sentences import said
from varvet.registers.lex_sarah import actions, forms, queries, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.rules import Duty, Law
from varvet.registers.lex_sarah.rules.plain import PLAIN_STEPS

DRAFTED = ("what", "occurred_day", "unit", "at_once", "informed", "law", "about_manager", "channel", "told_by")


def report_form(request: PersonRequest) -> forms.ReportForm:
    units = report_units(request.reader)
    start = fresh(request, units) | {"channel": rules.Channel.WEB}
    start |= get_draft(owner=request.reader.user, form=actions.DRAFT, today=request.reader.today)
    return forms.ReportForm(request.POST or None, units=units, initial=start)


def report_units(reader: Reader) -> list[Unit]:
    """Where the person may report."""
    reader.require("lex_sarah.report")
    return reader.list_units("lex_sarah.report")


def save_report_draft(request: PersonRequest) -> None:
    request.reader.require("lex_sarah.report")
    content = {name: str(request.POST[name])[:LONGEST] for name in DRAFTED if request.POST.get(name)}
    save_draft(owner=request.reader.user, form=actions.DRAFT, content=content, now=timezone.now())


def receipt(case: LexSarah, today: date) -> dict[str, object]:
    return {"case": case, "steps": [said(label) for label in PLAIN_STEPS], **first_days(case, today)}


def first_days(case: LexSarah, today: date) -> dict[str, object]:
    """The law says at once: the report is to be read the day it comes in."""
    received = day_of(case.received_at)
    return {
        "received": received,
        "investigated_by": queries.investigated_by(case),
        "roles": list(dict.fromkeys(said(one.role) for one in queries.list_investigators(case, today))),
        "paragraph": rules.paragraph(Law(case.law), Duty.REPORT, case.occurred_day or received),
    }
