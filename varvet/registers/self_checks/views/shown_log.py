"""What the pages of log reviews show: codes, counts and days; a person's name only where a reviewer has said it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.extracts.mappings import ColumnMap
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.files.receiving import uploads_of
from varvet.kernel.law.words import marked
from varvet.kernel.ui import words
from varvet.kernel.ui.lists import Tab
from varvet.kernel.ui.sentences import said
from varvet.registers.self_checks import actions, forms, queries, rules
from varvet.registers.self_checks.models import LogFinding, LogReview, Round
from varvet.registers.self_checks.queries.log_reviews import Counts, Filters
from varvet.registers.self_checks.rules import log_review as log_rules
from varvet.registers.self_checks.rules.list_check import ListState
from varvet.registers.self_checks.rules.log_review import FindingKind, LogList

WHOSE = (("mine", marked("Mina")), ("nobodys", marked("Utan granskare")), ("", marked("Alla")))
MOST_DIGITS = 9


@dataclass(frozen=True)
class FindingShown:
    """A line of the queue: by code, never by name."""

    number: int
    href: str
    staff: str
    about: str
    reasons: str
    when: str
    state: str
    status: str
    reviewer: str


@dataclass(frozen=True)
class ListShown:
    label: str
    rows: int
    aside: int


@dataclass(frozen=True)
class OutcomeShown:
    label: str
    count: int


def round_of(request: PersonRequest, reference: str) -> Round:
    """As every page of it asks: a round of another method has no log."""
    request.reader.require(actions.MAY_REVIEW)
    rows: QuerySet[Round] = queries.reviewable(request.reader)
    return get_object_or_404(rows, reference=reference, method=rules.Method.LOG_REVIEW)


def finding_of(request: PersonRequest, reference: str, number: int) -> LogFinding:
    rows = queries.find_findings(request.reader)
    return get_object_or_404(rows, review__round__reference=reference, number=number)


def review_of(round_: Round) -> LogReview:
    found = queries.find_log_review(round_)
    if found is None:
        raise Http404
    return found


def log_form(request: PersonRequest, round_: Round) -> forms.LogForm:
    columns = queries.last_columns_of_lists(round_.root)
    return forms.LogForm(
        request.POST or None,
        people=queries.list_reviewers(request.reader, round_),
        columns=columns,
        uploads=_uploads(request),
        initial=_initial(request.reader, round_, columns),
    )


def _initial(reader: Reader, round_: Round, columns: Mapping[LogList, ColumnMap]) -> dict[str, object]:
    sources = [one.source for one in columns.values()]
    return {
        "version": round_.version,
        "source": sources[-1] if sources else "",
        "reviewers": [reader.user.pk],
    }


def _uploads(request: PersonRequest) -> forms.Uploads:
    found = {kind: uploads_of(request, forms.FILE + kind) for kind in LogList}
    return {kind: uploads[0] for kind, uploads in found.items() if uploads}


def new_page(round_: Round, form: forms.LogForm, headings: Sequence[str]) -> dict[str, object]:
    return {
        "round": round_,
        "title": queries.title(round_),
        "form": form,
        "headings": headings,
        "unseen": [said(sentence) for sentence in log_rules.UNSEEN.values()],
    }


def filters_from(query: QueryDict) -> Filters:
    whose = query.get("vems", "mine")
    after = query.get("efter", "")
    number = int(after) if after.isascii() and after.isdecimal() and len(after) <= MOST_DIGITS else 0
    known = whose if whose in {code for code, _label in WHOSE} else "mine"
    return Filters(known, query.get("alla") != "1", number)


def queue_page(reader: Reader, round_: Round, filters: Filters) -> dict[str, object]:
    review = review_of(round_)
    counts = queries.log_counts_of(reader, review)
    found, more = queries.list_findings(reader, review, filters)
    read = queries.read_of(review)
    here = reverse("self_checks:log_queue", args=[round_.reference])
    return {
        "round": round_,
        "title": queries.title(round_),
        "review": review,
        "counting": review.state == ListState.COUNTING,
        "failed": review.state == ListState.FAILED,
        "lists": [_list(kind, read.lists[kind].read, read.lists[kind].aside) for kind in LogList if kind in read.lists],
        "unseen": [said(sentence) for kind, sentence in log_rules.UNSEEN.items() if kind not in read.lists],
        "counts": counts,
        "outcomes": [OutcomeShown(said(log_rules.OUTCOME_LABELS[code]), n) for code, n in counts.outcomes.items()],
        "too_many": review.pairs - counts.whole if review.pairs > counts.whole else 0,
        "findings": [_finding(one, round_) for one in found],
        "tabs": _tabs(here, filters, counts),
        "filters": filters,
        "other_href": f"{here}?vems={filters.whose}{'&alla=1' if filters.left_only else ''}",
        "next_href": f"{here}?vems={filters.whose}{_rest(filters)}&efter={found[-1].number}" if more else "",
        "first_href": f"{here}?vems={filters.whose}{_rest(filters)}" if filters.after else "",
        "own_codes": queries.own_codes(reader, round_.root),
        "is_open": round_.status in rules.OPEN,
        "missing": missing_of(counts),
    }


def _rest(filters: Filters) -> str:
    return "" if filters.left_only else "&alla=1"


def _tabs(here: str, filters: Filters, counts: Counts) -> list[Tab]:
    numbers = {"mine": counts.mine, "nobodys": counts.nobodys, "": counts.left}
    return [
        Tab(said(label), f"{here}?vems={code}{_rest(filters)}", code == filters.whose, words.integer(numbers[code]))
        for code, label in WHOSE
    ]


def missing_of(counts: Counts) -> list[str]:
    """What is left before the review can be closed, as sentences."""
    left = ngettext("%(n)s fynd är inte bedömt.", "%(n)s fynd är inte bedömda.", counts.left) % {"n": counts.left}
    nobodys = ngettext("%(n)s fynd har ingen granskare.", "%(n)s fynd har ingen granskare.", counts.nobodys)
    told = ((counts.left, left), (counts.nobodys, nobodys % {"n": counts.nobodys}))
    return [sentence for number, sentence in told if number]


def _list(kind: LogList, rows: int, aside: int) -> ListShown:
    return ListShown(said(log_rules.LIST_LABELS[kind]), rows, aside)


def reasons_of(finding: LogFinding) -> str:
    return ", ".join(said(log_rules.REASON_LABELS[code]) for code in finding.reasons.split(","))


def _finding(finding: LogFinding, round_: Round) -> FindingShown:
    return FindingShown(
        number=finding.number,
        href=reverse("self_checks:log_finding", args=[round_.reference, finding.number]),
        staff=finding.staff,
        about=said(log_rules.KIND_LABELS[finding.kind]),
        reasons=reasons_of(finding),
        when=when_of(finding),
        state=_state(finding),
        status=finding.outcome or ("asked" if finding.asked_at else "to_ask"),
        reviewer=finding.reviewer.name if finding.reviewer else "",
    )


def when_of(finding: LogFinding) -> str:
    if finding.first is None or finding.last is None:
        times = ngettext("%(n)s öppning under perioden", "%(n)s öppningar under perioden", finding.times)
        return times % {"n": words.integer(finding.times)}
    times = ngettext("%(days)s, %(n)s gång", "%(days)s, %(n)s gånger", finding.times)
    return times % {"days": log_rules.says_days(finding.first, finding.last), "n": words.integer(finding.times)}


def _state(finding: LogFinding) -> str:
    if finding.outcome:
        return said(log_rules.OUTCOME_LABELS[finding.outcome])
    return _("Fråga ställd") if finding.asked_at else _("Att fråga om")


@dataclass(frozen=True)
class Forms:
    judge: forms.JudgeForm
    whose: forms.WhoseForm


def forms_of(request: PersonRequest, finding: LogFinding) -> Forms:
    """The form that was sent is bound; it says by its button which one it is."""
    people = queries.list_people(finding.review.round.root)
    sent = request.POST.get("form", "")
    person = queries.person_of(finding.review.round.root, finding.staff)
    known = {"outcome": finding.outcome, "answer": finding.answer or ""} if finding.outcome else {}
    return Forms(
        forms.JudgeForm(request.POST if sent == "judge" else None, initial=known),
        forms.WhoseForm(request.POST if sent == "whose" else None, people=people, initial={"person": person}),
    )


def finding_page(reader: Reader, finding: LogFinding, held: Forms) -> dict[str, object]:
    round_ = finding.review.round
    own = queries.own_codes(reader, round_.root)
    answer = queries.read_finding(reader, finding)
    return {
        "round": round_,
        "title": queries.title(round_),
        "finding": finding,
        "about": said(log_rules.KIND_LABELS[finding.kind]),
        "reasons": [said(log_rules.REASON_LABELS[code]) for code in finding.reasons.split(",")],
        "when": when_of(finding),
        "state": _state(finding),
        "answer": answer,
        "person": queries.person_of(round_.root, finding.staff),
        "to_paste": to_paste(finding),
        "alike": [_finding(one, round_) for one in queries.alike(finding)],
        "forms": held,
        "own_missing": own is None,
        "own_use": own is not None and log_rules.same(finding.staff, own),
        "mine": finding.reviewer_id == reader.user.pk,
        "is_open": round_.status in rules.OPEN,
        "asked_of_others": [_asked(one.to_kind, one.asked_at) for one in queries.list_asked(round_)],
    }


def _asked(kind: str, at: datetime) -> str:
    label = said(log_rules.ASK_LABELS.get(kind, ""))
    return _("{label}, {day}").format(label=label or kind, day=at.date().isoformat())


def to_paste(finding: LogFinding) -> str:
    """A question for a mail or a chat: it names no one but the code."""
    values = {"code": finding.staff, "when": when_of(finding), "reasons": reasons_of(finding).lower()}
    if finding.kind == FindingKind.OPENED:
        text = _(
            "Vi granskar loggarna. Koden {code} har öppnat ett ärende: {when}. Det syns för att: {reasons}. "
            "Vilket var skälet i ditt arbete? Skriv inget om den enskilde."
        )
    else:
        text = _(
            "Vi granskar loggarna. Koden {code} syns i granskningen: {when}. Skälet är: {reasons}. "
            "Vad beror det på? Skriv inget om någon enskild."
        )
    return text.format(**values)


def close_form(request: PersonRequest, round_: Round) -> forms.CloseLogForm:
    return forms.CloseLogForm(request.POST or None, initial={"version": round_.version})


def close_page(reader: Reader, round_: Round, form: forms.CloseLogForm) -> dict[str, object]:
    counts = queries.log_counts_of(reader, review_of(round_))
    return {
        "round": round_,
        "title": queries.title(round_),
        "form": form,
        "counts": counts,
        "outcomes": [OutcomeShown(said(log_rules.OUTCOME_LABELS[code]), n) for code, n in counts.outcomes.items()],
        "missing": missing_of(counts),
    }
