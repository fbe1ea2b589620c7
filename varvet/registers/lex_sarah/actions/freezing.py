"""The investigation as it was sent: every text and code of it, and a fingerprint that shows a later change."""

import hashlib
import json

from varvet.kernel.law.days import day_of
from varvet.registers.lex_sarah.models import LexSarah, Narrative


def frozen(case: LexSarah) -> str:
    """As JSON, in a fixed order: the same case gives the same text."""
    return json.dumps(_content(case), ensure_ascii=False, sort_keys=True)


def fingerprint(sent: str) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(sent.encode()).hexdigest()


def _content(case: LexSarah) -> dict[str, object]:
    return {
        "reference": case.reference,
        "unit": case.unit.name,
        "law": case.law,
        "type": case.category.code if case.category else "",
        "occurred_day": _day(case.occurred_day),
        "received_on": _day(day_of(case.received_at)),
        "completed_on": _day(case.completed_on),
        "decided_on": _day(case.decided_on),
        "outcome": case.outcome,
        "events": [
            {"number": one.number, "type": one.category.code, "day": _day(one.day), "outcome": one.outcome}
            for one in case.events.select_related("category")
        ],
        "causes": [{"part": one.part, "type": one.category.code} for one in case.causes.select_related("category")],
        "texts": [
            {
                "part": row.part,
                "cause": row.cause_id,
                "event": row.happening_id,
                "written_at": row.written_at.isoformat(),
                "text": row.text,
            }
            for row in Narrative.objects.filter(case=case).order_by("written_at", "pk")
        ],
        "proposals": [
            {"number": one.number, "sort": one.sort, "cause": one.cause, "text": one.text, "answer": one.answer}
            for one in case.proposals.all()
        ],
    }


def _day(day: object) -> str:
    return str(day or "")
