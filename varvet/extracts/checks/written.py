"""A result as JSON, for those who take the figures further: numbers, days and shares, and no code of any case."""

import json
from dataclasses import asdict
from typing import Any

from varvet.extracts.checks.results import Line, Result
from varvet.extracts.findings import LABELS


def to_json(result: Result) -> str:
    """The same text for the same list and round, whichever engine computed it."""
    used = result.used
    told: dict[str, Any] = {
        "check": used.check.name,
        "question": used.check.question,
        "first": used.first.isoformat(),
        "last": used.last.isoformat(),
        "as_of": used.as_of.isoformat(),
        "basis": used.basis.value,
        "term": used.term and {"key": used.term.key, "value": used.term.value, "unit": used.term.unit.value},
        "rows": asdict(result.counts),
        "findings": [
            {
                "fault": found.fault.value,
                "label": LABELS[found.fault],
                "field": found.field,
                "count": found.count,
                "rows": found.rows,
                "sets_aside": found.sets_aside,
            }
            for found in result.findings
        ],
        "lines": [_line(line) for line in result.lines],
        "curves": asdict(result.curves),
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _line(line: Line) -> dict[str, Any]:
    return asdict(line) | {"numerator": line.met, "denominator": line.counted}
