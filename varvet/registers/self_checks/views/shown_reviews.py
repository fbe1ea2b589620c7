"""What the page of a round tells of its review: how far it has come, what lacked, and what it taught."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.statistics.agreement import kappa
from varvet.kernel.statistics.wordings import of_agreement
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.kernel.ui.words import decimal, percent
from varvet.registers.self_checks import queries, rules
from varvet.registers.self_checks.models import Lesson, Round
from varvet.registers.self_checks.models.counting import reviewing_of
from varvet.registers.self_checks.rules.outcome import FEW, Agreement, QuestionCount
from varvet.registers.self_checks.rules.reviewing import REVIEW_KINDS

SET_UP, CASES, NEXT, SUM_UP = (
    marked("Välj formulär och granskning"),
    marked("Lägg till ärenden"),
    marked("Granska nästa ärende"),
    marked("Sammanställ resultatet"),
)


@dataclass(frozen=True)
class Count:
    """A question's counts; `hidden` where so few were judged that somebody could be pointed out."""

    text: str
    judged: int
    lacking: int
    partly: int
    not_applicable: int
    hidden: bool


@dataclass(frozen=True)
class Reviews:
    """`form` is the version reviewed with. `hidden` says that the answers are for the unit alone."""

    has_form: bool
    form: Any
    kind: str
    walkthrough: bool
    done: int
    total: int
    may_perform: bool
    may_review: bool
    hidden: bool
    agreement: str
    kappa: str
    counts: list[Count]
    lessons: list[Lesson]


def part(reader: Reader, round_: Round) -> Reviews:
    how, rows = reviewing_of(round_), queries.list_cases(round_)
    may_review = queries.may_review(reader, round_)
    hidden = how.walkthrough and not may_review
    done = sum(row.is_reviewed for row in rows)
    told_twice = not hidden and any(row.is_twice_done for row in rows)
    agreement, kappa_said = _agreement(round_) if told_twice else ("", "")
    return Reviews(
        has_form=round_.form_version_id is not None,
        form=round_.form_version,
        kind=said(REVIEW_KINDS[how.kind]),
        walkthrough=how.walkthrough,
        done=done,
        total=sum(not row.is_left_out for row in rows),
        may_perform=reader.can(queries.MAY_PERFORM, round_.unit_id),
        may_review=may_review,
        hidden=hidden,
        agreement=agreement,
        kappa=kappa_said,
        counts=[_count(one, all_of_it=may_review) for one in queries.counts_of(round_)] if done and not hidden else [],
        lessons=queries.read_lessons(reader, round_),
    )


def _count(one: QuestionCount, *, all_of_it: bool) -> Count:
    hidden = not all_of_it and one.judged < FEW
    return Count(one.text, one.judged, one.lacking, one.partly, one.not_applicable, hidden)


def _agreement(round_: Round) -> tuple[str, str]:
    """How many of the answers by choice were the same, and kappa or why it is not shown; nothing without answers."""
    found = queries.agreement_of(round_)
    if found.share is None:
        return "", ""
    values = {"same": found.same, "compared": found.compared, "share": percent(found.share)}
    return _("{same} av {compared} svar, {share}").format(**values), _kappa(found)


def _kappa(found: Agreement) -> str:
    """Of what the two came to in each case. A sentence where too few cases are reviewed by two."""
    why_not = of_agreement(found.cases)
    if why_not is not None:
        return sentence_of(why_not)
    of_verdicts = kappa(found.verdicts)
    if of_verdicts.value is None or of_verdicts.interval is None:
        return _("Alla ärenden fick samma utfall, så kappa går inte att räkna.")
    low, high = of_verdicts.interval.low, of_verdicts.interval.high
    values = {"kappa": decimal(of_verdicts.value, 2), "low": decimal(low, 2), "high": decimal(high, 2)}
    return _("Cohens kappa för ärendets utfall är {kappa}, mellan {low} och {high}.").format(**values)


def ways(round_: Round, reviews: Reviews) -> list[tuple[str, str]]:
    """What is next in the review, as words and addresses: what is to be done now first."""
    if round_.status not in rules.OPEN or not reviews.may_perform:
        return []
    found = []
    if round_.status == rules.Status.ONGOING and reviews.may_review:
        found += _reviewing(round_, reviews)
    if reviews.may_review and (reviews.has_form or reviews.total):
        found.append((CASES, _address("cases", round_)))
    return [*found, (SET_UP, _address("set_up", round_))]


def _reviewing(round_: Round, reviews: Reviews) -> list[tuple[str, str]]:
    found = []
    left = [row.number for row in queries.list_cases(round_) if not row.is_reviewed and not row.is_left_out]
    if reviews.has_form and left:
        found.append((NEXT, reverse("self_checks:case", args=[round_.reference, left[0]])))
    if reviews.has_form and reviews.done:
        found.append((SUM_UP, _address("conclude", round_)))
    return found


def _address(name: str, round_: Round) -> str:
    return reverse(f"self_checks:{name}", args=[round_.reference])
