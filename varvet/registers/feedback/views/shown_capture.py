"""The capture as shown: preset to what is most often so, kept while it is written, and what happens then."""

from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.records.drafts import drop_draft, get_draft, save_draft
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import new_key
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.keyed import NAME as KEY
from varvet.kernel.ui.lists import day_asked, unit_asked
from varvet.registers.feedback import actions, forms, queries, rules
from varvet.registers.feedback.models import TYPES, Feedback

DRAFT = "feedback.capture"
DRAFTED = ("said_by", "sort", "category", "handled", "what", "sender", "channel")
NEXT = "nasta"  # the button that saves and asks for the next


def capture_form(request: PersonRequest) -> forms.CaptureForm:
    """A fresh form: a one-time key, the person's own unit, said face to face; or what they had begun to write."""
    units = _units(request.reader)
    begun = get_draft(owner=request.reader.user, form=DRAFT, today=request.reader.today)
    start = fresh(request, units) | {"channel": rules.Channel.SPOKEN} | begun
    return forms.CaptureForm(request.POST or None, units=units, types=_types(request.reader), initial=start)


def paper_form(request: PersonRequest) -> forms.PaperForm:
    """The day and the unit of the one before are kept: they come in bunches."""
    units = _units(request.reader)
    kept = _kept(request.GET, {unit.pk for unit in units})
    start = fresh(request, units) | {"channel": rules.Channel.PAPER, "handled": rules.Handled.LATER} | kept
    return forms.PaperForm(request.POST or None, units=units, types=_types(request.reader), initial=start)


def _kept(query: QueryDict, units: set[int]) -> dict[str, object]:
    day, unit = day_asked(query, "dag"), unit_asked(query)
    known: dict[str, object] = {"said_on": day.isoformat()} if day else {}
    return known | {"unit": unit} if unit in units else known


def _units(reader: Reader) -> list[Unit]:
    """Where the person may note what is said."""
    reader.require(actions.RECEIVE)
    return reader.list_units(actions.RECEIVE)


def _types(reader: Reader) -> list[tuple[str, str]]:
    return choices_on(reader.root, TYPES, reader.today) if reader.root else []


def save(request: PersonRequest, form: forms.CaptureForm) -> Record:
    by, key = request.reader.user, form.cleaned_data["key"]
    record = actions.capture(content=form.content(), key=key, by=by, now=timezone.now())
    drop_draft(owner=by, form=DRAFT)
    return record


def save_capture_draft(request: PersonRequest) -> None:
    posted = request.POST
    content = {name: str(posted[name])[:20_000] for name in DRAFTED if posted.get(name)}
    save_draft(owner=request.reader.user, form=DRAFT, content=content, now=timezone.now())


def saved(record: Record) -> str:
    return _("{reference} är sparat. Skriv numret på blanketten.").format(reference=record.reference)


def after_paper(request: PersonRequest, form: forms.CaptureForm, record: Record) -> str:
    """The next empty form, or the receipt."""
    if NEXT not in request.POST:
        return reverse("feedback:captured", args=[record.reference])
    given = form.cleaned_data
    # With its key at once: a page shown on the way to one would use up what there is to say.
    kept = {"dag": given["said_on"].isoformat(), "enhet": given["unit"].pk, KEY: new_key()}
    return f"{reverse('feedback:from_paper')}?{urlencode(kept)}"


def receipt(feedback: Feedback) -> dict[str, object]:
    """What happens now. A code can be handed over as long as nobody has begun with it."""
    waits = queries.waits(feedback)
    return {
        "feedback": feedback,
        "due": queries.read_answer_by(feedback) if waits else None,
        "closed": feedback.status == rules.Status.CLOSED,
        "may_give_code": waits and feedback.version == 1,
    }


def paper(reader: Reader, pk: int) -> dict[str, object]:
    """The form to print for one unit."""
    units = {unit.pk: unit for unit in _units(reader)}
    if pk not in units:
        raise Http404
    return {
        "unit": units[pk],
        "speakers": list(rules.SPEAKER_LABELS.values()),
        "sorts": list(rules.SORT_LABELS.values()),
        "types": [label for _code, label in _types(reader)],
    }
