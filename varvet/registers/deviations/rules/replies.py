"""Replies to reporters that are shipped: a root begins with these, until it edits them."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations.rules.states import Status

LONGEST_TITLE, LONGEST_TEXT = 80, 2000  # characters


@dataclass(frozen=True)
class Reply:
    """Words to a reporter, about nobody. Offered while the deviation is in `status`; always when it is empty."""

    title: str
    text: str
    status: str = ""


SHIPPED = (
    Reply(marked("Tack, vi har läst"), marked("Tack för att du rapporterade. Vi har läst och går vidare med det.")),
    Reply(
        marked("Vi utreder"),
        marked("Vi utreder vad som hände. Du får veta vad vi kommer fram till."),
        Status.INVESTIGATING,
    ),
    Reply(
        marked("Rutinen ändras"),
        marked("Vi har ändrat rutinen så att det här inte ska hända igen. Den nya rutinen gäller från i dag."),
    ),
    Reply(
        marked("Tas upp på APT"), marked("Vi tar upp händelsen på nästa APT. Där pratar vi om vad vi gör annorlunda.")
    ),
    Reply(
        marked("Ingen avvikelse"),
        marked("Det här räknas inte som en avvikelse. Vi har ändå läst det och tackar för att du berättade."),
        Status.RECEIVED,
    ),
)


def offered(replies: list[Reply], status: str) -> list[Reply]:
    return [reply for reply in replies if reply.status in {"", status}]


def check_reply(title: str, text: str) -> None:
    if not title.strip() or len(title) > LONGEST_TITLE:
        raise RuleBroken("deviation.reply.title", "Ge mallen ett namn, högst 80 tecken.", field="title")
    if not text.strip() or len(text) > LONGEST_TEXT:
        raise RuleBroken("deviation.reply.text", "Skriv mallens text, högst 2 000 tecken.", field="text")
