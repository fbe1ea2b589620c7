"""Whoever is not logged in meets the door, and nothing that is wrong with it."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_the_start_page_asks_who_you_are(page: Page, axe: Callable[[], None]) -> None:
    page.goto("/")
    expect(page).to_have_url(re.compile(r"/(konto|logga-in)/"))
    axe()


def test_an_address_that_leads_nowhere_says_so(page: Page, axe: Callable[[], None]) -> None:
    answer = page.goto("/finns-inte/")
    assert answer is not None
    assert answer.status == 404
    axe()
