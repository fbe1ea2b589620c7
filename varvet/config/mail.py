"""How mail leaves: by the server that VARVET_SMTP_URL names, or as files in the data folder where none is named."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from varvet.config.env import BadEnvironment, text

SMTP = "django.core.mail.backends.smtp.EmailBackend"
FILES = "django.core.mail.backends.filebased.EmailBackend"
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


@dataclass(frozen=True)
class MailServer:
    """As Django's settings want it."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


def from_environment() -> MailServer:
    url = text("VARVET_SMTP_URL")
    return from_url(url) if url else MailServer(FILES)


def from_url(url: str) -> MailServer:
    """Reads smtp+starttls://user:password@host:587, smtps://… and smtp://…; the last is not encrypted."""
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise BadEnvironment(
            "VARVET_SMTP_URL cannot be read. Write smtp+starttls://user:password@host:587, smtps://… or smtp://…."
        )
    return MailServer(
        backend=SMTP,
        host=parts.hostname,
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+starttls",
        tls=parts.scheme == "smtps",
    )


def address(*, production: bool) -> str:
    """Where people reach the program, without a slash at the end: what the links of a mail begin with."""
    origins = [origin for origin in text("VARVET_ORIGINS").split(",") if origin]
    found = text("VARVET_ADDRESS") or next(iter(origins), "http://127.0.0.1:8000")
    if urlsplit(found).scheme not in {"http", "https"} or not urlsplit(found).hostname:
        raise BadEnvironment(f"VARVET_ADDRESS is {found!r}. Write it with its scheme, for example https://varvet.se.")
    if production and text("VARVET_SMTP_URL") and urlsplit(found).scheme != "https":
        raise BadEnvironment("VARVET_ADDRESS must begin with https://: the links of the mails lead there.")
    return found.rstrip("/")


def folder(data: Path) -> Path:
    return data / "mail"
