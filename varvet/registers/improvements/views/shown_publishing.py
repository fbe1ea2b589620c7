"""What whoever publishes sees: what can be told of, the words as everybody will read them, and what to look out for."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.personal_data import Sort, find_pointing
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Area
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.kernel.ui.record_parts import list_related
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.words import month_and_year
from varvet.registers.improvements import actions, forms, queries, rules
from varvet.registers.improvements.models import Improvement, PublicChange
from varvet.registers.improvements.rules import Standing
from varvet.registers.improvements.views.shown_asks import HAPPENED
from varvet.registers.improvements.views.shown_public import Shown

SIGNS: dict[str, str] = {
    Sort.PERSONAL_NUMBER: marked("ser ut som ett personnummer"),
    Sort.NAME: marked("kan vara ett namn"),
    Sort.NUMBER: marked("ser ut som ett nummer till någon eller något"),
    Sort.FEW: marked("är så få att någon kan känna igen sig"),
}


@dataclass(frozen=True)
class Choice:
    """A line to choose: what was done, where, and how far the telling has come."""

    what: str
    reference: str
    unit: str
    done_on: date | None
    you_said: str
    href: str
    withdraw_href: str


@dataclass(frozen=True)
class Caution:
    """A piece of the text, as written, and what it may be."""

    text: str
    means: str


def ready(request: PersonRequest, improvement: Improvement) -> Improvement:
    """Before a page: may the person, and is it something to tell everybody of. The action judges what is sent."""
    check(request.reader.user, actions.PUBLISH, improvement.unit, today=request.reader.today)
    if request.method != "POST":
        rules.check_origin(improvement.status, actions.origins_of(improvement))
    return improvement


def choosing(reader: Reader) -> dict[str, object]:
    assert reader.root is not None
    found = queries.list_choosable(reader)
    standings = [(one, one.change.standing if one.change else "") for one in found]
    return {
        "root": reader.root,
        "unwritten": [_choice(one) for one, standing in standings if not standing],
        "drafts": [_choice(one) for one, standing in standings if standing == Standing.DRAFT],
        "published": [_choice(one) for one, standing in standings if standing == Standing.PUBLISHED],
        "withdrawn": [_choice(one) for one, standing in standings if standing == Standing.WITHDRAWN],
    }


def _choice(one: queries.Choosable) -> Choice:
    improvement, change = one.improvement, one.change
    published = change is not None and change.is_published
    return Choice(
        what=improvement.what,
        reference=improvement.reference,
        unit=improvement.unit.name,
        done_on=improvement.carried_out_on,
        you_said=change.you_said if change else "",
        href=reverse(f"improvements:{_place(change)}", args=[improvement.reference]),
        withdraw_href=reverse("improvements:withdraw", args=[improvement.reference]) if published else "",
    )


def _place(change: PublicChange | None) -> str:
    return "publish" if change and change.standing == Standing.DRAFT else "write_public"


def words_form(request: PersonRequest, improvement: Improvement) -> forms.PublicForm:
    change = queries.find_change(improvement)
    start: dict[str, object] = {"version": improvement.version}
    if change is None:
        start["area"] = queries.area_of(improvement, request.reader.today)
    else:
        start |= {"area": change.area, "you_said": change.you_said, "we_did": change.we_did}
    return forms.PublicForm(request.POST or None, initial=start)


def writing(reader: Reader, improvement: Improvement, form: VersionedForm) -> dict[str, object]:
    return _beside(reader, improvement, form) | {"is_published": _is_published(queries.find_change(improvement))}


def _is_published(change: PublicChange | None) -> bool:
    return change is not None and change.is_published


def previewing(reader: Reader, improvement: Improvement, form: VersionedForm) -> dict[str, object]:
    """The words as they will stand, or do. Without words there is nothing to see, which the page says."""
    change = queries.find_change(improvement)
    shown = _shown(change, reader.today) if change else None
    return _beside(reader, improvement, form) | {
        "change": shown,
        "is_published": _is_published(change),
        "hints": _hints(change) if change else [],
        "standing": said(rules.STANDING_LABELS[change.standing]) if change else "",
    }


def _beside(reader: Reader, improvement: Improvement, form: VersionedForm) -> dict[str, object]:
    current = queries.visible_to(reader).get(pk=improvement.pk)
    return {
        "improvement": current,
        "form": form,
        "step_name": form.step_name,
        "ties": list_related(reader, current),
        "meanwhile": meanwhile(form, current, HAPPENED),
    }


def _shown(change: PublicChange, today: date) -> Shown:
    when = month_and_year(change.published_on if change.is_published and change.published_on else today)
    return Shown(str(Area(change.area).label), change.you_said, change.we_did, when)


def _hints(change: PublicChange) -> list[Caution]:
    found = [*find_pointing(change.you_said), *find_pointing(change.we_did)]
    return [Caution(one.text, _(SIGNS[one.sort])) for one in dict.fromkeys(found)]
