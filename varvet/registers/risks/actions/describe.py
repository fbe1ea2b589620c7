"""Changing what a risk is told with: texts that differ are written anew, and those written before stay."""

from django.db import transaction

from varvet.kernel.records.narratives import keep
from varvet.registers.risks import rules
from varvet.registers.risks.actions.add import Content
from varvet.registers.risks.actions.steps import Change, begin, finish
from varvet.registers.risks.models import Narrative, Part, Risk
from varvet.registers.risks.rules import Event

DESCRIBED = (Part.CAUSES, Part.LEADS_TO, Part.CONTROLS)
EMPTIED = "–"  # what stands for a text that somebody has taken away


@transaction.atomic
def describe(change: Change, content: Content) -> Risk:
    current = begin(change, Event.DESCRIBE)
    rules.check_name(content.name)
    current.name, current.occasion = content.name.strip(), content.occasion
    current.process, current.routine = content.process.strip(), content.routine.strip()
    keep(current, _changed(current, content), by=change.by, now=change.now)
    return finish(current, "described", change)


def _changed(risk: Risk, content: Content) -> dict[Part, str]:
    """Those that say something else than before; a text taken away is kept, with a dash after it."""
    before = latest_texts(risk)
    said = {part: content.texts.get(part, "").strip() for part in DESCRIBED}
    return {part: text or EMPTIED for part, text in said.items() if text != before.get(part, "")}


def latest_texts(risk: Risk) -> dict[str, str]:
    """What each part says now, without noting a reading: the caller shows nobody."""
    rows = Narrative.objects.filter(of=risk, part__in=DESCRIBED).order_by("written_at", "pk")
    said = {row.part: row.text for row in rows}
    return {part: text for part, text in said.items() if text != EMPTIED}
