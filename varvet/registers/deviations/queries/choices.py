"""What a root chooses about its deviations: its lists, whose the health care is, and its own replies."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.setting_cards import Group, ListCard, PageCard, SettingCard, Shape
from varvet.registers.deviations import rules
from varvet.registers.deviations.queries.replies import list_templates
from varvet.registers.deviations.rules.health_care import SAID_BY_KIND


def _replies(root: Unit, _day: date) -> str:
    count = len(list_templates(root))
    if not count:
        return _("De som följer med Varvet")
    return ngettext("{count} egen mall", "{count} egna mallar", count).format(count=count)


CHOICES = (
    ListCard(
        "deviation_type",
        marked("Typer av avvikelser"),
        marked("Det en avvikelse handlar om. Väljs när den bedöms, och räknas i rapporter."),
        Group.DEVIATIONS,
        multiple=True,
    ),
    ListCard(
        "deviation_causes",
        marked("Orsaker"),
        marked("Det en utredning väljer bland när den skriver varför något hände. Även i lex Sarah."),
        Group.DEVIATIONS,
        multiple=True,
    ),
    ListCard(
        "health_care_kinds",
        marked("Händelser i hälso- och sjukvård"),
        marked("Vad som hände, för avvikelser i hälso- och sjukvård. Fall räknas för sig."),
        Group.DEVIATIONS,
        counted=frozenset(SAID_BY_KIND),
    ),
    SettingCard(
        "health_care_elsewhere",
        marked("Annan nämnd med hälso- och sjukvården"),
        marked("Nämndens namn, om den inte är er egen. Tomt om ni har hälso- och sjukvården själva."),
        marked("Avvikelser i hälso- och sjukvård lämnas över till nämnden när de bedöms. De som pågår ändras inte."),
        Group.DEVIATIONS,
        Shape.TEXT,
    ),
    ListCard(
        rules.COUNTERPARTS,
        marked("Motparter i samverkan"),
        marked("Vem det brast med, för avvikelser i samverkan."),
        Group.DEVIATIONS,
    ),
    ListCard(
        rules.AGREEMENTS,
        marked("Överenskommelser som kan brista"),
        marked("Vad som inte hölls, för avvikelser i samverkan."),
        Group.DEVIATIONS,
    ),
    PageCard(
        marked("Svarsmallar"),
        marked("Ord till den som har rapporterat."),
        Group.DEVIATIONS,
        "deviations:replies",
        "deviations.edit_replies",
        _replies,
    ),
    ListCard(
        "lex_sarah_events",
        marked("Händelser som alltid prövas enligt lex Sarah"),
        marked("Väljs en av dem när en avvikelse bedöms får den som utreder lex Sarah frågan direkt."),
        Group.LEX_SARAH,
    ),
)
