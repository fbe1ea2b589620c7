"""Frames to test with, and lists as case systems write them."""

from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Case, Draw, Round
from varvet.registers.self_checks.rules import drawing
from varvet.registers.self_checks.tests.factories import fresh, make

PERSONAL = "19900101-0017"
HEAD = "Ärendenummer;Kön;Enhet;Personnummer"


def listed(count: int = 40) -> tuple[drawing.Listed, ...]:
    """Three of four are girls."""
    return tuple(drawing.Listed(f"code{n:03}", "boys" if n % 4 == 0 else "girls", f"e{n % 2}") for n in range(count))


def content(count: int = 40, traits: tuple[str, ...] = ("sex",), **given: Any) -> actions.FrameContent:
    return actions.FrameContent(drawing.FrameKind.CASES, listed(count), count, traits, **given)


def with_frame(cast: Cast, held: Round | None = None, **given: Any) -> Round:
    held = held or make(cast)
    actions.keep_frame(round_=held, content=content(**given), version=held.version, by=cast.alice, now=NOW)
    return fresh(held.pk)


def drawn(cast: Cast, total: int = 12, held: Round | None = None) -> Round:
    held = held or with_frame(cast)
    draw(held, cast, total)
    return fresh(held.pk)


def draw(held: Round, cast: Cast, total: int, frame: int = 1) -> Draw:
    wanted = actions.Wanted(frame, total)
    return actions.draw(round_=held, wanted=wanted, version=held.version, by=cast.alice, now=NOW)


def codes(held: Round) -> list[str]:
    return list(Case.objects.filter(round=held).order_by("number").values_list("code", flat=True))


def sent(lines: Sequence[str], encoding: str = "utf-8") -> SimpleUploadedFile:
    return SimpleUploadedFile("lista.csv", "\r\n".join(lines).encode(encoding))


def many_lines(count: int = 30) -> list[str]:
    """Three girls to a boy, one row without sex."""
    rows = [f"A-{n};{'pojke' if n % 4 == 0 else 'flicka'};Nord;{PERSONAL}" for n in range(count)]
    return [HEAD, *rows, f"A-{count};;Nord;{PERSONAL}"]
