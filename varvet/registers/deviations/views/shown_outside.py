"""What others have a part in, as shown: the forms that describe it, and what they said on the record's page."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.records.models import Record
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import actions, forms, queries, rules
from varvet.registers.deviations.models import Collaboration, Deviation, HealthCare
from varvet.registers.deviations.rules import Nature, When


@dataclass(frozen=True)
class Told:
    label: str
    value: str


def form_of(request: PersonRequest, deviation: Deviation) -> forms.HealthCareForm | forms.CollaborationForm:
    """The form of the deviation's kind, with what was said before. RuleBroken where there is nothing to say."""
    if deviation.nature == Nature.HEALTH_CARE:
        return _care_form(request, deviation)
    rules.check_nature(Nature.COLLABORATION, deviation.nature)
    lists = _lists(deviation.root, request.reader)
    return forms.CollaborationForm(request.POST or None, **lists, initial=_between_before(deviation))


def _care_form(request: PersonRequest, deviation: Deviation) -> forms.HealthCareForm:
    before = queries.care_of(deviation)
    start: dict[str, object] = {"version": deviation.version}
    if before is not None:
        start |= {"kind": before.kind.code, "injured": before.injured}
    kinds = choices_on(deviation.root, rules.KINDS, request.reader.today)
    return forms.HealthCareForm(request.POST or None, kinds=kinds, initial=start)


def _lists(root: Unit, reader: Reader) -> dict[str, list[tuple[str, str]]]:
    return {
        "counterparts": choices_on(root, rules.COUNTERPARTS, reader.today),
        "agreements": choices_on(root, rules.AGREEMENTS, reader.today),
    }


def _between_before(deviation: Deviation) -> dict[str, object]:
    start: dict[str, object] = {"version": deviation.version, "direction": deviation.direction}
    before = queries.collaboration_of(deviation)
    if before is None:
        return start
    codes = {"counterpart": before.counterpart.code, "agreement": before.agreement.code, "called": before.called}
    return start | codes


def act_on(deviation: Deviation, form: VersionedForm, **known: object) -> None:
    """Says it, by the action of the deviation's kind."""
    if isinstance(form, forms.HealthCareForm):
        actions.describe_health_care(deviation=deviation, content=form.care(), **known)  # type: ignore[arg-type]
    elif isinstance(form, forms.CollaborationForm):
        actions.describe_collaboration(deviation=deviation, content=form.between(), **known)  # type: ignore[arg-type]


def between_form(request: PersonRequest, units: list[Unit]) -> forms.BetweenForm:
    reader = request.reader
    assert reader.root is not None
    start = fresh(request, units) | {"when": When.UNKNOWN, "direction": request.GET.get("riktning", "")}
    return forms.BetweenForm(request.POST or None, units=units, **_lists(reader.root, reader), initial=start)


def between_units(reader: Reader) -> list[Unit]:
    """Where the person may register what a counterpart tells. NotAllowed when nowhere."""
    units = reader.list_units(actions.MAY_HANDLE)
    if not units:
        raise NotAllowed(_("Avvikelser i samverkan registreras av dem som handlägger."))
    return units


def register(form: forms.BetweenForm, by: User) -> Record:
    """What the form said, registered once."""
    key, now = form.cleaned_data["key"], timezone.now()
    return actions.report_between(content=form.report(), between=form.between(), key=key, by=by, now=now)


def told_of(deviation: Deviation) -> list[Told]:
    """What is coded, with its labels; nothing for other kinds."""
    if deviation.nature == Nature.HEALTH_CARE:
        return _told_of_care(queries.care_of(deviation))
    if deviation.nature == Nature.COLLABORATION:
        return _told_of_collaboration(deviation, queries.collaboration_of(deviation))
    return []


def _told_of_care(care: HealthCare | None) -> list[Told]:
    if care is None:
        return []
    injury = said(rules.INJURY_LABELS[care.injured])
    return [Told(_("Hände i vården"), care.kind.label_sv), Told(_("Skadades någon?"), injury)]


def _told_of_collaboration(deviation: Deviation, about: Collaboration | None) -> list[Told]:
    if about is None:
        return []
    between = said(rules.DIRECTION_LABELS.get(deviation.direction, ""))
    found = [
        Told(_("Riktning"), between),
        Told(_("Motpart"), about.counterpart.label_sv),
        Told(_("Motpartens namn"), about.called),
        Told(_("Brast"), about.agreement.label_sv),
    ]
    return [one for one in found if one.value]
