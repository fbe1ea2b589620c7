"""The forms of handling as first shown: filled with what is known, and offering what can be chosen."""

from collections.abc import Callable
from typing import TypeVar

from django.utils import timezone

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.records.narratives import Words
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.privacy_incidents import forms, queries, rules
from varvet.registers.privacy_incidents.models import DATA, GROUPS, TYPES, Part, PrivacyIncident

F = TypeVar("F", bound=VersionedForm)
Make = Callable[[PersonRequest, PrivacyIncident], VersionedForm]


def plain(form: type[F]) -> Make:
    """A form that offers nothing of its own."""
    return lambda request, incident: form(request.POST or None, initial={"version": incident.version})


def dated(form: type[F], field: str) -> Make:
    """A form with a day that begins as today."""
    return lambda request, incident: form(
        request.POST or None, initial={"version": incident.version, field: request.reader.today}
    )


def assess(request: PersonRequest, incident: PrivacyIncident) -> forms.AssessForm:
    """A new assessment begins from the earlier one, its texts as well."""
    day = day_of(incident.received_at)
    types, groups, sorts = (choices_on(incident.root, key, day) for key in (TYPES, GROUPS, DATA))
    start = _assessed_before(request, incident) if incident.assessed_on else {"version": incident.version}
    return forms.AssessForm(request.POST or None, types=types, groups=groups, sorts=sorts, initial=start)


def _assessed_before(request: PersonRequest, incident: PrivacyIncident) -> dict[str, object]:
    codes = [affected.category.code for affected in incident.affected.select_related("category")]
    written = _latest(queries.read_narratives(request.reader, incident))
    interval = incident.people_counted == rules.Counted.INTERVAL
    return {
        "version": incident.version,
        "type": incident.category.code if incident.category else "",
        "breaches": list(incident.breaches),
        "groups": codes,
        "sorts": codes,
        "counted": incident.people_counted,
        "people_least": incident.people_least,
        "people_most": incident.people_most if interval else None,
        "data_records": incident.data_records,
        "risk": f"{incident.consequence}-{incident.probability}" if incident.consequence else "",
        "effects": written.get(Part.CONSEQUENCES, ""),
        "measures": written.get(Part.MEASURES, ""),
        "processor": incident.processor,
    }


def _latest(words: list[Words]) -> dict[str, str]:
    return {said.part: said.text for said in words}


def decide(request: PersonRequest, incident: PrivacyIncident) -> forms.DecideForm:
    """Begins as decided before; the first time nothing is chosen, so that somebody chooses."""
    start = {
        "version": incident.version,
        "notify": incident.notify,
        "inform": incident.inform,
        "delegation": incident.delegation,
    }
    return forms.DecideForm(request.POST or None, initial=start)


def notify(request: PersonRequest, incident: PrivacyIncident) -> forms.NotifyForm:
    today = request.reader.today
    able = [holder.user for holder in queries.holders(incident, queries.NOTIFY, today)]
    start = {"version": incident.version, "sent_at": timezone.now(), "sent_by": request.reader.user.pk}
    return forms.NotifyForm(request.POST or None, people=able, initial=start)


def assign(request: PersonRequest, incident: PrivacyIncident) -> forms.AssignForm:
    people: list[User] = [h.user for h in queries.holders(incident, queries.HANDLE, request.reader.today)]
    start = {"version": incident.version, "handler": incident.handler_id}
    return forms.AssignForm(request.POST or None, people=people, initial=start)


def close(request: PersonRequest, incident: PrivacyIncident) -> forms.CloseForm:
    """Word to the reporter is needed where somebody reported it and has not been told."""
    form = forms.CloseForm(request.POST or None, initial={"version": incident.version})
    progress = incident.progress
    if progress.needs_feedback and not progress.told:
        form.fields["feedback"].widget.attrs["aria-required"] = "true"
    if not progress.needs_feedback:
        del form.fields["feedback"]
    return form
