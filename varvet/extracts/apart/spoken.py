"""Frozen dataclasses as JSON and back: what a process that has read somebody's file says is never unpickled."""

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def written(value: object) -> str:
    """Days as ISO 8601, words of a StrEnum as their values."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def read(kind: type[T], text: str) -> T:
    """What `written` wrote of the same class. ValueError, TypeError or KeyError for anything else."""
    made: T = _made(kind, json.loads(text))
    return made


def _made(kind: Any, value: Any) -> Any:
    if kind is Any:
        return value
    if is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: _made(hint, value[name]) for name, hint in _hints(kind).items()})
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        return None if value is None else _made(next(one for one in inner if one is not type(None)), value)
    if origin is not None and issubclass(origin, Mapping):
        return {key: _made(inner[1], each) for key, each in value.items()}
    if origin is not None:  # tuples and sequences of one kind
        return tuple(_made(inner[0], each) for each in value)
    return _single(kind, value)


def _single(kind: Any, value: Any) -> Any:
    if kind is date:
        return date.fromisoformat(value)
    if issubclass(kind, Enum):
        return kind(value)
    if kind is float and type(value) is int:  # JSON does not tell 1.0 from 1 everywhere
        return float(value)
    if type(value) is not kind:
        raise TypeError(f"{type(value).__name__} is not {kind.__name__}")
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
