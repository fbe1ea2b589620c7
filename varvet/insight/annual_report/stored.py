"""The Report value to JSON and back without loss: this is what a snapshot keeps."""

import json
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from varvet.insight.annual_report import chart_data, value
from varvet.insight.annual_report.value import Report

KINDS = {
    name: kind
    for module in (chart_data, value)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, StrEnum))
}


def to_data(part: object) -> Any:
    """Dataclasses and enums become objects that name their kind, tuples become lists."""
    if isinstance(part, StrEnum):
        return {"kind": type(part).__name__, "is": part.value}
    if is_dataclass(part):
        kept = {field.name: to_data(getattr(part, field.name)) for field in fields(part)}
        return {"kind": type(part).__name__, **kept}
    if isinstance(part, tuple):
        return [to_data(item) for item in part]
    return part


def from_data(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(from_data(item) for item in data)
    if not isinstance(data, dict):
        return data
    kind = KINDS[data["kind"]]
    if issubclass(kind, StrEnum):
        return kind(data["is"])
    return kind(**{key: from_data(kept) for key, kept in data.items() if key != "kind"})


def to_json(report: Report) -> str:
    """The same value gives the same text, so that the text can be hashed."""
    return json.dumps(to_data(report), ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Report:
    report = from_data(json.loads(text))
    if not isinstance(report, Report):
        raise TypeError(f"not a stored report: {type(report).__name__}")
    return report
