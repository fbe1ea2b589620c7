"""An activity's page as shown: what was heard, what it led to, and what comes next."""

from dataclasses import dataclass

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.registry import is_visible
from varvet.kernel.ui.record_parts import events_of
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import followed, starts_from
from varvet.registers.involvement import queries, rules
from varvet.registers.involvement.models import Activity, Part
from varvet.registers.involvement.rules import Event, Status
from varvet.registers.involvement.views.shown_asks import ASKS, HAPPENED
from varvet.registers.involvement.views.shown_missing import address_of, items_of, left_of
from varvet.registers.involvement.views.shown_steps import due_of, reached, steps

NOTES = (Part.NOTE, Part.REOPENED, Part.CANCELLED)
AFTER = (Part.RESULT, Part.TOLD)


@dataclass(frozen=True)
class Way:
    """A step that can be taken now, and where."""

    label: str
    href: str


def record_page(reader: Reader, activity: Activity) -> dict[str, object]:
    clock = queries.due_clocks(reader, [activity]).get(activity.pk)
    able = queries.can_handle(reader, activity)
    return {
        "activity": activity,
        "handles": able,
        "steps": steps(activity, reader.today),
        "step": reached(activity),
        "clock": due_of(clock, reader.today) if clock else None,
        "events": events_of(activity, HAPPENED),
        "also": [other.unit.name for other in activity.also.all()],
        "themes": [theme.category.label for theme in activity.themes.all()],
        "measures": _measures(reader, activity),
        "starts": starts_from(reader, activity) if activity.status in rules.TOOK_PLACE else [],
        **_labels(activity),
        **_words(reader, activity),
        **_next(activity, able=able),
    }


def _labels(activity: Activity) -> dict[str, object]:
    return {
        "status_label": rules.STATUS_LABELS[activity.status],
        "sort_label": said(rules.SORT_LABELS[activity.sort]),
        "method_label": said(rules.METHOD_LABELS[activity.method]),
        "result_label": said(rules.RESULT_LABELS.get(activity.result, "")),
        "told_label": said(rules.TELLING_LABELS.get(activity.told_how, "")),
    }


def _words(reader: Reader, activity: Activity) -> dict[str, object]:
    words = queries.read_narratives(reader, activity)
    return {
        "heard": [w for w in words if w.part not in {*NOTES, *AFTER}],
        "after": [w for w in words if w.part in AFTER],
        "notes": [w for w in words if w.part in NOTES],
    }


def _measures(reader: Reader, activity: Activity) -> list[object]:
    """What it has become elsewhere: improvements that the reader may open."""
    seen = [other for other in list_linked(activity) if is_visible(reader, other)]
    return list(followed(seen).values())


def _next(activity: Activity, *, able: bool) -> dict[str, object]:
    possible = [event for event in Event if able and rules.may(event, activity.status)]
    items = items_of(activity) if activity.status == Status.HELD else []
    left = [item.place for item in items if not item.done]
    wanted = next(iter(left), Event.CONCLUDE) if activity.status == Status.HELD else Event.HOLD
    first = _way(wanted, activity) if wanted in possible else None
    ways = [_way(event, activity) for event in possible]
    return {
        "first": first,
        "others": [way for way in ways if first is None or way.href != first.href],
        "missing": [left_of(item, activity) for item in items if not item.done],
        "done": [said(item.sentence) for item in items if item.done],
    }


def _way(event: Event, activity: Activity) -> Way:
    return Way(said(ASKS[event].link), address_of(event, activity))
