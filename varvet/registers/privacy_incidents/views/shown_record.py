"""An incident's page as shown: what was written, what is assessed and decided, what comes next, and who has it."""

from django.utils import timezone

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.registry import get_register, is_visible
from varvet.kernel.ui.record_parts import events_of
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import Start, followed, starts_from
from varvet.registers.privacy_incidents import queries, rules
from varvet.registers.privacy_incidents.models import KIND, READ_BY_REPORTER, Part, PrivacyIncident
from varvet.registers.privacy_incidents.views.shown_asks import HAPPENED, WORK_ONLY
from varvet.registers.privacy_incidents.views.shown_clock import clock
from varvet.registers.privacy_incidents.views.shown_coded import assessed_of, decided_of
from varvet.registers.privacy_incidents.views.shown_steps import next_of, reached, steps

ABOUT_RISK = (Part.CONSEQUENCES, Part.MEASURES)
ABOUT_DECISION = (
    Part.ADVICE,
    Part.WHY_NOT,
    Part.UNINFORMED,
    Part.WHY_LATE,
    Part.ADDED,
    Part.TOLD,
    Part.RULING,
    Part.PLAN,
    Part.DONE,
)
NOTES = (Part.NOTE, Part.REASON)


def record_page(reader: Reader, incident: PrivacyIncident) -> dict[str, object]:
    handles = queries.handles(reader, incident)
    return {
        "incident": incident,
        "handles": handles,
        "about": incident.category.label if incident.category else "",
        "status_label": rules.STATUS_LABELS[incident.status],
        "steps": steps(incident, reader.today),
        "step": reached(incident),
        "events": [e for e in events_of(incident, HAPPENED) if handles or e.name not in WORK_ONLY],
        "clock": clock(incident, timezone.now()),
        **words_by_kind(queries.read_narratives(reader, incident)),
        **tied(reader, incident),
        **(_handled(reader, incident) if handles else {}),
    }


def words_by_kind(words: list[Words]) -> dict[str, object]:
    """By what they are about: the report and word to its reporter, the risk, the decision, and notes."""
    return {
        "words": [w for w in words if w.part in READ_BY_REPORTER],
        "risk_words": [w for w in words if w.part in ABOUT_RISK],
        "decision_words": [w for w in words if w.part in ABOUT_DECISION],
        "notes": [w for w in words if w.part in NOTES],
    }


def tied(reader: Reader, incident: PrivacyIncident) -> dict[str, object]:
    """What it came from or led to, as far as the reader may see it: of the others not even the number is told."""
    seen = [record for record in list_linked(incident) if is_visible(reader, record)]
    begun = {record.pk for record in seen if KIND in get_register(record.kind).follows}
    shown = followed(seen)
    return {
        "origins": [shown[record.pk] for record in seen if record.pk not in begun],
        "begun": [shown[record.pk] for record in seen if record.pk in begun],
    }


def _handled(reader: Reader, incident: PrivacyIncident) -> dict[str, object]:
    """What only those who handle see."""
    return {
        "assessed": assessed_of(incident),
        "decided": decided_of(incident),
        "suggestion": suggestion_of(incident),
        "supplements": list(incident.supplements.select_related("sent_by")),
        "starts": _starts(reader, incident),
        "owners": queries.owners_of(incident, reader.today) if incident.status in rules.OPEN else [],
        "readers": queries.list_readers(incident, reader.today),
        **next_of(reader, incident),
    }


def suggestion_of(incident: PrivacyIncident) -> str:
    """What the law says of the level of risk; empty before it is assessed and after it is decided."""
    undecided = incident.status in rules.UNDECIDED
    return said(rules.SUGGESTIONS[rules.Level(incident.level)].because) if incident.level and undecided else ""


def _starts(reader: Reader, incident: PrivacyIncident) -> list[Start]:
    """What can be begun from it, such as a measure; nothing once it is ended."""
    able = incident.status in rules.OPEN and queries.may(reader, "privacy_incidents.assess", incident)
    return starts_from(reader, incident) if able else []
