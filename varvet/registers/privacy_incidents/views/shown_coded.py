"""What is coded of an incident, as words: the same on its page, on paper and in the register of article 33.5."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.law.days import day_of
from varvet.kernel.ui.matrix import told
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.words import integer
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.models import DATA, GROUPS, PrivacyIncident
from varvet.registers.privacy_incidents.rules import Counted


@dataclass(frozen=True)
class Said:
    """A coded value and what it is called."""

    label: str
    value: str


def breaches_of(incident: PrivacyIncident) -> str:
    return ", ".join(said(rules.BREACH_LABELS[breach]) for breach in incident.breaches)


def affected_of(incident: PrivacyIncident, key: str) -> str:
    """The groups of people, or the sorts of data."""
    rows = [affected.category for affected in incident.affected.all()]
    return ", ".join(category.label for category in rows if category.list.key == key)


def people_of(incident: PrivacyIncident) -> str:
    """ "12 personer", "ungefär 40 personer", "10-20 personer"; empty when it has not been asked."""
    least, most = incident.people_least, incident.people_most
    if least is None or most is None:
        return _("Antalet är inte känt än") if incident.people_counted else ""
    if incident.people_counted == Counted.INTERVAL:
        return _("{least}\u2013{most} personer").format(least=integer(least), most=integer(most))
    if incident.people_counted == Counted.ESTIMATE:
        sentence = ngettext("ungefär {count} person", "ungefär {count} personer", least)
        return sentence.format(count=integer(least))
    return ngettext("{count} person", "{count} personer", least).format(count=integer(least))


def level_of(incident: PrivacyIncident) -> str:
    return said(rules.LEVEL_LABELS[incident.level]) if incident.level else ""


def authority_of(incident: PrivacyIncident) -> str:
    """What was done about the authority, as one phrase."""
    if incident.reported_to_imy_on:
        day = incident.reported_to_imy_on.isoformat()
        return (_("Anmäld {day}, för sent") if incident.in_time is False else _("Anmäld {day}")).format(day=day)
    answers = {"yes": _("Ska anmälas"), "no": _("Anmäls inte")}
    return answers.get(incident.notify, _("Inte beslutat än"))


def people_told_of(incident: PrivacyIncident) -> str:
    if incident.informed_on:
        return _("Informerade {day}").format(day=incident.informed_on.isoformat())
    answers = {"yes": _("Ska informeras"), "no": _("Informeras inte")}
    return answers.get(incident.inform, _("Inte beslutat än"))


def assessed_of(incident: PrivacyIncident) -> list[Said]:
    """What the assessment says; what is not known is left out."""
    risk = told(incident.consequence, incident.probability or 1) if incident.consequence else ""
    found = [
        Said(_("Vad hände med uppgifterna"), breaches_of(incident)),
        Said(_("Vilka det gäller"), affected_of(incident, GROUPS)),
        Said(_("Antal"), people_of(incident)),
        Said(_("Slags uppgifter"), affected_of(incident, DATA)),
        Said(_("Antal poster"), integer(incident.data_records) if incident.data_records is not None else ""),
        Said(_("Risk för människor"), level_of(incident)),
        Said(_("Konsekvens gånger sannolikhet"), risk),
        Said(_("Personuppgiftsbiträde"), incident.processor),
    ]
    return [one for one in found if one.value]


def decided_of(incident: PrivacyIncident) -> list[Said]:
    """What was decided, sent and answered."""
    by = incident.decided_by.name if incident.decided_by else ""
    found = [
        Said(_("Dataskyddsombudets råd"), _chosen(rules.RECOMMENDATION_LABELS, incident.advice)),
        Said(_("Beslutad"), _day(incident.decided_on)),
        Said(_("Beslutad av"), by),
        Said(_("Punkt i delegationsordningen"), incident.delegation),
        Said(_("Till IMY"), authority_of(incident) if incident.notify else ""),
        Said(_("Skickad av"), incident.notified_by.name if incident.notified_by else ""),
        Said(_("IMY:s diarienummer"), incident.imy_number),
        Said(_("Kompletteras"), _("Ja, mer skickas") if incident.more_follows else ""),
        Said(_("De berörda"), people_told_of(incident) if incident.inform else ""),
        Said(_("Sätt"), _chosen(rules.HOW_LABELS, incident.informed_how)),
        Said(_("IMY:s svar"), _chosen(rules.RULING_LABELS, incident.ruling)),
        Said(_("Svaret kom"), _day(incident.ruled_on)),
        Said(_("Följs upp"), _day(incident.follow_up_due_on)),
    ]
    return [one for one in found if one.value]


def happened_of(incident: PrivacyIncident) -> list[Said]:
    """Where, when and how far it has come."""
    found = [
        Said(_("Enhet"), incident.unit.name),
        Said(_("Läge"), said(rules.STATUS_LABELS[incident.status])),
        Said(_("Typ"), incident.category.label if incident.category else ""),
        Said(_("Hände"), _day(incident.occurred_day) or _("Vet inte")),
        Said(_("Ni fick veta"), day_of(incident.received_at).isoformat()),
        Said(_("Bedömd"), _day(incident.assessed_on)),
        Said(_("Avslutad"), _day(incident.closed_on)),
        Said(_("Avskriven"), _day(incident.dismissed_on)),
        Said(_("Öppnad igen"), _day(incident.reopened_on)),
    ]
    return [one for one in found if one.value]


def _chosen(labels: dict[str, str], code: str) -> str:
    return said(labels[code]) if code else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
