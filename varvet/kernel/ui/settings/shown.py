"""Settings and lists as shown: what holds now, what is to come, what was chosen before, and what a change does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import SettingChange, Unit
from varvet.kernel.organisation.setting_cards import (
    GROUP_LABELS,
    Card,
    ListCard,
    PageCard,
    SettingCard,
    Shape,
)
from varvet.kernel.records.choosing import held
from varvet.kernel.records.choosing.cards import find_list_card, find_setting, list_cards
from varvet.kernel.records.choosing.settings import PERMISSION
from varvet.kernel.ui.sentences import said

MOST_IN_A_ROW = 3


@dataclass(frozen=True)
class Row:
    """A choice on the overview: what it is, how it stands, since when, and where it is changed."""

    label: str
    now: str
    href: str
    since: date | None = None
    to_come: date | None = None


@dataclass(frozen=True)
class Section:
    label: str
    code: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Past:
    """A change as it was made."""

    at: datetime
    who: str
    first_day: date
    reason: str
    lines: tuple[str, ...]


def root_of(reader: Reader) -> Unit:
    """NotAllowed for who may not choose for the whole root worked in."""
    if reader.root is None:
        raise NotAllowed(_("Du har ingen roll här än. Be systemförvaltaren om en."))
    check(reader.user, PERMISSION, reader.root, today=reader.today)
    return reader.root


def setting_of(key: str) -> SettingCard:
    card = find_setting(key)
    if card is None:
        raise Http404
    return card


def list_of(key: str) -> ListCard:
    card = find_list_card(key)
    if card is None:
        raise Http404
    return card


def overview(reader: Reader) -> dict[str, object]:
    root = root_of(reader)
    chosen, lists = held.read_choices(root), held.read_lists(root)
    rows = [(card.group, _row(card, root, reader, chosen, lists)) for card in list_cards()]
    sections = [
        Section(said(label), code, tuple(row for group, row in rows if group == code and row is not None))
        for code, label in GROUP_LABELS.items()
    ]
    return {"root": root, "sections": [section for section in sections if section.rows]}


def _row(
    card: Card,
    root: Unit,
    reader: Reader,
    chosen: held.Choices,
    lists: Mapping[str, tuple[held.ListSummary, ...]],
) -> Row | None:
    if isinstance(card, PageCard):
        return _page_row(card, root, reader)
    if isinstance(card, ListCard):
        return _list_row(card, lists.get(card.key, ()), reader.today)
    now, later = chosen.held(card.key, reader.today), chosen.to_come(card.key, reader.today)
    return Row(
        label=said(card.label),
        now=_short(lines_of(card, now.value, held.labels_of(card, root, reader.today))),
        href=reverse("settings:setting", args=[card.key]),
        since=now.first_day,
        to_come=later[0].first_day if later else None,
    )


def _page_row(card: PageCard, root: Unit, reader: Reader) -> Row | None:
    """Only for who may open it."""
    if not can(reader.user, card.permission, root, today=reader.today):
        return None
    return Row(said(card.label), card.now(root, reader.today), reverse(card.url_name))


def _list_row(card: ListCard, versions: tuple[held.ListSummary, ...], today: date) -> Row:
    begun = [one for one in versions if one.first_day is not None and one.first_day <= today]
    later = [one for one in versions if one.first_day is not None and one.first_day > today]
    now = begun[-1] if begun else held.shipped_summary(card.key)
    count = now.count if now else 0
    words = ngettext("{count} rad", "{count} rader", count).format(count=count) if now else _("Ingen lista än")
    return Row(
        label=said(card.label),
        now=words,
        href=reverse("settings:list", args=[card.key]),
        since=now.first_day if now else None,
        to_come=later[0].first_day if later else None,
    )


def lines_of(card: SettingCard, value: Any, labels: Mapping[str, str]) -> tuple[str, ...]:
    """A value in words, one line or many; none for an empty one."""
    match card.shape:
        case Shape.MONTH:
            return (str(MONTHS[value]),)
        case Shape.YES_NO:
            return (_("Ja") if value else _("Nej"),)
        case Shape.LINES:
            return tuple(value)
        case Shape.CODED:
            return tuple(f"{code}: {value[code]}" for code in sorted(value, key=lambda code: (len(code), code)))
        case Shape.ONE:
            return (said(labels.get(value, value)),)
        case Shape.SOME:
            return tuple(said(labels.get(code, code)) for code in value)
        case _:
            return (value,) if value else ()


def _short(lines: tuple[str, ...]) -> str:
    """A few of them, and how many more."""
    shown, more = ", ".join(lines[:MOST_IN_A_ROW]), len(lines) - MOST_IN_A_ROW
    if not lines:
        return _("Inget valt")
    return _("{some} och {more} till").format(some=shown, more=more) if more > 0 else shown


def setting_page(reader: Reader, root: Unit, card: SettingCard) -> dict[str, object]:
    chosen, labels = held.read_choices(root), held.labels_of(card, root, reader.today)
    now = chosen.held(card.key, reader.today)
    return {
        "card": card,
        "now": lines_of(card, now.value, labels),
        "since": now.first_day,
        "to_come": [
            (later.first_day, lines_of(card, later.value, labels)) for later in chosen.to_come(card.key, reader.today)
        ],
        "past": _past(held.list_changes(root, card), lambda value: lines_of(card, value, labels)),
        "change_href": reverse("settings:change", args=[card.key]),
    }


def list_page(reader: Reader, root: Unit, card: ListCard) -> dict[str, object]:
    last = held.last_version(root, card.key)
    begun = held.version_on(root, card.key, reader.today)
    return {
        "card": card,
        "now": [one.label_sv for one in begun.categories] if begun else (),
        "since": begun.first_day if begun and begun.version else None,
        "to_come": [(last.first_day, [one.label_sv for one in last.categories])]
        if last and last.version and last.first_day > reader.today
        else (),
        "past": _past(held.list_changes(root, card), lambda value: tuple(one["sv"] for one in value)),
        "change_href": reverse("settings:change_list", args=[card.key]),
    }


def _past(changes: list[SettingChange], lines: Any) -> list[Past]:
    people = User.objects.in_bulk([change.changed_by_id for change in changes])
    return [
        Past(
            at=change.changed_at,
            who=people[change.changed_by_id].name if change.changed_by_id in people else _("någon som inte har konto"),
            first_day=change.first_day,
            reason=change.reason,
            lines=lines(change.value),
        )
        for change in changes
    ]
