"""What the page of a performed round says: the share, how sure it is, the rounds before it, and what is left to do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.records.registry import is_visible
from varvet.kernel.statistics import wordings
from varvet.kernel.statistics.files import whole_files
from varvet.kernel.statistics.planning import files_to_see
from varvet.kernel.statistics.shares import Interval, wilson
from varvet.kernel.statistics.strata import estimate
from varvet.kernel.statistics.wordings import Seen
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.intervals import IntervalChart, IntervalRow
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.kernel.ui.starts import Followed, Start, followed, starts_from
from varvet.registers.self_checks import actions, queries
from varvet.registers.self_checks.models import Round, Split
from varvet.registers.self_checks.rules import DIMENSION_LABELS, SEX_LABELS, Dimension, Status, decision
from varvet.registers.self_checks.views.shown_sampling import Says, part_label

FEWEST = 5  # reviewed in a part, or in what it leaves of the whole, for the parts to be shown
LEAST_STEP = 5  # percentage points between two rounds for which it is told how many files would be needed

COUNTED = marked("{fulfilled} av {reviewed} uppfyller målet.")
BEFORE = marked("Förra gången var det {fulfilled} av {reviewed}.")
FIRST = marked("Det finns inget tidigare resultat att jämföra med.")
NEEDED = marked("För att se ett steg från {before} till {after} procent krävs omkring {files} per gång.")
WEIGHTED = marked("Viktat efter delarnas storlek är andelen {share} procent, troligen {low}–{high}.")
ALT = marked("Andel som uppfyller målet, med 95 procents intervall, denna gång och tidigare.")
ALT_PARTS = marked("Andel som uppfyller målet i varje del, med 95 procents intervall.")
HIDDEN = marked("Resultatet visas inte för varje del. Någon del är för liten.")
ANALYSE = Says(
    marked("Analys av resultatet"), marked("Analysen krypteras och räknas aldrig."), marked("Spara analysen")
)
DECIDE = Says(
    marked("Vad leder resultatet till?"),
    marked("Lägg till en åtgärd, eller skriv varför ingen behövs."),
    marked("Ingen åtgärd behövs"),
)
RAISE = Says(
    marked("Resultatet på arbetsplatsträffen"),
    marked("Notera vilken dag ni gick igenom resultatet."),
    marked("Spara dagen"),
)
HAPPENED = {
    "analysed": marked("Analysen kompletterades."),
    "no_action": marked("Det bestämdes att ingen åtgärd behövs."),
    "raised": marked("Resultatet togs upp på en arbetsplatsträff."),
}


@dataclass(frozen=True)
class Parts:
    """The result by sex or by group; `chart` is None where it is hidden or not counted."""

    label: str
    chart: IntervalChart | None
    hidden: str


@dataclass(frozen=True)
class Outcome:
    """`share` in whole percent. `change` begins with what is most important."""

    share: int
    says: list[str]
    chart: IntervalChart
    change: list[str]
    parts: list[Parts]


@dataclass(frozen=True)
class Missing:
    label: str
    href: str


@dataclass(frozen=True)
class After:
    """What the result has led to, and what is left to do; `ways` are where an improvement can begin."""

    improvements: list[Followed]
    no_action: str
    decided_on: date | None
    raised_on: date | None
    missing: list[Missing]
    done: list[str]
    ways: list[Start]


def outcome_of(round_: Round) -> Outcome | None:
    """None where the result is not known by count."""
    now = queries.seen(round_.figures)
    if now is None or not now.reviewed or round_.status != Status.PERFORMED:
        return None
    before = [(held, queries.seen(held.figures)) for held in queries.list_before(round_)]
    rows = [_row(held.last_day, seen, is_before=True) for held, seen in reversed(before) if seen]
    rows.append(_row(round_.last_day, now, is_before=False))
    target = None if round_.target_percent is None else round_.target_percent / 100
    return Outcome(
        share=wordings.half_up(100 * now.fulfilled / now.reviewed),
        says=[sentence_of(sentence) for sentence in _says(round_, now)],
        chart=IntervalChart(rows, said(ALT), target),
        change=[sentence_of(sentence) for sentence in _change(now, before[0][1] if before else None)],
        parts=[_parts(dimension, round_, target) for dimension in Dimension if _splits(dimension, round_)],
    )


def _says(round_: Round, now: Seen) -> Iterator[Sentence]:
    yield Sentence(COUNTED, {"fulfilled": now.fulfilled, "reviewed": now.reviewed})
    yield wordings.of_sample(now)
    strata = queries.strata_of(round_)
    if strata and not now.is_census and not now.is_small:
        found = estimate(strata)
        share = {"share": wordings.half_up(100 * found.share)}
        yield Sentence(WEIGHTED, share | wordings.in_percent(found.interval))


def _change(now: Seen, before: Seen | None) -> Iterator[Sentence]:
    if before is None:
        yield Sentence(FIRST)
        return
    first, *rest = list(wordings.of_change(now, before)) or [Sentence(FIRST)]
    yield first
    yield Sentence(BEFORE, {"fulfilled": before.fulfilled, "reviewed": before.reviewed})
    yield from rest
    if first.wording == wordings.NOT_CERTAIN:
        yield from _needed(now.fulfilled / now.reviewed, before.fulfilled / before.reviewed)


def _needed(now: float, before: float) -> Iterator[Sentence]:
    if 100 * abs(now - before) < LEAST_STEP or {now, before} & {0.0, 1.0}:
        return
    files = -(-files_to_see(before, now) // 5) * 5
    shares = {"before": wordings.half_up(100 * before), "after": wordings.half_up(100 * now)}
    yield Sentence(NEEDED, shares | {"files": files})


def _row(day: date, seen: Seen, *, is_before: bool) -> IntervalRow:
    interval = _interval(seen)
    label = str(day.year) if day.month == 12 else f"{day:%Y-%m}"
    share = seen.fulfilled / seen.reviewed
    return IntervalRow(label, share, interval.low, interval.high, _text(seen), is_before)


def _text(seen: Seen) -> str:
    return _("{fulfilled} av {reviewed}").format(fulfilled=seen.fulfilled, reviewed=seen.reviewed)


def _interval(seen: Seen) -> Interval:
    """In whole files where it is known how many there are."""
    if seen.population is None:
        return wilson(seen.fulfilled, seen.reviewed)
    files = whole_files(seen.fulfilled, seen.reviewed, seen.population)
    return Interval(files.low / files.population, files.high / files.population)


def _splits(dimension: str, round_: Round) -> list[Split]:
    """Those whose result is known by count."""
    return [split for split in round_.splits.all() if split.dimension == dimension and split.fulfilled is not None]


def _is_small(dimension: str, round_: Round) -> bool:
    return is_hidden(round_.sample, [split.sample for split in _splits(dimension, round_)])


def _parts(dimension: Dimension, round_: Round, target: float | None) -> Parts:
    splits = _splits(dimension, round_)
    label = said(DIMENSION_LABELS[dimension])
    if _is_small(dimension, round_):
        return Parts(label, None, said(HIDDEN))
    return Parts(label, IntervalChart([_part(split, round_) for split in splits], said(ALT_PARTS), target), "")


def is_hidden(whole: int | None, samples: Sequence[int | None]) -> bool:
    """Whether a part, or what the parts leave of the whole, is smaller than five but not nobody."""
    seen = [sample or 0 for sample in samples]
    rest = (whole or sum(seen)) - sum(seen) if seen else 0
    return any(0 < count < FEWEST for count in (*seen, rest))


def _part(split: Split, round_: Round) -> IntervalRow:
    assert split.fulfilled is not None
    assert split.sample is not None
    seen = Seen(split.fulfilled, split.sample, split.sample if round_.census else None)
    interval = _interval(seen) if seen.reviewed else Interval(0, 1)
    share = seen.fulfilled / seen.reviewed if seen.reviewed else 0.0
    label = said(SEX_LABELS.get(split.value, "")) or part_label(split.value)
    return IntervalRow(label, share, interval.low, interval.high, _text(seen))


def after_of(reader: Reader, round_: Round) -> After | None:
    """None until there is a result."""
    if round_.status != Status.PERFORMED:
        return None
    may_decide = reader.can(queries.MAY_PERFORM, round_.unit_id)
    left = decision.left_of(actions.followed_of(round_))
    after = queries.follow_up_of(round_)
    seen = [record for record in queries.list_improvements(round_) if is_visible(reader, record)]
    return After(
        improvements=list(followed(seen).values()),
        no_action=after.no_action_reason if after else "",
        decided_on=after.decided_on if after else None,
        raised_on=after.raised_on if after else None,
        missing=[_missing(item, round_, may_decide=may_decide) for item in left if not item.done],
        done=[said(item.sentence) for item in left if item.done],
        ways=[way for way in starts_from(reader, round_) if way.kind == "improvements"] if may_decide else [],
    )


def _missing(item: decision.Left, round_: Round, *, may_decide: bool) -> Missing:
    href = reverse(f"self_checks:{item.place}", args=[round_.reference]) if may_decide else ""
    return Missing(said(item.sentence), href)


def hidden_parts(round_: Round) -> set[str]:
    """Dimensions with a part too small to show."""
    return {dimension for dimension in Dimension if _is_small(dimension, round_)}


def step(reader: Reader, round_: Round, form: VersionedForm, says: Says) -> dict[str, object]:
    return {
        "round": round_,
        "title": queries.title(round_),
        "form": form,
        "says": says,
        "submit_label": says.button,
        "ways": [way for way in starts_from(reader, round_) if way.kind == "improvements"],
        "back_href": reverse("self_checks:page", args=[round_.reference]),
    }
