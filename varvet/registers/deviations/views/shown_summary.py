"""A deviation as it is printed: what is coded, what was written, what has happened and what it led to."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from varvet.kernel.access.checks import check
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import get_register, is_visible
from varvet.kernel.ui.record_parts import events_of
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import queries, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.views.shown_asks import HAPPENED
from varvet.registers.deviations.views.shown_causes import ties_of
from varvet.registers.deviations.views.shown_handover import handovers_of
from varvet.registers.deviations.views.shown_outside import told_of

PART = "summary"  # what the trail says was read


@dataclass(frozen=True)
class Said:
    """A coded value and what it is called."""

    label: str
    value: str


@dataclass(frozen=True)
class Tied:
    """Another record it led to or came from, as far as the reader may see it."""

    reference: str
    register: str
    unit: str
    status_label: str


def require_reads(reader: Reader, deviation: Deviation) -> None:
    """NotAllowed, with who could, for somebody who only reported it."""
    if not queries.reads(reader, deviation):
        check(reader.user, queries.VIEW, deviation.unit, today=reader.today)


def summary_page(reader: Reader, deviation: Deviation, now: datetime) -> dict[str, object]:
    """Reading it for paper leaves a trace of its own, beside that of the texts."""
    note_reading(deviation, PART, by=reader.user)
    return {
        "deviation": deviation,
        "coded": coded_of(deviation),
        "words": queries.read_narratives(reader, deviation),
        "handovers": handovers_of(reader, deviation)["handovers"],
        "referrals": [_asked(referral) for referral in queries.list_referrals(deviation)],
        "ties": ties_of(reader, deviation),
        "tied": [_tied(other) for other in _others(deviation) if is_visible(reader, other)],
        "events": events_of(deviation, HAPPENED)[::-1],
        "printed_by": reader.user.name,
        "role": reader.role_label,
        "printed_at": now,
    }


def _asked(referral: Referral) -> Said:
    taking = get_register(referral.to_kind).takes
    asks = taking.labels.get(referral.topic, "") if taking else ""
    return Said(said(asks), referral.get_state_display())


def _others(deviation: Deviation) -> list[Record]:
    """Whatever it is tied to, each once; whether the reader may see it is another question."""
    same = [deviation.joined_to, deviation.duplicate_of, *deviation.joined.all(), *deviation.duplicates.all()]
    found = {other.pk: other for other in [*list_linked(deviation), *same] if other is not None}
    return list(found.values())


def coded_of(deviation: Deviation) -> list[Said]:
    """What is known, in the order it became known; what is not known is left out."""
    mentions = list(deviation.mentions.select_related("category").order_by("-primary", "category__order"))
    found = [
        Said(_("Enhet"), deviation.unit.name),
        Said(_("Läge"), said(rules.STATUS_LABELS[deviation.status])),
        Said(_("Hände"), _day(deviation.occurred_day) or _("Vet inte")),
        Said(_("Inkom"), _day(day_of(deviation.received_at))),
        Said(_("Kanal"), deviation.get_channel_display()),
        Said(_("Oro för skada"), deviation.get_worry_display() if deviation.worry else ""),
        Said(_("Slag"), said(rules.NATURE_LABELS[deviation.nature]) if deviation.nature else ""),
        Said(_("Typ"), ", ".join(mention.category.label_sv for mention in mentions)),
        *(Said(told.label, told.value) for told in told_of(deviation)),
        Said(_("Allvar"), deviation.get_severity_display() if deviation.severity else ""),
        Said(_("Konsekvens gånger sannolikhet"), _risk(deviation)),
        Said(_("Kvalitetsområde"), deviation.quality_area),
        Said(_("Huvudman"), deviation.huvudman),
        Said(_("Antal händelser"), str(deviation.tally_count) if deviation.tally_count > 1 else ""),
        Said(_("Bedömd"), _day(deviation.assessed_on)),
        Said(_("Utredning inledd"), _day(deviation.opened_on)),
        Said(_("Utredd"), _day(deviation.investigated_on)),
        Said(_("Uppföljd"), _day(deviation.followed_up_on)),
        Said(_("Gav det effekt"), deviation.get_follow_up_result_display() if deviation.follow_up_result else ""),
        Said(_("Återkoppling given"), _day(deviation.told_on)),
        Said(_("Avslutad"), _day(deviation.closed_on)),
        Said(_("Öppnad igen"), _day(deviation.reopened_on)),
    ]
    return [one for one in found if one.value]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _risk(deviation: Deviation) -> str:
    if deviation.consequence is None or deviation.probability is None:
        return ""
    score = deviation.consequence * deviation.probability
    return f"{deviation.consequence} × {deviation.probability} = {score}"


def _tied(other: Record) -> Tied:
    register = get_register(other.kind)
    return Tied(other.reference, said(register.label), other.unit.name, said(register.statuses[other.status]))
