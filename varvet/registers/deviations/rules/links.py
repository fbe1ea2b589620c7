"""What holds for a unit's link: how long it may live, and how many wrong code words are let pass."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

LONGEST_DAYS = 366
WRONG_TRIES = 10
WINDOW = timedelta(minutes=15)
COMMON_WORDS = (
    "ask alm asp bi björk blad boll bok brev bro bulle bäck båt dal dam dike duva dörr ek eld fisk fjord flod "
    "fågel gran gren grind gräs gård hage ham hav hed hund häst hök is jord kaka kalv karta katt klint klocka "
    "klöver knopp koppar korg kulle kust källa lada lamm lind lilja lo lund mast mossa moln måne mås mölla "
    "nyckel näver orre ost park pil plog ren ros rot råg sadel sal segel sil sjö skog sky sol sten stig stol "
    "strand strut svan säl säv tall torg torn trast träd tråd udde uggla vas vik vind vinge vår väg väv ö älg "
    "äng äpple ärla ås åker ör öring "
)
WORDS = tuple(COMMON_WORDS.split())
CLOSED = marked("Länken gäller inte längre. Be enhetens chef om en ny.")


@dataclass(frozen=True)
class Tries:
    """Wrong code words since a moment; None when there are none."""

    wrong: int
    since: datetime | None


def check_last_day(last_day: date, today: date) -> None:
    """RuleBroken when the link would never live, or for longer than a year."""
    if last_day < today:
        raise RuleBroken("link.day.past", "Dagen har redan varit. Välj en senare dag.", field="last_day")
    if last_day > today + timedelta(days=LONGEST_DAYS):
        raise RuleBroken("link.day.far", "En länk gäller högst ett år. Välj en tidigare dag.", field="last_day")


def check_open(*, revoked: bool, last_day: date, today: date) -> None:
    if revoked or last_day < today:
        raise RuleBroken("link.closed", CLOSED)


def may_try(tries: Tries, now: datetime) -> bool:
    """False while too many wrong code words have been given."""
    return tries.wrong < WRONG_TRIES or tries.since is None or now - tries.since >= WINDOW


def after_wrong(tries: Tries, now: datetime) -> Tries:
    """The count with one more; it begins anew when its window has passed."""
    if tries.since is None or now - tries.since >= WINDOW:
        return Tries(1, now)
    return Tries(tries.wrong + 1, tries.since)


def as_word(number: int) -> str:
    """The lowest part of a large number as a code word that people can say: two words and three digits."""
    number, first = divmod(number, len(WORDS))
    number, second = divmod(number, len(WORDS))
    return f"{WORDS[first]}-{WORDS[second]}-{100 + number % 900}"


def bare_word(written: str) -> str:
    """A code word as it was said or written, without spaces, hyphens and capitals."""
    return "".join(letter for letter in written.lower() if letter.isalnum())
