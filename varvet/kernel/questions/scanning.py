"""Reading open records through again when the words for injury and abuse are others than when they came in."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.law.harm import HarmWords, fingerprint, mentions_harm
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import harm_words_on
from varvet.kernel.organisation.tree import list_roots
from varvet.kernel.questions.models import HarmScan, Sign, Suspicion
from varvet.kernel.questions.suspicions import notice
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import key_of, table_of
from varvet.kernel.records.registry import Register, list_registers

BATCH = 200
NOTICED = "noticed_words"


def scan_changed(*, now: datetime) -> int:
    """Each root whose words have changed since it was read through, or that never was. How many signs were opened.

    A list that begins on a later day is met on that day, and one that comes with a new version of Varvet when it does.
    """
    known = dict(HarmScan.objects.values_list("root_id", "fingerprint"))
    found = 0
    for root in list_roots():
        words = harm_words_on(root, day_of(now))
        if known.get(root.pk) != fingerprint(words):
            found += scan(root, words, now=now)
    return found


def scan(root: Unit, words: HarmWords, *, now: datetime) -> int:
    """Opens a sign on each open record that mentions one of the words and never had such a sign.

    What somebody has weighed on account of its words stays weighed. Bears being stopped and begun again.
    """
    found = sum(_notice(pk, card, now) for card in list_registers() for pk in _mentioning(root, card, words))
    HarmScan.objects.update_or_create(root=root, defaults={"fingerprint": fingerprint(words), "scanned_at": now})
    return found


def _mentioning(root: Unit, card: Register, words: HarmWords) -> Iterator[int]:
    """Ids of the register's open records without such a sign, whose texts mention the words."""
    if card.weighs is None or not card.weighs.told:
        return
    signed = Suspicion.objects.filter(sign=Sign.WORDS).values("record_id")
    rows = Record.objects.filter(kind=card.kind, root=root, status__in=card.open_statuses).exclude(pk__in=signed)
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        yield from _found_in(card, ids[start : start + BATCH], words)


def _found_in(card: Register, ids: Sequence[int], words: HarmWords) -> list[int]:
    assert card.weighs is not None
    key = key_of(card.model)
    rows = table_of(card.model)._default_manager.filter(**{f"{key}__in": ids}, part__in=card.weighs.told)
    texts = rows.order_by(key, "pk").values_list(key, "text")
    return list(dict.fromkeys(pk for pk, text in texts if mentions_harm(text, words=words)))


@transaction.atomic
def _notice(pk: int, card: Register, now: datetime) -> int:
    """Asked again with the record locked: it may have been closed, or weighed, while the texts were read."""
    record = Record.objects.select_for_update().get(pk=pk)
    if record.status not in card.open_statuses or Suspicion.objects.filter(record_id=pk, sign=Sign.WORDS).exists():
        return 0
    notice(record, Sign.WORDS, now=now)
    subject = trail.Subject(kind=record.kind, actor_id=None, record_id=pk, unit_id=record.unit_id)
    trail.write([trail.event(NOTICED, subject, at=now)])
    return 1
