"""What a page must hold in every look: nothing for axe to find, light and dark, and nothing wider than the screen."""

import json
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

PHONE, DESKTOP = 360, 1280
NARROW = (320, PHONE, 640)  # 640 is 1280 at 200 % zoom
HEIGHT = 800
ALL_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CONTRAST = {"runOnly": ["color-contrast"]}  # dark differs from light in colour alone
TOO_WIDE = """width => [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest(".scroll, .tabs"))
    .slice(0, 3).map(e => e.outerHTML.slice(0, 160))"""


def check_every_look(page: Page) -> None:
    """On a phone and a desktop, light and dark, and at the widths where something could stick out."""
    for width in (PHONE, DESKTOP):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme="light")
        check_axe(page)
        page.emulate_media(color_scheme="dark")
        check_axe(page, CONTRAST)
    check_widths(page)


def check_axe(page: Page, rules: dict[str, list[str]] = ALL_RULES) -> None:
    """Fails with what is wrong, where, and how to mend it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(f"axe.run(document, {json.dumps(rules)})")["violations"]
    told = [f"{v['id']} ({v['impact']}): {v['help']}\n" + "\n".join(_places(v)) for v in found]
    assert not told, f"{page.url} at {page.viewport_size}\n" + "\n".join(told)


def check_widths(page: Page) -> None:
    for width in NARROW:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        needed = page.evaluate("document.documentElement.scrollWidth")
        assert needed <= width, f"{page.url} needs {needed} of {width}: {page.evaluate(TOO_WIDE, width)}"


def _places(violation: dict[str, Any]) -> list[str]:
    return [f"    {', '.join(map(str, node['target']))}\n        {node['html'][:200]}" for node in violation["nodes"]]
