"""The first sentences of a unit's page: how many came in, how many were answered to the reporter, what went well."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import ngettext

from varvet.insight.unit_page import asked as ask
from varvet.insight.unit_page.asked import Asked, figure
from varvet.kernel.records.panels import Sentence


def sentences(asked: Asked, today: date) -> tuple[Sentence, ...]:
    return (received(asked, today), *told(asked), *good_examples(asked))


def received(asked: Asked, today: date) -> Sentence:
    """A period that lasts is not compared as if it were over."""
    question, earlier = asked.question(ask.RECEIVED), asked.question(ask.RECEIVED, during=asked.before)
    count, was = asked.count(question), asked.count(earlier)
    if asked.stretch.last >= today:
        text = ngettext(
            "{count} avvikelse har kommit in hittills under {period}. Hela {before} kom {was}.",
            "{count} avvikelser har kommit in hittills under {period}. Hela {before} kom {was}.",
            count,
        )
    else:
        text = ngettext(
            "{count} avvikelse kom in under {period}, mot {was} under {before}.",
            "{count} avvikelser kom in under {period}, mot {was} under {before}.",
            count,
        )
    named = _filled(text, period=asked.stretch.name, before=asked.before.name)
    return Sentence(named, (("count", figure(question, count)), ("was", figure(earlier, was))))


def told(asked: Asked) -> Iterator[Sentence]:
    """Of those closed in the period, whose reporter has been told how it went."""
    question = asked.question(ask.CLOSED)
    closed = asked.count(question)
    if not closed or not asked.knows_told:
        return
    answered = asked.told(question)
    text = ngettext(
        "{answered} av {closed} avslutad har noterad återkoppling till den som rapporterade.",
        "{answered} av {closed} avslutade har noterad återkoppling till den som rapporterade.",
        closed,
    )
    counted = asked.count(answered)
    yield Sentence(text, (("answered", figure(answered, counted)), ("closed", figure(question, closed))))


def good_examples(asked: Asked) -> Iterator[Sentence]:
    question = asked.question(ask.GOOD_EXAMPLES)
    if not asked.has(ask.GOOD_EXAMPLES) or not (count := asked.count(question)):
        return
    text = ngettext("{count} gott exempel är rapporterat.", "{count} goda exempel är rapporterade.", count)
    yield Sentence(text, (("count", figure(question, count)),))


def _filled(text: str, **words: str) -> str:
    """The words in their places; the places of figures stay."""
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", word)
    return text
