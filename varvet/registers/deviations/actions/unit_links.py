"""A unit's link for staff without an account: made, opened with its code word, and revoked."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations.models import KIND, UnitLink
from varvet.registers.deviations.models.codes import link_token, link_word
from varvet.registers.deviations.rules import links

PERMISSION = "deviations.links"


@dataclass(frozen=True)
class NewLink:
    """The link, and its code word, which is told once: only its hash is kept."""

    link: UnitLink
    word: str


@transaction.atomic
def make_link(*, unit: Unit, last_day: date, key: str, by: User, now: datetime) -> NewLink:
    """A new link, or the one the same person's form with the same key made before."""
    check(by, PERMISSION, unit, today=day_of(now))
    links.check_last_day(last_day, day_of(now))
    own_key = f"{by.pk}:{key}"
    word = link_word(own_key)
    link, made = UnitLink.objects.get_or_create(
        token=link_token(own_key),
        defaults={
            "unit": unit,
            "word_hash": make_password(links.bare_word(word)),
            "made_by": by,
            "made_at": now,
            "last_day": last_day,
        },
    )
    if made:
        _tell(link, "link_made", by, {"last_day": last_day.isoformat()})
    return NewLink(link, word)


@transaction.atomic
def revoke_link(*, link: UnitLink, by: User, now: datetime) -> None:
    """From now on nobody reports by it. Revoking again changes nothing."""
    check(by, PERMISSION, link.unit, today=day_of(now))
    if UnitLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(revoked_at=now):
        _tell(link, "link_revoked", by, {})


def open_link(*, link: UnitLink, word: str, now: datetime) -> None:
    """RuleBroken when the link is closed, the code word is wrong, or too many have been. A wrong one is counted first:
    the count is saved before anything is refused."""
    links.check_open(revoked=link.revoked_at is not None, last_day=link.last_day, today=day_of(now))
    if not _is_right(link, word, now):
        raise RuleBroken("link.word", "Kodordet stämmer inte. Fråga enhetens chef.", field="word")


@transaction.atomic
def _is_right(link: UnitLink, word: str, now: datetime) -> bool:
    current = UnitLink.objects.select_for_update().get(pk=link.pk)
    tries = links.Tries(current.wrong_tries, current.tries_from)
    if not links.may_try(tries, now):
        raise RuleBroken("link.tries", "För många försök. Vänta en kvart och försök igen.", field="word")
    if check_password(links.bare_word(word), current.word_hash):
        return True
    counted = links.after_wrong(tries, now)
    current.wrong_tries, current.tries_from = counted.wrong, counted.since
    current.save(update_fields=["wrong_tries", "tries_from"])
    if counted.wrong == links.WRONG_TRIES:
        _tell(current, "link_guessed", None, {"tries": counted.wrong})
    return False


def _tell(link: UnitLink, event: str, by: User | None, data: dict[str, str | int]) -> None:
    subject = trail.Subject(kind=KIND, actor_id=by.pk if by else None, unit_id=link.unit_id)
    trail.write([trail.event(event, subject, data={"link": link.pk, **data})])
