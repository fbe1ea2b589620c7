"""One incident on paper, as article 33.5 asks: the facts, the effects, and what was done."""

from datetime import datetime

from django.utils.translation import gettext as _

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.reader import Reader
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.reading import note_reading
from varvet.kernel.ui.record_parts import events_of
from varvet.registers.privacy_incidents import queries
from varvet.registers.privacy_incidents.models import Part, PrivacyIncident
from varvet.registers.privacy_incidents.views.shown_asks import HAPPENED
from varvet.registers.privacy_incidents.views.shown_coded import assessed_of, decided_of, happened_of
from varvet.registers.privacy_incidents.views.shown_record import tied

PART = "sheet"  # what the trail says was read
EFFECTS = (Part.CONSEQUENCES,)
REMEDY = (Part.AT_ONCE, Part.MEASURES, Part.TOLD, Part.PLAN, Part.DONE)
INTERNAL = (Part.NOTE, Part.MESSAGE, Part.FEEDBACK)


def require_whole(reader: Reader, incident: PrivacyIncident) -> None:
    if not queries.handles(reader, incident):
        raise NotAllowed(_("Bladet läses av dem som handlägger. Din egen rapport finns på ärendets sida."))


def sheet_page(reader: Reader, incident: PrivacyIncident, now: datetime) -> dict[str, object]:
    """Reading it for paper leaves a trace of its own, beside that of the texts. Notes and letters stay out."""
    note_reading(incident, PART, by=reader.user)
    words = [said for said in queries.read_narratives(reader, incident) if said.part not in INTERNAL]
    return {
        "incident": incident,
        "happened": happened_of(incident),
        "facts": _among(words, apart=(*EFFECTS, *REMEDY)),
        "assessed": assessed_of(incident),
        "effects": [said for said in words if said.part in EFFECTS],
        "decided": decided_of(incident),
        "remedy": [said for said in words if said.part in REMEDY],
        "supplements": list(incident.supplements.all()),
        **tied(reader, incident),
        "events": events_of(incident, HAPPENED)[::-1],
        "printed_by": reader.user.name,
        "role": reader.role_label,
        "printed_at": now,
    }


def _among(words: list[Words], *, apart: tuple[Part, ...]) -> list[Words]:
    return [said for said in words if said.part not in apart]
