"""Where mail goes and what its links begin with, or one sentence that says what is wrong."""

from pathlib import Path

import pytest

from varvet.config import mail
from varvet.config.env import BadEnvironment
from varvet.config.mail import MailServer


def test_without_a_server_mails_are_kept_as_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARVET_SMTP_URL", raising=False)
    assert mail.from_environment() == MailServer(mail.FILES)
    assert mail.folder(Path("data")) == Path("data/mail")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://relay.example.org", MailServer(mail.SMTP, "relay.example.org", 25)),
        ("smtps://u:p@h.example.org:4650", MailServer(mail.SMTP, "h.example.org", 4650, "u", "p", tls=True)),
        (
            "smtp+starttls://post%40example.org:a%2Fb@h.example.org",
            MailServer(mail.SMTP, "h.example.org", 587, "post@example.org", "a/b", starttls=True),
        ),
    ],
)
def test_a_server_is_named_by_its_address(monkeypatch: pytest.MonkeyPatch, url: str, expected: MailServer) -> None:
    monkeypatch.setenv("VARVET_SMTP_URL", url)
    assert mail.from_environment() == expected


@pytest.mark.parametrize("url", ["h.example.org", "http://h.example.org", "smtp://", "smtp+ssl://h"])
def test_what_names_no_server_is_told_without_its_password(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("VARVET_SMTP_URL", url)
    with pytest.raises(BadEnvironment, match=r"VARVET_SMTP_URL cannot be read\."):
        mail.from_environment()


def give(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    for name in ("VARVET_ADDRESS", "VARVET_ORIGINS", "VARVET_SMTP_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in values.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"VARVET_ORIGINS": "https://a.example.org,https://b.example.org"}, "https://a.example.org"),
        ({"VARVET_ADDRESS": "https://c.example.org/"}, "https://c.example.org"),
    ],
)
def test_what_links_begin_with(monkeypatch: pytest.MonkeyPatch, values: dict[str, str], expected: str) -> None:
    give(monkeypatch, **values)
    assert mail.address(production=False) == expected


def test_an_address_needs_its_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, VARVET_ADDRESS="varvet.example.org")
    with pytest.raises(BadEnvironment, match="with its scheme"):
        mail.address(production=False)


def test_in_production_mails_lead_to_https(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, VARVET_ADDRESS="http://varvet.example.org", VARVET_SMTP_URL="smtp://h.example.org")
    with pytest.raises(BadEnvironment, match="must begin with https"):
        mail.address(production=True)
