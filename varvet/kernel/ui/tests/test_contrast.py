"""Contrast between the colours that meet, computed from the built theme."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).resolve().parent.parent / "static" / "built" / "theme.css"
TOKENS = Path(__file__).resolve().parent.parent / "static" / "varvet" / "tokens.css"
TEXT, MARK = 4.5, 3.0
PAIRS = [
    *[("ink", ground, TEXT) for ground in ("paper", "card", "sunk", "hover", "accent-tint", "soon-tint", "late-tint")],
    *[("ink-2", ground, TEXT) for ground in ("paper", "card", "sunk", "hover")],
    *[("accent-ink", ground, TEXT) for ground in ("paper", "card", "accent-tint", "accent-wash", "late-wash")],
    *[("soon-ink", ground, TEXT) for ground in ("paper", "card", "soon-tint")],
    *[("late-ink", ground, TEXT) for ground in ("paper", "card", "late-tint", "late-wash", "hover")],
    ("on-accent", "accent", TEXT),
    ("line-2", "paper", MARK),
    ("line-2", "card", MARK),
    ("accent", "line", MARK),
    ("mute", "paper", MARK),
    ("focus", "paper", MARK),
]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def colours(scheme: str) -> dict[str, str]:
    """Our names -> #rrggbb in one scheme."""
    theme = THEME.read_text(encoding="utf-8")
    block = re.search(rf'\[data-color-scheme="{scheme}"\] \{{(.*?)\}}', theme, re.DOTALL)
    assert block
    built = dict(re.findall(r"--ds-color-([\w-]+): (#[0-9a-f]{6})", block[1]))
    aliases = re.findall(r"--([\w-]+): var\(--ds-color-([\w-]+)\)", TOKENS.read_text(encoding="utf-8"))
    return {name: built[token] for name, token in aliases}


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.skipif(not THEME.exists(), reason="the theme is built at set-up")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("one", "other", "least"), PAIRS)
def test_what_meets_can_be_told_apart(scheme: str, one: str, other: str, least: float) -> None:
    found = colours(scheme)
    assert contrast(found[one], found[other]) >= least
