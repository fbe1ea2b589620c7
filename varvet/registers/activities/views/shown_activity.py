"""The pages of activities: all of them, one, and the form that writes one."""

from dataclasses import dataclass
from datetime import date

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.records.once import new_key
from varvet.kernel.ui.meanwhile import Change, Meanwhile, differences_of
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.words import MONTHS
from varvet.registers.activities import actions, queries, rules
from varvet.registers.activities.forms import PERSON, ROLE, ActivityForm, Offers
from varvet.registers.activities.models import Activity
from varvet.registers.activities.rules import LAST_DAY, Repeat
from varvet.registers.activities.views.shown_occasion import place_of, responsible_of
from varvet.registers.activities.views.shown_wheel import line_of

# By repeat: at the end of the month, or on a day of it.
OFTEN: dict[str, tuple[str, str]] = {
    Repeat.ONCE: (marked("En gång"), marked("En gång")),
    Repeat.MONTH: (marked("Varje månad, senast månadens sista dag"), marked("Varje månad, senast den {day}")),
    Repeat.QUARTER: (
        marked("Varje kvartal, sista dagen i månad {month}"),
        marked("Varje kvartal, senast den {day} i månad {month}"),
    ),
    Repeat.TERTIAL: (
        marked("Varje tertial, sista dagen i månad {month}"),
        marked("Varje tertial, senast den {day} i månad {month}"),
    ),
    Repeat.HALF_YEAR: (
        marked("Varje halvår, sista dagen i månad {month}"),
        marked("Varje halvår, senast den {day} i månad {month}"),
    ),
    Repeat.YEAR: (marked("Varje år, senast sista {month}"), marked("Varje år, senast den {day} {month}")),
}


@dataclass(frozen=True)
class Row:
    """An activity in the list of them."""

    pk: int
    name: str
    unit: str
    sort: str
    often: str
    responsible: str
    has_ended: bool


def index_page(reader: Reader) -> dict[str, object]:
    reader.require(actions.VIEW)
    taken = queries.taken_keys(reader)
    left = [one for one in rules.shipped_wheel() if f"{actions.SHIPPED}{one.code}" not in taken]
    root = reader.root
    may_take = bool(root and reader.can(actions.EDIT, root.pk))
    return {
        "rows": [_row(one, reader.today) for one in queries.list_activities(reader)],
        "left": left if may_take else [],
        "may_edit": reader.has(actions.EDIT),
    }


def _row(activity: Activity, today: date) -> Row:
    return Row(
        pk=activity.pk,
        name=activity.name,
        unit=activity.unit.name,
        sort=said(rules.SORT_LABELS[activity.sort]),
        often=often(activity),
        responsible=responsible_of(activity, activity),
        has_ended=activity.last_day is not None and activity.last_day < today,
    )


def often(activity: Activity) -> str:
    """How often, and when: "Varje år, senast den 31 mars"."""
    last, on_day = OFTEN[activity.repeat]
    sentence = said(last if activity.day == LAST_DAY else on_day)
    month = said(MONTHS[activity.month - 1]) if activity.repeat == Repeat.YEAR else activity.month
    return sentence.format(day=activity.day, month=month)


def activity_asked(reader: Reader, pk: int) -> Activity:
    reader.require(actions.VIEW)
    return get_object_or_404(queries.activities_visible_to(reader), pk=pk)


def activity_page(reader: Reader, activity: Activity) -> dict[str, object]:
    return {
        "activity": activity,
        "often": often(activity),
        "sort_label": said(rules.SORT_LABELS[activity.sort]),
        "makes_label": said(rules.MAKES_LABELS[activity.makes]),
        "responsible": responsible_of(activity, activity),
        "place": place_of(reader, activity.makes),
        "lines": [line_of(row, reader.today) for row in queries.occasions_of(activity)],
        "may_edit": reader.can(actions.EDIT, activity.unit_id),
    }


def add_form(request: PersonRequest) -> ActivityForm:
    reader = request.reader
    reader.require(actions.EDIT)
    offers = Offers(reader.list_units(actions.EDIT), _people(reader))
    return ActivityForm(request.POST or None, offers=offers, initial=_fresh(reader))


def _fresh(reader: Reader) -> dict[str, object]:
    """In the person's own unit, by the end of this month each year."""
    main = reader.main_assignment
    return {
        "version": 0,
        "key": new_key(),
        "unit": main.unit_id if main else None,
        "first_day": reader.today.isoformat(),
        "repeat": Repeat.YEAR,
        "month": reader.today.month,
        "day": LAST_DAY,
        "days_ahead": 0,
    }


def _people(reader: Reader) -> list[User]:
    return queries.list_able(reader.root, reader.today) if reader.root else []


def change_form(request: PersonRequest, pk: int) -> tuple[Activity, ActivityForm]:
    activity = activity_asked(request.reader, pk)
    if request.method != "POST":
        check(request.reader.user, actions.EDIT, activity.unit, today=request.reader.today)
    people = queries.list_able(activity.unit, request.reader.today)
    return activity, ActivityForm(request.POST or None, offers=Offers([], people), initial=_known(activity))


def _known(activity: Activity) -> dict[str, object]:
    names = ("name", "sort", "makes", "repeat", "month", "day", "days_ahead", "version", "key")
    person = f"{PERSON}{activity.responsible_id}" if activity.responsible_id else ""
    role = f"{ROLE}{activity.responsible_role}" if activity.responsible_role else ""
    days = {name: getattr(activity, name) for name in ("on", "first_day", "last_day")}
    return {
        **{name: getattr(activity, name) for name in names},
        **{name: day.isoformat() if day else "" for name, day in days.items()},
        "responsible": person or role,
    }


def add(form: ActivityForm, *, by: User) -> Activity:
    given = form.cleaned_data
    content = form.content()
    return actions.add_activity(unit=given["unit"], content=content, key=given["key"], by=by, now=timezone.now())


def save(activity: Activity, form: ActivityForm, *, by: User) -> Activity:
    version, content = form.cleaned_data["version"], form.content()
    return actions.change_activity(activity=activity, content=content, version=version, by=by, now=timezone.now())


def change_page(request: PersonRequest, activity: Activity, form: ActivityForm) -> dict[str, object]:
    """With who saved first and what differs now, where somebody did."""
    page: dict[str, object] = {"form": form, "activity": activity}
    if form.stale is None:
        return page
    current = queries.activities_visible_to(request.reader).get(pk=activity.pk)
    who = current.changed_by.name if current.changed_by else ""
    changes = [Change(current.changed_at, _("Aktiviteten ändrades."), who)]
    newest = ActivityForm(request.POST, offers=Offers([], _people(request.reader)), initial=_known(current))
    return page | {"meanwhile": Meanwhile(changes, differences_of(newest))}


def taken_words(count: int) -> str:
    if not count:
        return _("Hela hjulet fanns redan.")
    return ngettext(
        "{n} aktivitet är kopierad till hjulet.", "{n} aktiviteter är kopierade till hjulet.", count
    ).format(n=count)
