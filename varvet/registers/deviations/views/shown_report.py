"""Reporting as shown: the form's start, its draft, and the receipt."""

import time
from datetime import date

from django.core.signing import BadSignature, Signer
from django.http import QueryDict
from django.utils import timezone
from django.utils.crypto import salted_hmac

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.drafts import get_draft, save_draft
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import forms, queries, rules
from varvet.registers.deviations.actions.report import DRAFT
from varvet.registers.deviations.models import Channel, Deviation
from varvet.registers.deviations.rules.plain import PLAIN_STEPS

DRAFTED = ("what", "when", "day", "clock", "unit", "affected", "done", "worry", "came", "told_by")
NOWHERE = marked("Din roll rapporterar inte avvikelser. Be din chef om en roll i din enhet.")
SIGNED = Signer(salt="varvet.deviations.unit")


def receipt(deviation: Deviation, today: date) -> dict[str, object]:
    return {
        "deviation": deviation,
        "due": queries.assess_by(deviation),
        "steps": [said(label) for label in PLAIN_STEPS],
        "readers": readers(deviation, today),
    }


def readers(deviation: Deviation, today: date) -> list[tuple[str, str]]:
    """Who reads it, as a name and a role; without a name those further up, whose number may be many."""
    found = queries.read_by(deviation, today)
    return [(name, said(role)) for role, name in found.nearest] + [("", said(role)) for role in found.roles]


def report_form(request: PersonRequest, units: list[Unit]) -> forms.ReportForm:
    colleagues = queries.list_colleagues(request.reader)
    start = _start(request, units)
    return forms.ReportForm(request.POST or None, units=units, colleagues=colleagues, initial=start)


def report_page(request: PersonRequest, form: forms.ReportForm) -> dict[str, object]:
    """`device_owner` keeps one person's text from being offered to another who uses the same browser."""
    owner = salted_hmac("varvet.draft", str(request.reader.user.pk)).hexdigest()[:16]
    return {"form": form, "device_owner": owner}


def _start(request: PersonRequest, units: list[Unit]) -> dict[str, object]:
    """A fresh form: a one-time key, the unit of the address or the person's own, and the draft if there is one."""
    start = fresh(request, units) | {"opened": int(time.time()), "when": rules.When.TODAY}
    start |= get_draft(owner=request.reader.user, form=DRAFT, today=request.reader.today)
    asked = unit_in(request.GET.get("enhet", ""))
    if asked in {unit.pk for unit in units}:
        start["unit"] = asked
    if request.GET.get("papper"):
        start |= {"came": Channel.PAPER, "when": rules.When.OTHER}
    return start


def signed_unit(unit: Unit) -> str:
    """The unit as it stands in the address behind a QR code."""
    return SIGNED.sign(str(unit.pk))


def unit_in(signed: str) -> int | None:
    """The id in an address of ours; None for what is none."""
    try:
        return int(SIGNED.unsign(signed))
    except BadSignature:
        return None


def save_report_draft(reader: Reader, posted: QueryDict) -> None:
    content = {name: str(posted[name])[:20_000] for name in DRAFTED if posted.get(name)}
    save_draft(owner=reader.user, form=DRAFT, content=content, now=timezone.now())


def warned_in(posted: QueryDict) -> list[forms.Warned]:
    """What may point out a person in what has been typed so far."""
    return forms.HappeningForm(posted).warned


def report_units(reader: Reader) -> list[Unit]:
    """Where the person may report. NotAllowed when nowhere."""
    units = reader.list_units("deviations.report")
    if not units:
        raise NotAllowed(said(NOWHERE))
    return units
