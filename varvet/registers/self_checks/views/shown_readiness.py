"""What the page of the year's readiness shows, and the form that adds what a result lacked."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.settings_of_root import Period, quality_year, quality_year_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.ui.lists import one_asked
from varvet.kernel.ui.sentences import said
from varvet.registers.self_checks.actions import supplement as supplementing
from varvet.registers.self_checks.forms.planning import SupplementForm
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.queries.readiness import Readiness, frames_to_extend, read_readiness
from varvet.registers.self_checks.queries.round import title, visible_to
from varvet.registers.self_checks.rules import Dimension, Status
from varvet.registers.self_checks.rules.planning import is_late
from varvet.registers.self_checks.rules.readiness import LACK_FIXES, LACK_LABELS, LACK_WORDS, Lack
from varvet.registers.self_checks.views.shown import Asks, require_view, result
from varvet.registers.self_checks.views.shown_sampling import extension_href

MENDED_BY = {Lack.NOT_ANALYSED: "analyse", Lack.NOT_DECIDED: "decide", Lack.NOT_BY_SEX: "supplement"}
LOOK_BACK, LOOK_AHEAD = 4, 1
MOST = 100  # of each kind on a page


@dataclass(frozen=True)
class Lacking:
    """A round that lacks something, and where it is mended."""

    reference: str
    title: str
    unit: str
    result: str
    last_day: date
    is_late: bool
    href: str


@dataclass(frozen=True)
class Section:
    code: str
    heading: str
    words: str
    fix: str
    count: int
    rounds: list[Lacking]


def readiness_page(request: PersonRequest) -> dict[str, object]:
    require_view(request.reader)
    year = _year_asked(request)
    found = read_readiness(request.reader, year)
    counts = {"total": found.total, "ready": found.ready}
    return {"year": year.name, "years": _years(request), "sections": _sections(found, request.reader), **counts}


def _sections(found: Readiness, reader: Reader) -> list[Section]:
    may = reader.units("self_checks.perform")
    frames = frames_to_extend(found.lacking.get(Lack.TOO_SMALL, []))
    return [
        Section(
            code=lack.value,
            heading=said(LACK_LABELS[lack]),
            words=said(LACK_WORDS[lack]),
            fix=said(LACK_FIXES[lack]),
            count=len(found.lacking[lack]),
            rounds=[_lacking(one, (lack, one.pk in frames), may, reader.today) for one in found.lacking[lack][:MOST]],
        )
        for lack in Lack
        if lack in found.lacking
    ]


def _years(request: PersonRequest) -> list[str]:
    root, today = request.reader.root, request.reader.today
    assert root is not None
    this = quality_year_of(root, today).last.year
    return [str(year) for year in range(this - LOOK_BACK, this + LOOK_AHEAD + 1)]


def _year_asked(request: PersonRequest) -> Period:
    root, today = request.reader.root, request.reader.today
    assert root is not None
    year = one_asked(request.GET, "ar", _years(request))
    return quality_year(root, int(year)) if year else quality_year_of(root, today)


def _lacking(round_: Round, lacks: tuple[Lack, bool], may: frozenset[int], today: date) -> Lacking:
    """`lacks`: what, and whether there is a list to draw more from."""
    lack, has_more = lacks
    return Lacking(
        reference=round_.reference,
        title=title(round_),
        unit=round_.unit.name,
        result="" if lack is Lack.NOT_DONE else result(round_),
        last_day=round_.last_day,
        is_late=is_late(round_.status, round_.last_day, today),
        href=_mended_at(round_, lack, extension_href(round_) if has_more else "")
        if round_.unit_id in may
        else reverse("self_checks:page", args=[round_.reference]),
    )


def _mended_at(round_: Round, lack: Lack, extension: str) -> str:
    if lack is Lack.NOT_DONE:
        return _page(round_)
    if lack is Lack.TOO_SMALL and extension:
        return extension
    if lack is Lack.TOO_SMALL:
        asked = QueryDict(mutable=True)
        asked.update({"fraga": round_.question.code, "enhet": str(round_.unit_id)})
        return f"{reverse('self_checks:plan')}?{asked.urlencode()}"
    return reverse(f"self_checks:{MENDED_BY[lack]}", args=[round_.reference])


def _page(round_: Round) -> str:
    return reverse("self_checks:page", args=[round_.reference])


def supplement_form(request: PersonRequest, reference: str) -> tuple[Round, SupplementForm]:
    """Before showing it: may the person, and may it happen. Sent forms are judged by the action."""
    round_ = get_object_or_404(visible_to(request.reader), reference=reference)
    if request.method != "POST":
        check(request.reader.user, "self_checks.perform", round_.unit, today=request.reader.today)
        if round_.status != Status.PERFORMED:
            raise RuleBroken("self_check.supplement.state", "Bara en genomförd kontroll kan kompletteras.")
    known = {split.value for split in round_.splits.all() if split.dimension == Dimension.SEX}
    return round_, SupplementForm(request.POST or None, known=known, initial={"version": round_.version})


def supplement(round_: Round, form: SupplementForm, *, by: User) -> None:
    version = form.cleaned_data["version"]
    supplementing.supplement(round_=round_, splits=form.splits(), version=version, by=by, now=timezone.now())


def supplement_page(round_: Round, form: SupplementForm) -> dict[str, object]:
    asks = Asks(_("Dela upp resultatet efter kön"), _("Spara"), "")
    return {"round": round_, "title": title(round_), "form": form, "asks": asks, "submit_label": asks.button}
