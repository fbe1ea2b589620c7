"""The forms of handling as first shown: filled with what is known, and offering what can be chosen."""

from collections.abc import Callable
from typing import TypeVar

from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.words import short_day
from varvet.registers.deviations import actions, forms, queries, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.views import shown_replies
from varvet.registers.deviations.views.shown_missing import needs_telling

F = TypeVar("F", bound=VersionedForm)
Make = Callable[[PersonRequest, Deviation], VersionedForm]


def plain(form: type[F]) -> Make:
    """A form that offers nothing of its own."""
    return lambda request, deviation: form(shown_replies.sent(request), initial=start(request, deviation))


def start(request: PersonRequest, deviation: Deviation) -> dict[str, object]:
    """The version the form is opened on, and what was typed before a reply was put in."""
    return {"version": deviation.version, **shown_replies.with_reply(request, deviation)}


def assess(request: PersonRequest, deviation: Deviation) -> forms.AssessForm:
    return forms.AssessForm(
        request.POST or None,
        reader=request.reader,
        versions=queries.category_list_on(deviation.root, request.reader.today),
        marked_before=bool(deviation.lex_sarah_event),
        signs=queries.list_signs(deviation),
        initial=_assessed_before(deviation),
    )


def _assessed_before(deviation: Deviation) -> dict[str, object]:
    """What an earlier assessment said, from which a new one begins."""
    return {
        "version": deviation.version,
        "nature": deviation.nature or rules.Nature.DEVIATION,
        "categories": [mention.category_id for mention in deviation.mentions.all()],
        "risk": f"{deviation.consequence}-{deviation.probability}" if deviation.consequence else "",
        "quality_area": deviation.quality_area,
        "huvudman": deviation.huvudman,
        "lex_sarah_event": deviation.lex_sarah_event,
    }


def close(request: PersonRequest, deviation: Deviation) -> forms.CloseForm:
    """Word to the reporter is needed where somebody reads it and has not been told."""
    form = forms.CloseForm(shown_replies.sent(request), initial=start(request, deviation))
    if needs_telling(deviation):
        form.fields["feedback"].widget.attrs["aria-required"] = "true"
    return form


def cause(request: PersonRequest, deviation: Deviation) -> forms.CauseForm:
    kinds = choices_on(deviation.root, actions.CAUSES, request.reader.today)
    causes = [(c.cause.pk, c.words[:80]) for c in queries.read_causes(request.reader, deviation)]
    initial = start(request, deviation) | {"explains": request.GET.get("forklarar", "")}
    return forms.CauseForm(request.POST or None, kinds=kinds, causes=causes, initial=initial)


def reroute(request: PersonRequest, deviation: Deviation) -> forms.RerouteForm:
    others = Unit.objects.filter(root=deviation.root).exclude(last_day__lt=request.reader.today)
    units = list(others.exclude(pk=deviation.unit_id))
    return forms.RerouteForm(request.POST or None, units=units, initial=start(request, deviation))


def assign(request: PersonRequest, deviation: Deviation) -> forms.AssignForm:
    people = [holder.user for holder in queries.holders(deviation, actions.MAY_HANDLE, request.reader.today)]
    initial = start(request, deviation) | {"handler": deviation.handler_id}
    return forms.AssignForm(request.POST or None, people=people, initial=initial)


def dismiss(request: PersonRequest, deviation: Deviation) -> forms.DismissForm:
    signs, initial = queries.list_signs(deviation), start(request, deviation)
    return forms.DismissForm(shown_replies.sent(request), signs=signs, initial=initial)


def duplicate(request: PersonRequest, deviation: Deviation) -> forms.DuplicateForm:
    return forms.DuplicateForm(
        request.POST or None,
        suggested=_suggested(request, deviation),
        signs=queries.list_signs(deviation),
        initial=start(request, deviation),
    )


def join(request: PersonRequest, deviation: Deviation) -> forms.JoinForm:
    return forms.JoinForm(
        request.POST or None, suggested=_suggested(request, deviation), initial=start(request, deviation)
    )


def _suggested(request: PersonRequest, deviation: Deviation) -> list[tuple[str, str]]:
    """By number, state and day: never by what was told."""
    return [
        (alike.deviation.reference, _told(alike, request)) for alike in queries.list_alike(request.reader, deviation)
    ]


def _told(alike: queries.Alike, request: PersonRequest) -> str:
    other = alike.deviation
    return _("%(reference)s, %(state)s, hände %(day)s. %(share)s %% av orden är lika.") % {
        "reference": other.reference,
        "state": _(rules.STATUS_LABELS[other.status]).lower(),
        "day": short_day(other.occurred_day, request.reader.today) if other.occurred_day else _("okänd dag"),
        "share": round(100 * alike.share),
    }
