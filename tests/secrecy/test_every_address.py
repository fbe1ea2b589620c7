"""Every address there is, also those that come tomorrow: closed without a login, and no record for a stranger."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from tests.secrecy.people import WORDS, Sent, browser_of, text_in

# For everybody, on purpose: the doors in, what is public by law, and what carries a secret of its own.
OPEN = {
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_signup",
    "account_inactive",
    "account_confirm_email",
    "account_email_verification_sent",
    "demo:choose",
    "demo:enter",
    "deviations:follow",
    "deviations:followed",
    "deviations:link",
    "deviations:link_receipt",
    "deviations:link_report",
    "deviations:stop_following",
    "feedback:code_file",
    "feedback:follow",
    "feedback:followed",
    "feedback:judge",
    "feedback:leave",
    "feedback:reopen_by_code",
    "feedback:roots",
    "feedback:tell",
    "feedback:thanks",
    "lex_sarah:follow",
    "lex_sarah:followed",
    "lex_sarah:link_receipt",
    "lex_sarah:link_report",
    "lex_sarah:stop_following",
    "ui:accessibility",
    "ui:gallery",
    "ui:language",
    "ui:personal_data",
    "ui:glossary",
}
REFUSED = {301, 302, 403, 404, 405}


def named(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, set[str]]]:
    """Each name with the arguments its address takes."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from named(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif pattern.name:
            yield f"{space}{pattern.name}", set(pattern.pattern.converters)


PLACES = sorted(dict(named(get_resolver())).items())
WITHOUT = [name for name, arguments in PLACES if not arguments]
OF_RECORDS = [(name, arguments) for name, arguments in PLACES if "reference" in arguments]


def test_there_are_addresses() -> None:
    assert len(WITHOUT) > 30
    assert len(OF_RECORDS) > 30
    assert {name for name, _ in PLACES} >= OPEN


@pytest.mark.parametrize("name", [name for name in WITHOUT if name not in OPEN])
def test_nobody_gets_in_without_logging_in(town: None, name: str) -> None:
    answer = Client().get(reverse(name))
    assert answer.status_code in REFUSED
    assert answer.status_code != 302 or "/konto/login/" in answer["Location"]


@pytest.mark.parametrize(("name", "arguments"), OF_RECORDS)
def test_a_record_of_others_is_not_there(sent: Sent, name: str, arguments: set[str]) -> None:
    """Cecilia manages another unit: guessing the number, with any step after it, leads nowhere."""
    other = dict.fromkeys(arguments - {"reference"}, "1")
    address = reverse(name, kwargs={"reference": sent.record.reference, **other})
    for ask in (browser_of("Cecilia Berg").get, browser_of("Cecilia Berg").post):
        answer = ask(address)
        assert answer.status_code in {404, 405}, address
        assert not [words for words in WORDS if words in text_in(answer)]
    assert Client().get(address).status_code in REFUSED
