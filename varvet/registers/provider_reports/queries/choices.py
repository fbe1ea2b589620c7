"""What a root arranges about private providers: the list of them."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.setting_cards import Group, PageCard
from varvet.registers.provider_reports.models import Provider


def _providers(root: Unit, day: date) -> str:
    in_force = Q(last_day__isnull=True) | Q(last_day__gte=day)
    count = Provider.objects.filter(in_force, root=root, first_day__lte=day).count()
    if not count:
        return _("Ingen utförare än")
    return ngettext("{count} utförare", "{count} utförare", count).format(count=count)


CHOICES = (
    PageCard(
        marked("Privata utförare"),
        marked("De som ni har avtal med."),
        Group.LEX_SARAH,
        "provider_reports:providers",
        "provider_reports.edit_providers",
        _providers,
    ),
)
