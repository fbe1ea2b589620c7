"""A case's proposals as shown: to those who handle it, and alone to those who only answer them."""

import json
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from varvet.kernel.access.checks import check
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import Followed, followed, starts_from
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import AuthorityReport, LexSarah, Part, Proposal
from varvet.registers.lex_sarah.rules import Event

ANSWERED = marked("Ditt svar är sparat.")


@dataclass(frozen=True)
class Shown:
    """A proposal with its answer and its measures. An address is empty where the reader may not, or need not."""

    number: int
    sort_label: str
    asks: bool
    text: str
    unit: str
    cause: str
    answer_label: str
    answered: bool
    taken_on: bool
    reason: str
    day: object
    measures: list[Followed]
    hidden: bool
    unmeasured: bool
    respond_href: str
    measure_href: str
    remove_href: str


def proposals_of(reader: Reader, case: LexSarah) -> list[Shown]:
    found = queries.read_proposals(reader, case)
    measures = followed([record for read in found for record in read.measures])
    causes = {cause.part: cause.category.label for cause in case.causes.select_related("category")}
    return [
        _shown(reader, case, read, [measures[record.pk] for record in read.measures], causes.get(read.proposal.cause))
        for read in found
    ]


def _shown(
    reader: Reader, case: LexSarah, read: queries.ProposalRead, measures: list[Followed], cause: str | None
) -> Shown:
    one = read.proposal
    starts = starts_from(reader, case, one.part) if read.unmeasured and _is_responsible(reader, one) else []
    return Shown(
        number=one.number,
        sort_label=said(rules.SORT_LABELS[one.sort]),
        asks=one.sort == rules.Sort.MEASURE,
        text=one.text,
        unit=one.unit.name,
        cause=cause or "",
        answer_label=said(rules.ANSWER_LABELS.get(one.answer, "")),
        answered=bool(one.answer),
        taken_on=one.answer in rules.TAKEN_ON,
        reason=one.reason or "",
        day=one.answered_on,
        measures=measures,
        hidden=read.hidden,
        unmeasured=read.unmeasured,
        respond_href=_address("respond", case, one) if read.answerable else "",
        measure_href=starts[0].href if starts else "",
        remove_href=_address("remove_proposal", case, one) if _may_remove(reader, case, one) else "",
    )


def _is_responsible(reader: Reader, one: Proposal) -> bool:
    return reader.can("lex_sarah.respond", one.unit_id)


def _may_remove(reader: Reader, case: LexSarah, one: Proposal) -> bool:
    able = queries.can(reader, "lex_sarah.investigate", case) and rules.may(Event.PROPOSE, case.status)
    return able and not one.answer and not actions.is_decided_on(one)


def _address(name: str, case: LexSarah, one: Proposal) -> str:
    return reverse(f"lex_sarah:{name}", args=[case.reference, one.number])


def page(reader: Reader, case: LexSarah) -> dict[str, object]:
    return {
        "case": case,
        "proposals": proposals_of(reader, case),
        "handles": queries.handles(reader, case),
    }


def require(reader: Reader, case: LexSarah, number: int) -> None:
    """Before the form of an answer: the proposal is there for the reader, and the reader may answer it."""
    found = case.proposals.select_related("unit").filter(number=number).first()
    if found is None:
        raise Http404
    check(reader.user, "lex_sarah.respond", found.unit, today=reader.today)


def respond(reader: Reader, case: LexSarah, number: int, form: VersionedForm) -> dict[str, object]:
    shown = next((one for one in proposals_of(reader, case) if one.number == number), None)
    if shown is None:
        raise Http404
    return {"case": case, "proposal": shown, "form": form, "step_name": form.step_name}


def sent_page(case: LexSarah, report: AuthorityReport) -> dict[str, object]:
    """What was sent to IVO, in its own words: texts under their names."""
    content = json.loads(report.sent or "{}")
    labels = dict(Part.choices)
    words = [(labels.get(one["part"], one["part"]), one["text"]) for one in content.get("texts", [])]
    return {
        "case": case,
        "report": report,
        "words": words,
        "proposals": content.get("proposals", []),
        "outcome_label": rules.OUTCOME_LABELS.get(content.get("outcome", ""), ""),
        "route_label": rules.ROUTE_LABELS[report.route],
    }
