"""What a root chooses about lex Sarah: its types, what it may leave uninvestigated, and who decides."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.setting_cards import Group, ListCard, PageCard, SettingCard, Shape
from varvet.registers.lex_sarah.models import TYPES, Delegation
from varvet.registers.lex_sarah.rules.codes import DECLINABLE, NOT_OPENED_LABELS


def _delegations(root: Unit, day: date) -> str:
    """How many points hold on the day: without one nobody may decide."""
    in_force = Q(last_day__isnull=True) | Q(last_day__gte=day)
    count = Delegation.objects.filter(in_force, root=root, first_day__lte=day).count()
    if not count:
        return _("Ingen får besluta än")
    return ngettext("{count} punkt gäller", "{count} punkter gäller", count).format(count=count)


CHOICES = (
    ListCard(
        TYPES,
        marked("Typer av händelser i lex Sarah"),
        marked("Vad en händelse handlar om. Väljs i varje ärende, och räknas i rapporter. Även för enskild regi."),
        Group.LEX_SARAH,
    ),
    SettingCard(
        DECLINABLE,
        marked("Skäl att inte utreda en rapport"),
        marked("Kryssa det ni tillåter. Utan kryss utreds varje rapport."),
        marked("Den som beslutar om utredning ska inledas väljer bland skälen."),
        Group.LEX_SARAH,
        Shape.SOME,
        labels=NOT_OPENED_LABELS,
    ),
    SettingCard(
        "lex_sarah_investigator_may_decide",
        marked("Får den som har utrett också besluta?"),
        marked("Nej är det vanliga: en annan person än utredaren beslutar."),
        marked("Gäller beslut som fattas från dagen. Fattade beslut ändras inte."),
        Group.LEX_SARAH,
        Shape.YES_NO,
    ),
    PageCard(
        marked("Delegation i lex Sarah"),
        marked("Vem som får besluta och anmäla till IVO."),
        Group.LEX_SARAH,
        "lex_sarah:delegations",
        "lex_sarah.delegate",
        _delegations,
    ),
)
