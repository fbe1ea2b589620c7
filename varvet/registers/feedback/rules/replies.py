"""Replies to those who got in touch: what a root begins with, where each is offered, and what it may leave open."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.feedback.rules.states import Status

LONGEST_TITLE, LONGEST_TEXT = 80, 2000  # characters
REFERENCE, RECEIVED, UNIT, DUE = "[ärendenummer]", "[dagen det kom in]", "[enhet]", "[svar senast]"
PLACEHOLDERS = (REFERENCE, RECEIVED, UNIT, DUE)
BRACKETED = re.compile(r"\[[^\[\]\n]*\]")


@dataclass(frozen=True)
class Reply:
    """Words about nobody. Offered in `status` and for what is about `category`; empty means always."""

    title: str
    text: str
    status: str = ""
    category: str = ""


SHIPPED = (
    Reply(
        marked("Tack, vi återkommer"),
        marked("Tack för att du hörde av dig den [dagen det kom in]. Vi svarar dig senast [svar senast]."),
        Status.RECEIVED,
    ),
    Reply(
        marked("Vi beklagar och ändrar"),
        marked("Tack för att du berättade. Det blev inte som det skulle. Vi har pratat om det på [enhet] och ändrar."),
    ),
    Reply(
        marked("Tack för beröm"),
        marked("Tack för dina fina ord. Vi har berättat för dem som arbetar på [enhet]."),
    ),
    Reply(
        marked("Det beslutas i ditt ärende"),
        marked("Det du tar upp avgörs i ditt eget ärende. Din handläggare hör av sig till dig."),
    ),
    Reply(
        marked("Vi tittar på det igen"),
        marked("Tack för att du sade till. Vi tittar på det igen och svarar dig senast [svar senast]."),
        Status.REOPENED,
    ),
)


def offered(replies: Collection[Reply], status: str, categories: Collection[str]) -> list[Reply]:
    """Those for the state and for one of the categories, the most particular first."""
    fitting = [r for r in replies if r.status in {"", status} and (not r.category or r.category in categories)]
    return sorted(fitting, key=lambda reply: (not reply.category, not reply.status))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders exchanged, each once: what stands in a value is never exchanged again."""
    return BRACKETED.sub(lambda found: values.get(found.group(), found.group()), text)


def check_reply(reply: Reply) -> None:
    """RuleBroken where it is too long, or says [something] that nothing is put in place of."""
    if not reply.title.strip() or len(reply.title) > LONGEST_TITLE:
        raise RuleBroken("feedback.reply.title", "Ge mallen ett namn, högst 80 tecken.", field="title")
    if not reply.text.strip() or len(reply.text) > LONGEST_TEXT:
        raise RuleBroken("feedback.reply.text", "Skriv mallens text, högst 2 000 tecken.", field="text")
    unknown = [found for found in BRACKETED.findall(reply.text) if found not in PLACEHOLDERS]
    if unknown:
        sentence = "Inget sätts in för {found}. Använd bara dem som står under rutan."
        raise RuleBroken("feedback.reply.placeholder", sentence, field="text", values={"found": unknown[0]})
