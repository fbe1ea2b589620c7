"""Telling everybody what an improvement changed: the words are written, published, and taken down again."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Area
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link, LinkKind
from varvet.kernel.records.narratives import keep
from varvet.registers.improvements import rules
from varvet.registers.improvements.models import Improvement, Part, PublicChange
from varvet.registers.improvements.rules import Standing

PUBLISH = "improvements.publish"


@dataclass(frozen=True)
class PublicWords:
    """`area` is all that is told of where. Nothing of it is copied from the record."""

    area: str
    you_said: str
    we_did: str


@transaction.atomic
def write_public(
    *, improvement: Improvement, words: PublicWords, version: int, by: User, now: datetime
) -> PublicChange:
    """A draft. What is published is not read by anybody again until it is published anew."""
    current = _begin(improvement, version=version, by=by, now=now)
    rules.check_origin(current.status, origins_of(current))
    rules.check_public_words(words.you_said, words.we_did)
    if words.area not in Area.values:
        raise RuleBroken("improvement.public.area", marked("Välj ett område."), field="area")
    written = {
        "root": current.root,
        "area": words.area,
        "you_said": words.you_said.strip(),
        "we_did": words.we_did.strip(),
        "standing": Standing.DRAFT,
    }
    change, _ = PublicChange.objects.update_or_create(improvement=current, defaults=written)
    return _finish(current, change, "public_written", by)


@transaction.atomic
def publish(*, improvement: Improvement, version: int, by: User, now: datetime) -> PublicChange:
    """Whoever publishes has read it through: who and when stands in the trail."""
    current = _begin(improvement, version=version, by=by, now=now)
    change = _change_of(current)
    rules.check_origin(current.status, origins_of(current))
    rules.check_standing(change.standing, Standing.PUBLISHED)
    rules.check_public_words(change.you_said, change.we_did)
    change.standing, change.published_on, change.published_by = Standing.PUBLISHED, day_of(now), by
    change.save()
    return _finish(current, change, "published", by)


@transaction.atomic
def withdraw(*, improvement: Improvement, reason: str, version: int, by: User, now: datetime) -> PublicChange:
    """The text stays here and can be published again; nobody else reads it."""
    current = _begin(improvement, version=version, by=by, now=now)
    change = _change_of(current)
    rules.check_standing(change.standing, Standing.WITHDRAWN)
    if not reason.strip():
        raise RuleBroken("improvement.public.reason", marked("Skriv varför texten tas ned."), field="reason")
    change.standing = Standing.WITHDRAWN
    change.save()
    keep(current, {Part.WITHDRAWN: reason}, by=by, now=now)
    return _finish(current, change, "withdrawn", by)


def origins_of(improvement: Improvement) -> list[str]:
    """The kinds of what it followed from."""
    ties = Link.objects.filter(source_id=improvement.pk, kind=LinkKind.FOLLOWS)
    return list(ties.values_list("target__kind", flat=True).distinct())


def _begin(improvement: Improvement, *, version: int, by: User, now: datetime) -> Improvement:
    check(by, PUBLISH, improvement.unit, today=day_of(now))
    return spine.lock(improvement, version=version)


def _change_of(improvement: Improvement) -> PublicChange:
    found = PublicChange.objects.filter(improvement=improvement).first()
    if found is None:
        raise RuleBroken("improvement.public.unwritten", marked("Skriv texten först."))
    return found


def _finish(improvement: Improvement, change: PublicChange, event: str, by: User) -> PublicChange:
    spine.commit(improvement, event, by=by, data={"standing": change.standing, "area": change.area})
    return change
