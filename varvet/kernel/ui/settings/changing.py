"""Changing a setting or a list: the form, what a change does shown before it is saved, and saving it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.organisation.categories import CategoryValue
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.setting_cards import ListCard, SettingCard
from varvet.kernel.records.choosing import held
from varvet.kernel.records.choosing.lists import NewVersion, check_new_version, choose_list, coded
from varvet.kernel.records.choosing.settings import Choice, check_choice, choose
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.meanwhile import Meanwhile, differences_of
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.settings import shown
from varvet.kernel.ui.settings.forms import ChosenForm, SettingForm, initial_of
from varvet.kernel.ui.settings.forms_of_lists import ListForm, initial_of_list


@dataclass(frozen=True)
class Difference:
    """What a row does: is added, taken away, called something else. Empty where there is nothing to show."""

    what: str
    before: str
    after: str


def setting_form(request: PersonRequest, root: Unit, card: SettingCard) -> SettingForm:
    today = request.reader.today
    latest = held.latest_of(root, card.key, today)
    initial = initial_of(card, latest, today, held.version_of(root, card))
    return SettingForm(request.POST or None, card=card, labels=held.labels_of(card, root, today), initial=initial)


def list_form(request: PersonRequest, root: Unit, card: ListCard) -> ListForm:
    last = held.last_version(root, card.key)
    categories = last.categories if last else ()
    initial = initial_of_list(categories, request.reader.today, held.version_of(root, card))
    return ListForm(request.POST or None, count=len(categories), initial=initial)


def sent_setting(request: PersonRequest, root: Unit, card: SettingCard, form: SettingForm) -> HttpResponse:
    """The page that shows the change, or the way back when it is saved; the form again with something to mend."""
    choice = form.choice()
    with answer(form):
        if form.goes_ahead:
            by, now = request.reader.user, timezone.now()
            choose(root=root, card=card, choice=choice, version=_version(form), by=by, now=now)
            return _saved(request, "settings:setting", card)
        check_choice(root, card, choice, today=request.reader.today)
    if form.errors:
        return form_page(request, form, card)
    return preview(request, form, card, _differences(root, card, choice))


def sent_list(request: PersonRequest, root: Unit, card: ListCard, form: ListForm) -> HttpResponse:
    """As `sent_setting`."""
    content = form.content()
    with answer(form):
        if form.goes_ahead:
            by, now = request.reader.user, timezone.now()
            choose_list(root=root, card=card, content=content, version=_version(form), by=by, now=now)
            return _saved(request, "settings:list", card)
        check_new_version(root, card, content, today=request.reader.today)
    if form.errors:
        return form_page(request, form, card)
    return preview(request, form, card, _list_differences(root, card, content))


def preview(
    request: PersonRequest, form: ChosenForm, card: SettingCard | ListCard, differences: list[Difference]
) -> HttpResponse:
    first_day = form.cleaned_data["first_day"]
    context = {
        "form": form,
        "card": card,
        "differences": differences,
        "first_day": first_day,
        "backwards": first_day < request.reader.today,
        "is_list": isinstance(card, ListCard),
    }
    return render(request, "ui/settings/preview.html", context)


def form_page(request: PersonRequest, form: ChosenForm, card: SettingCard | ListCard) -> HttpResponse:
    is_list = isinstance(card, ListCard)
    back = reverse("settings:list" if is_list else "settings:setting", args=[card.key])
    stale = Meanwhile([], differences_of(form)) if form.stale else None
    template = "ui/settings/change_list.html" if is_list else "ui/settings/change.html"
    context = {"form": form, "card": card, "back": back, "meanwhile": stale}
    return render(request, template, context, status=refused(form))


def _saved(request: PersonRequest, page: str, card: SettingCard | ListCard) -> HttpResponse:
    messages.success(request, _("Ändringen är sparad. Det som gällde förut finns kvar i listan."))
    return redirect(page, card.key)


def _version(form: ChosenForm) -> int:
    version: int = form.cleaned_data["version"]
    return version


def _differences(root: Unit, card: SettingCard, choice: Choice) -> list[Difference]:
    """One row for what is one thing; for many, those that come and those that go."""
    labels = held.labels_of(card, root, choice.first_day)
    before = shown.lines_of(card, held.read_choices(root).held(card.key, choice.first_day).value, labels)
    after = shown.lines_of(card, choice.value, labels)
    if len(before) <= 1 and len(after) <= 1:
        return [Difference(said(card.label), "".join(before), "".join(after))]
    return _lines(before, after)


def _lines(before: Sequence[str], after: Sequence[str]) -> list[Difference]:
    gone = [Difference(_("Tas bort"), line, "") for line in before if line not in after]
    new = [Difference(_("Läggs till"), "", line) for line in after if line not in before]
    return [*gone, *new] or [Difference(_("Ordningen ändras"), ", ".join(before), ", ".join(after))]


def _list_differences(root: Unit, card: ListCard, content: NewVersion) -> list[Difference]:
    last = held.last_version(root, card.key)
    before = {one.code: one for one in last.categories} if last else {}
    after = {one.code: one for one in coded(root, card, content.lines)}
    gone = [Difference(_("Tas bort"), one.label_sv, "") for code, one in before.items() if code not in after]
    new = [Difference(_("Läggs till"), "", _named(one)) for code, one in after.items() if code not in before]
    both = [(before[code], one) for code, one in after.items() if code in before]
    named = [Difference(_("Byter namn"), _named(old), _named(one)) for old, one in both if _named(old) != _named(one)]
    moved = _moved([code for code in before if code in after], [code for code in after if code in before], after)
    return [*gone, *named, *new, *moved]


def _named(one: CategoryValue) -> str:
    return f"{one.label_sv} ({one.label_en})" if one.label_en else one.label_sv


def _moved(before: list[str], after: list[str], names: dict[str, Any]) -> list[Difference]:
    if before == after:
        return []
    old, new = (", ".join(names[code].label_sv for code in codes) for codes in (before, after))
    return [Difference(_("Ordningen ändras"), old, new)]
