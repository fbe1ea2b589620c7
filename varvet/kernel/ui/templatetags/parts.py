"""The parts that pages are made of, as template tags; built in, so no page loads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext as _

from varvet.kernel.law.days import working_days_between
from varvet.kernel.law.words import marked
from varvet.kernel.ui import explaining, form_parts, intervals, panel_parts, shapes, words
from varvet.kernel.ui.icons import PATHS
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.words import TimeUnit

register = template.Library()

register.filter(name="said")(said)
register.inclusion_tag("ui/parts/errors.html", name="errors")(form_parts.errors)
register.inclusion_tag("ui/parts/field.html", name="field")(form_parts.field)
register.inclusion_tag("ui/parts/choices.html", name="choices")(form_parts.choices)
register.inclusion_tag("ui/parts/worry.html", name="worry")(form_parts.worry)
register.inclusion_tag("ui/parts/matrix.html", name="matrix")(form_parts.matrix)
register.inclusion_tag("ui/parts/panel.html", name="panel")(panel_parts.panel)
register.inclusion_tag("ui/parts/spark.html", name="spark")(panel_parts.spark)
register.inclusion_tag("ui/parts/intervals.html", name="intervals")(intervals.drawn)
register.simple_tag(panel_parts.sentence)


@dataclass(frozen=True)
class StepView:
    """One step as drawn: `place` is done, now or next; `when` a short date or empty."""

    label: str
    when: str
    place: str


@dataclass(frozen=True)
class Crumb:
    label: str
    href: str


@register.simple_tag
def icon(name: str) -> SafeString:
    """A line drawing beside words. KeyError for a name that is not drawn."""
    return format_html('<svg class="ic" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>', PATHS[name])


@register.inclusion_tag("ui/parts/ring.html")
def ring(filled: float = 0.86, kind: str = "share", size: str = "") -> dict[str, Any]:
    """A ring: kind is share (`filled` 0-1), received, done, missing or side; size is empty or "big"."""
    return {"kind": kind, "size": size, "path": shapes.filled_arc(filled, centre=32, radius=26)}


@register.inclusion_tag("ui/parts/state.html")
def state(status: str, label: str, step: int = 0, steps: int = 6) -> dict[str, Any]:
    """State badge: step 1-`steps` fills the ring, the last is a check, step 0 a side track."""
    shape = shapes.state_shape(step, steps)
    path = shapes.filled_arc(step / steps, centre=8, radius=6)
    return {"status": status, "label": said(label), "shape": shape.value, "path": path}


def _text_of(step: Any, name: str) -> str:
    return str(getattr(step, name, "") or "")


def _step_views(current: int, steps: Sequence[Any]) -> list[StepView]:
    def place(number: int) -> str:
        if number == current:
            return "now"
        return "done" if number < current else "next"

    return [
        StepView(said(_text_of(step, "label") or str(step)), _text_of(step, "when"), place(number))
        for number, step in enumerate(steps, start=1)
    ]


@register.inclusion_tag("ui/parts/steps.html", name="steps")
def steps_of_case(current: int, steps: Sequence[Any], kind: str = "line") -> dict[str, Any]:
    """Steps of a case. `current` is 1-based; the last is where it ends, so that there all are done.

    `steps` are texts or objects with `label` and `when`. kind "card" is the smaller one for a receipt.
    """
    current = current + 1 if current == len(steps) else current
    views = _step_views(current, steps)
    following = views[current].label if 0 <= current < len(views) else ""
    return {
        "views": views,
        "kind": kind,
        "current": current,
        "now": views[current - 1] if 0 < current <= len(views) else None,
        "following": following[:1].lower() + following[1:],
    }


@register.inclusion_tag("ui/parts/clock.html")
def clock(left: int, total: int, unit: str = "days", text: str = "", detail: str = "") -> dict[str, Any]:
    """Ring and sentence. `left` and `total` in days, workdays or hours; below zero is late."""
    time_unit = TimeUnit(unit)
    sentence = text or words.time_left(left, time_unit)
    return {"clock": shapes.clock(left, total, time_unit), "said": sentence, "detail": detail}


@register.inclusion_tag("ui/parts/clock_mark.html")
def clock_mark(left: int, total: int, unit: str = "days") -> dict[str, Any]:
    """The ring alone, for rows where the words stand elsewhere."""
    return {"clock": shapes.clock(left, total, TimeUnit(unit))}


@register.inclusion_tag("ui/parts/time_left.html")
def time_left(left: int, unit: str = "days") -> dict[str, Any]:
    """ "2 arbetsdagar sent" in the tone of its urgency."""
    time_unit = TimeUnit(unit)
    return {"tone": shapes.tone_of(left, time_unit).value, "said": words.time_left(left, time_unit)}


def _moment(started: date | datetime) -> datetime:
    """A day begins at midnight in Sweden."""
    if isinstance(started, datetime):
        return started
    return datetime.combine(started, datetime.min.time(), tzinfo=timezone.get_current_timezone())


@register.inclusion_tag("ui/parts/queue_row.html")
def queue_row(task: Any) -> dict[str, Any]:
    """A row of work. `task` has title, reference, unit_name, href, started, due and detail."""
    now = timezone.localtime()
    due: date = timezone.localtime(task.due).date() if isinstance(task.due, datetime) else task.due
    if isinstance(task.due, datetime):
        left, unit = int((task.due - now).total_seconds() // 3600), TimeUnit.HOURS
        total = int((task.due - _moment(task.started)).total_seconds() // 3600)
    elif task.counted_in == TimeUnit.WORKDAYS:
        left, unit = working_days_between(now.date(), due), TimeUnit.WORKDAYS
        total = working_days_between(task.started, due)
    else:
        left, unit = (due - now.date()).days, TimeUnit.DAYS
        total = (due - task.started).days
    return {
        "task": task,
        "title": said(task.title),
        "detail": said(task.detail),
        "clock": shapes.clock(left, total, unit),
        "said": words.time_left(left, unit),
        "day": words.capitalised(words.swedish_day(due, now.date())),
        "due": (_("skulle varit klart {day}") if left < 0 else _("senast {day}")).format(
            day=words.short_day(due, now.date())
        ),
    }


@register.inclusion_tag("ui/parts/figure.html")
def figure(value: Any, href: str = "", kind: str = "") -> dict[str, Any]:
    """A number with provenance; `href` opens where it comes from. kind "live" follows the register."""
    return {"text": number(value) if isinstance(value, int) else value, "href": href, "kind": kind}


@register.inclusion_tag("ui/parts/progress.html")
def progress(done: int, total: int) -> dict[str, Any]:
    """A bar; the words beside it say the same."""
    return {"percent": round(100 * done / total) if total else 0}


@register.inclusion_tag("ui/parts/tag.html")
def tag(text: str, kind: str = "") -> dict[str, str]:
    """A small mark. kind: empty, acc, soon or late."""
    return {"text": said(text), "kind": kind}


@register.inclusion_tag("ui/parts/nothing.html")
def nothing(title: str, text: str = "", href: str = "", link: str = "") -> dict[str, str]:
    """An empty page or list: what it means, what comes next, one link. (`empty` belongs to `for`.)"""
    return {"title": title, "text": text, "href": href, "link": link}


@register.inclusion_tag("ui/parts/missing.html")
def missing(missing: Sequence[Any], done: Sequence[str] = ()) -> dict[str, Any]:
    """What is missing, first, each with `label` and `href`; then what is done, as texts."""
    return {"missing": missing, "done": done}


@register.inclusion_tag("ui/parts/crumbs.html")
def crumbs(*labels_and_addresses: str) -> dict[str, Any]:
    """label, address, label, address …, and last the label of this page."""
    pairs = zip(labels_and_addresses[0:-1:2], labels_and_addresses[1::2], strict=True)
    return {"crumbs": [Crumb(label, href) for label, href in pairs], "here": labels_and_addresses[-1]}


@register.inclusion_tag("ui/parts/tabs.html")
def tabs(tabs: Sequence[Any], name: str = marked("Vyer")) -> dict[str, Any]:
    """Saved views as tabs, each with label, href, current and count (or None)."""
    return {"tabs": tabs, "name": said(name)}


@register.inclusion_tag("ui/parts/chips.html")
def chips(chips: Sequence[Any]) -> dict[str, Any]:
    """Active filters, each with label and the address without it (href)."""
    return {"chips": chips}


@register.inclusion_tag("ui/parts/paging.html")
def paging(paging: Any) -> dict[str, Any]:
    """`paging` has says, previous_href and next_href (empty when there is none)."""
    return {"paging": paging}


@register.inclusion_tag("ui/parts/lock.html")
def lock(says: str) -> dict[str, str]:
    """Who reads it: "Sekretess, läses av 4 personer"."""
    return {"says": says}


@register.simple_block_tag
def note(content: str, kind: str = "") -> SafeString:
    """A message, one bold sentence first. kind: empty, soon or late."""
    return format_html('<div class="note {}">{}</div>', kind, content)


@register.simple_block_tag
def term(content: str, word: str) -> SafeString:
    """A word that is explained on hover and tap, by the plain text between the tags."""
    return explaining.explanation(slugify(word), word, content)


@register.simple_block_tag(takes_context=True)
def explained(context: Context, content: str) -> SafeString:
    """Text in which the words of the glossary are explained, each the first time it stands on the page."""
    request = context.get("request")
    told: set[str] = getattr(request, "explained", set())
    if request is not None:
        request.explained = told
    return explaining.explained(content, told)


@register.filter(name="number")
def number_filter(value: int) -> str:
    return words.integer(value)


@register.simple_tag
def number(value: int) -> str:
    """1338 -> "1 338" with a narrow no-break space."""
    return words.integer(value)


@register.filter(name="swedish_day")
def swedish_day_filter(day: date) -> str:
    return words.swedish_day(day, timezone.localdate())


@register.simple_tag
def swedish_day(day: date) -> str:
    """ "torsdag 12 oktober", with the year when it is another."""
    return words.swedish_day(day, timezone.localdate())


@register.filter
def short_day(day: date) -> str:
    """ "12 okt"."""
    return words.short_day(day, timezone.localdate())


@register.filter
def short_moment(moment: datetime) -> str:
    """ "9 okt 07.52" in local time."""
    return words.short_moment(timezone.localtime(moment), timezone.localdate())


@register.filter
def distance(day: date) -> str:
    """ "i morgon", "för 3 dagar sedan"."""
    return words.distance_in_days(day, timezone.localdate())
