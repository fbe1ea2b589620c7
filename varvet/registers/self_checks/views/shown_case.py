"""A case as it is reviewed: its form, its draft, what was found, and the way on to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.records.drafts import get_draft, save_draft
from varvet.kernel.ui.meanwhile import Change, Meanwhile, differences_of
from varvet.kernel.ui.sentences import said
from varvet.registers.self_checks import actions, queries, rules
from varvet.registers.self_checks.forms.case import CaseForm, start_of
from varvet.registers.self_checks.models import Case, Review, Round
from varvet.registers.self_checks.models.counting import items_of
from varvet.registers.self_checks.queries import CaseRow
from varvet.registers.self_checks.rules.answers import Given, lacking
from varvet.registers.self_checks.rules.questions import REPLY_LABELS, Item
from varvet.registers.self_checks.rules.reviewing import FIRST, SECOND
from varvet.registers.self_checks.views.shown_lacks import Lack, lacks_of

MOST_SEGMENTS = 60
LONGEST_DRAFT = 4_000
REVIEWED = marked("Ärendet granskades.")


@dataclass(frozen=True)
class HeldCase:
    """A case that somebody has open, with its round and its form. `given` is what is saved, of the same turn."""

    round: Round
    case: Case
    turn: int
    items: list[Item]
    review: Review | None
    given: list[Given]
    has_draft: bool
    form: CaseForm

    def content(self) -> actions.Reviewed:
        return actions.Reviewed(self.form.given(), self.form.cleaned_data["version"], self.turn)


@dataclass(frozen=True)
class Differing:
    """A question that two answered differently."""

    text: str
    first: str
    second: str


def case_to_review(request: PersonRequest, reference: str, number: int, turn: int) -> HeldCase:
    """404 outside the reader's scope, NotAllowed for those who may not see the round's cases."""
    reader = request.reader
    round_ = get_object_or_404(queries.visible_to(reader), reference=reference)
    actions.check_may_review(round_, reader.user, reader.today)
    case = get_object_or_404(Case, round=round_, number=number)
    items, review = items_of(round_), queries.find_review(case, turn)
    given = queries.read_given(reader, round_, review) if review else []
    draft = get_draft(owner=reader.user, form=actions.draft_of(case, turn), today=reader.today)
    start = {**start_of(given), "version": review.version if review else 0, **draft}
    form = CaseForm(request.POST or None, items=items, initial=start)
    return HeldCase(round_, case, turn, items, review, given, bool(draft), form)


def save_case_draft(request: PersonRequest, held: HeldCase) -> None:
    """Kept with the version it began on: if another has saved since, the difference is shown."""
    names = {"version", *held.form.fields} - {"anyway"}
    content = {name: str(request.POST[name])[:LONGEST_DRAFT] for name in names if request.POST.get(name)}
    name = actions.draft_of(held.case, held.turn)
    save_draft(owner=request.reader.user, form=name, content=content, now=timezone.now())


def next_case(request: PersonRequest, held: HeldCase) -> HttpResponse:
    """On to the next that is not reviewed; when none is, to one that the reader is to review as the second."""
    rows = queries.list_cases(held.round)
    messages.success(request, _said_of(held))
    left = [row.number for row in rows if not row.is_reviewed and not row.is_left_out]
    if left:
        number = next((one for one in left if one > held.case.number), left[0])
        return redirect("self_checks:case", held.round.reference, number)
    second = [row.number for row in rows if _is_for(request.reader, row)]
    if second:
        return redirect("self_checks:second", held.round.reference, second[0])
    return redirect("self_checks:page", held.round.reference)


def _is_for(reader: Reader, row: CaseRow) -> bool:
    """Reviewed once by another, to be reviewed twice, and not yet."""
    waits = row.is_twice and row.is_reviewed and not row.is_twice_done
    return waits and row.first_reviewer != reader.user.pk


def _said_of(held: HeldCase) -> str:
    answers = {one.code: one.value for one in held.form.given()}
    number, found = held.case.number, len(lacking(held.items, answers))
    if not found:
        return _("Ärende {number} är granskat.").format(number=number)
    sentence = ngettext(
        "Ärende {number} är granskat, med {found} brist.", "Ärende {number} är granskat, med {found} brister.", found
    )
    return sentence.format(number=number, found=found)


def case_page(reader: Reader, held: HeldCase) -> dict[str, object]:
    rows = [row for row in queries.list_cases(held.round) if not row.is_left_out]
    numbers = [row.number for row in rows]
    if held.case.number not in numbers:
        raise Http404
    place = numbers.index(held.case.number)
    owner = salted_hmac("varvet.draft", str(reader.user.pk)).hexdigest()[:16]
    return {
        "round": held.round,
        "title": queries.title(held.round),
        "case": held.case,
        "form": held.form,
        "rows": held.form.rows(),
        "place": place + 1,
        "total": len(rows),
        "done": sum(row.is_reviewed for row in rows),
        "segments": _segments(rows, place),
        "previous": numbers[place - 1] if place else None,
        "second": held.turn == SECOND,
        "has_draft": held.has_draft,
        "open": held.round.status == rules.Status.ONGOING,
        "planned": held.round.status == rules.Status.PLANNED,
        "device_owner": owner,
        "draft_name": actions.draft_of(held.case, held.turn),
        "meanwhile": _meanwhile(held),
        "lacks": _lacks(reader, held) if held.review and held.turn == FIRST else [],
        "differing": _differing(reader, held),
        "reviewer": held.review.reviewer if held.review else None,
    }


def _segments(rows: Sequence[CaseRow], place: int) -> list[str]:
    """One for each case: done, now or ahead. None where they would be too small to see."""
    if len(rows) > MOST_SEGMENTS:
        return []
    kinds = ["done" if row.is_reviewed else "ahead" for row in rows]
    kinds[place] = "now"
    return kinds


def _meanwhile(held: HeldCase) -> Meanwhile | None:
    """What the other reviewer saved, beside what this one wrote; None unless they had saved first."""
    if held.form.stale is None or held.review is None:
        return None
    start = {**{name: "" for name in held.form.fields if name != "anyway"}, **start_of(held.given)}
    held.form.initial = start
    who = held.review.reviewer.name if held.review.reviewer else ""
    return Meanwhile([Change(held.review.reviewed_at, said(REVIEWED), who)], differences_of(held.form))


def _lacks(reader: Reader, held: HeldCase) -> list[Lack]:
    answers = {one.code: one.value for one in held.given}
    found = [(item, answers[item.code]) for item in lacking(held.items, answers)]
    return lacks_of(reader, held.round, held.case.number, found)


def _differing(reader: Reader, held: HeldCase) -> list[Differing]:
    """Where the two reviews are not the same, once both are done."""
    other = queries.find_review(held.case, FIRST if held.turn == SECOND else SECOND)
    if held.review is None or other is None:
        return []
    theirs = queries.read_given(reader, held.round, other)
    first, second = (theirs, held.given) if held.turn == SECOND else (held.given, theirs)
    pairs = [(item, _value(first, item), _value(second, item)) for item in held.items if item.replies]
    return [Differing(item.text, one, two) for item, one, two in pairs if one != two]


def _value(given: Sequence[Given], item: Item) -> str:
    value = {one.code: one.value for one in given}.get(item.code, "")
    return said(REPLY_LABELS[value]) if value else _("Inget svar")
