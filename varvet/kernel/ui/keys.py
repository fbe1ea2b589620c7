"""Shortcuts of a single key: off until a person turns them on, since some speak to their computer (WCAG 2.1.4)."""

from dataclasses import dataclass

from django.http import HttpRequest

from varvet.kernel.law.words import marked

KEY = "keys"


@dataclass(frozen=True)
class Shortcut:
    """A key and what it does, as the help page lists them."""

    key: str
    says: str


SHORTCUTS = (
    Shortcut("?", marked("Visa den här sidan")),
    Shortcut("h", marked("Till startsidan")),
    Shortcut("n", marked("Rapportera något nytt")),
    Shortcut("/", marked("Skriv i sökrutan")),
    Shortcut("m", marked("Till sidans innehåll")),
)
ALWAYS = (
    Shortcut("Tab", marked("Nästa länk, knapp eller fält. Med Skift: den förra.")),
    Shortcut("Enter", marked("Öppna länken eller tryck på knappen.")),
    Shortcut("Mellanslag", marked("Kryssa i, eller öppna en lista.")),
    Shortcut("Piltangenter", marked("Välj bland alternativ som hör ihop.")),
    Shortcut("Esc", marked("Stäng en meny som är öppen.")),
)


def has_keys(request: HttpRequest) -> bool:
    """On for as long as the person stays logged in."""
    session = getattr(request, "session", None)
    return bool(session and session.get(KEY))


def choose_keys(request: HttpRequest, choice: str) -> None:
    """`choice` is "on"; anything else turns them off."""
    request.session[KEY] = choice == "on"
