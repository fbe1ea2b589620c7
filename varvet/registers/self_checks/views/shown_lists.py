"""What the pages of lists show: what is wrong with the data first, then what was counted of what."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.extracts import wordings
from varvet.extracts.apart.asked import Found
from varvet.extracts.checks.results import UNKNOWN, Line
from varvet.extracts.checks.shapes import Basis, Check, term_key
from varvet.extracts.checks.shapes import Round as Used
from varvet.extracts.checks.shipped import BY_NAME, CHECKS
from varvet.extracts.fields import label_of
from varvet.extracts.findings import LABELS, Finding
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.files.receiving import uploads_of
from varvet.kernel.organisation.terms import get_term
from varvet.kernel.ui.sentences import length_of, said, sentence_of
from varvet.registers.self_checks import forms, queries, rules
from varvet.registers.self_checks.models import ListCheck, Round
from varvet.registers.self_checks.rules import list_check as list_rules
from varvet.registers.self_checks.rules.list_check import ListState, ShownLine
from varvet.registers.self_checks.views import shown, shown_kept_lists
from varvet.registers.self_checks.views.shown_curve import Curve, curve_of

HIDDEN = ".."


@dataclass(frozen=True)
class Choice:
    """A check to choose, and the columns it needs."""

    question: str
    needs: str
    href: str


@dataclass(frozen=True)
class Wrong:
    """Something found wrong with the data: how many rows, and the first ones' numbers."""

    fault: str
    field: str
    count: int
    rows: str
    sets_aside: bool


@dataclass(frozen=True)
class ColumnRead:
    field: str
    heading: str


@dataclass(frozen=True)
class LineShown:
    """`kind` is what the name is one of: sex, group or unit."""

    name: str
    kind: str
    met: str
    counted: str
    share: str
    late: str
    pending: str
    hidden: bool
    few: bool


@dataclass(frozen=True)
class Part:
    """The result of those that began, or of those that ended."""

    heading: str
    says: str
    total: LineShown
    sexes: Sequence[LineShown]
    groups: Sequence[LineShown]
    units: Sequence[LineShown]
    counted: str
    extension: Sequence[str]
    curve: Curve | None


def choices_page(round_: Round) -> dict[str, object]:
    found = [
        Choice(
            said(check.question),
            ", ".join(said(label_of(name)).lower() for name in check.needs),
            reverse("self_checks:list_new", args=[round_.reference, check.name]),
        )
        for check in CHECKS
    ]
    return {"round": round_, "title": queries.title(round_), "choices": found}


def find_check(name: str) -> Check:
    if name not in BY_NAME:
        raise Http404
    return BY_NAME[name]


def list_form(request: PersonRequest, round_: Round, check: Check) -> forms.CaseListForm:
    columns = queries.last_columns(round_.root)
    initial = {
        "version": round_.version,
        "as_of": request.reader.today.isoformat(),
        "source": columns.source if columns else "",
    }
    sent = request.POST or None
    return forms.CaseListForm(sent, check=check, columns=columns, uploads=uploads_of(request, "file"), initial=initial)


def new_page(reader: Reader, round_: Round, form: forms.CaseListForm, headings: Sequence[str]) -> dict[str, object]:
    return {
        "kept_href": shown_kept_lists.href_of(reader, round_, form.check),
        "round": round_,
        "title": queries.title(round_),
        "form": form,
        "question": said(form.check.question),
        "headings": headings,
        "needs": [said(label_of(name)) for name in form.check.needs],
    }


def result_page(reader: Reader, row: ListCheck) -> dict[str, object]:
    told, computed, check = queries.told_of(row), queries.computed_of(row), BY_NAME[row.check_name]
    may_perform = reader.can("self_checks.perform", row.round.unit_id)
    return {
        "round": row.round,
        "title": queries.title(row.round),
        "row": row,
        "question": said(check.question),
        "counting": row.state == ListState.COUNTING,
        "failed": row.state == ListState.FAILED,
        "wrong": [_wrong(finding) for finding in (computed.opened.findings if computed else told.findings)],
        "columns": [ColumnRead(said(label_of(one.field)), one.heading) for one in told.columns.columns],
        "told": told,
        "term": _term(row, check),
        "parts": _parts(row, computed.opened, computed.closed) if computed else [],
        "may_use": may_perform and computed is not None and not row.used_at and row.round.performed_on is None,
        "may_open": reader.can(queries.CASE_CODES, row.round.unit_id) and computed is not None and not row.removed_on,
        "change_href": _change(row) if may_perform and row.round.performed_on is None else "",
    }


def _change(row: ListCheck) -> str:
    return reverse("self_checks:list_new", args=[row.round.reference, row.check_name])


def _term(row: ListCheck, check: Check) -> str:
    key = term_key(check.rule)
    return length_of(get_term(key, root=row.round.root, on=row.round.last_day)) if key else ""


def _parts(row: ListCheck, opened: Found, closed: Found | None) -> list[Part]:
    used = Used(BY_NAME[row.check_name], row.round.first_day, row.round.last_day, row.as_of)
    first = _part(used, opened, said(list_rules.BASIS_LABELS[Basis.OPENED]) if closed else _("Resultatet"))
    return [first, _part(used, closed, said(list_rules.BASIS_LABELS[Basis.CLOSED]))] if closed else [first]


def _part(used: Used, found: Found, heading: str) -> Part:
    return Part(
        heading=heading,
        says=sentence_of(list_rules.says(used.check, found.total)),
        total=_line(ShownLine(found.total, hidden=False), _("Alla")),
        sexes=[_line(one, said(wordings.SEXES[one.line.sex]), _("kön")) for one in list_rules.by_sex(found.lines)],
        groups=[_line(one, _name(one.line), _("grupp")) for one in list_rules.by_part(found.lines)],
        units=[_line(one, _name(one.line), _("enhet")) for one in list_rules.by_part(found.units)],
        counted=sentence_of(next(wordings.data_sentences(found.counts, ()))),
        extension=[sentence_of(sentence) for sentence in wordings.extension_sentences(found.result(used))],
        curve=curve_of(found.curves),
    )


def _name(line: Line) -> str:
    return _("saknas i listan") if line.group == UNKNOWN else line.group


def _line(one: ShownLine, name: str, kind: str = "") -> LineShown:
    line = one.line
    if one.hidden:
        return LineShown(name, kind, HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN, hidden=True, few=False)
    return LineShown(
        name=name,
        kind=kind,
        met=str(line.met),
        counted=str(line.counted),
        share=sentence_of(wordings.share_of(line)),
        late=str(line.late_now),
        pending=str(line.pending),
        hidden=False,
        few=line.few,
    )


def _wrong(finding: Finding) -> Wrong:
    return Wrong(
        fault=said(LABELS[finding.fault]),
        field=said(label_of(finding.field)) if finding.field else "",
        count=finding.count,
        rows=", ".join(str(row) for row in finding.rows),
        sets_aside=finding.sets_aside,
    )


def require_use(request: PersonRequest, row: ListCheck) -> None:
    """Before the form is shown: may the person, may it happen, and is it counted. Sent, the action judges."""
    if request.method != "POST":
        shown.ready(request, row.round, rules.Event.RECORD)
        list_rules.check_counted(row.state)


def use_page(row: ListCheck, form: forms.UseListForm) -> dict[str, object]:
    found = queries.computed_of(row)
    return {
        "round": row.round,
        "title": queries.title(row.round),
        "row": row,
        "form": form,
        "question": said(BY_NAME[row.check_name].question),
        "parts": _parts(row, found.opened, found.closed) if found else [],
    }


def use_form(request: PersonRequest, row: ListCheck) -> forms.UseListForm:
    check, computed = BY_NAME[row.check_name], queries.computed_of(row)
    analysis = sentence_of(list_rules.says(check, computed.opened.total)) if computed else ""
    initial = {"version": row.round.version, "basis": Basis.OPENED.value, "analysis": analysis}
    return forms.UseListForm(request.POST or None, has_deadline=check.has_deadline, initial=initial)


def codes_page(reader: Reader, row: ListCheck) -> dict[str, object]:
    return {
        "round": row.round,
        "title": queries.title(row.round),
        "row": row,
        "question": said(BY_NAME[row.check_name].question),
        "codes": queries.read_codes(reader, row),
    }
