"""Findings and results in plain Swedish: what is wrong with the data first, then what was counted of what."""

from collections.abc import Iterator
from datetime import date

from varvet.extracts.checks.results import UNKNOWN, Counts, Line, Result
from varvet.extracts.checks.shapes import Basis
from varvet.extracts.checks.survival import Step
from varvet.extracts.fields import label_of
from varvet.extracts.findings import LABELS, Finding
from varvet.kernel.law.words import Sentence, length, marked

SEXES = {"female": marked("kvinnor"), "male": marked("män"), UNKNOWN: marked("kön saknas")}
ALL, NO_GROUP = marked("Alla"), marked("grupp saknas")
COLUMNS = marked("Kolumner som lästes: {count}. Kolumner som lämnades utanför: {left_out}.")
ADDS_UP = marked("Rader: {read}. Räknas: {counted}. Annan fråga: {apart}. Utanför: {outside}. Undantas: {aside}.")
NOTHING_FOUND = marked("Inga fel hittades i uppgifterna.")
FOUND = marked("{fault}. Antal rader: {count}, till exempel rad {rows}.")
FOUND_IN = marked("{fault}, i kolumnen {field}. Antal rader: {count}, till exempel rad {rows}.")
COUNTED_STILL = marked("{found} De räknas ändå.")
SET_ASIDE = marked("{found} De räknas inte.")
OPENED = marked("Ärenden som började {first} till {last}, så som de var {as_of}.")
CLOSED = marked("Ärenden som avslutades {first} till {last}.")
LISTED = marked("Alla ärenden i listan, så som de var {last}.")
TERM = marked("Frist: {length} ({source}).")
KEPT = marked("{met} av {counted}")
SHARE = marked("{share} % ({low}–{high})")
ESTIMATE = marked("{share} % ({low}–{high}), skattat med öppna ärenden")
NO_SHARE = marked("andel kan inte räknas")
LATE_NOW = marked("öppna över fristen: {count}")
PENDING = marked("öppna inom fristen: {count}")
LEFT = marked("upphörda av annat skäl: {count}")
EXTENDED = marked("Förlängda utredningar: {count}. Förlängda utan skäl: {unexplained}.")
EXTENDED_KEPT = marked("Av de förlängda blev {share} % klara inom sin förlängda tid.")
ORDINARY_KEPT = marked("Av de övriga blev {share} % klara inom ordinarie tid.")
UNCERTAIN = marked("Osäkert: färre än 10 ärenden följda till fristen.")
TOO_FEW = marked("För få ärenden för att dra slutsatser.")
WHY_BOTH = marked("Räkna också på dem som började i perioden: bara avslutade ärenden döljer dem som dröjer.")


def percent(share: float) -> str:
    """With a comma and at most one decimal, and never 100 or 0 for what only nearly is."""
    shown = min(max(share * 100, 0.1 if share > 0 else 0.0), 99.9 if share < 1 else 100.0)
    return f"{shown:.1f}".replace(".", ",").removesuffix(",0")


def data_sentences(counts: Counts, findings: tuple[Finding, ...]) -> Iterator[Sentence]:
    yield Sentence(
        ADDS_UP,
        {
            "read": counts.read,
            "counted": counts.counted,
            "apart": counts.apart,
            "outside": counts.outside,
            "aside": counts.aside,
        },
    )
    yield from finding_sentences(findings)


def finding_sentences(findings: tuple[Finding, ...]) -> Iterator[Sentence]:
    if not findings:
        yield Sentence(NOTHING_FOUND)
    for finding in findings:
        yield Sentence(SET_ASIDE if finding.sets_aside else COUNTED_STILL, {"found": _found(finding)})


def _found(finding: Finding) -> Sentence:
    values: dict[str, object] = {
        "fault": LABELS[finding.fault],
        "count": finding.count,
        "rows": ", ".join(str(row) for row in finding.rows),
    }
    if finding.field:
        return Sentence(FOUND_IN, values | {"field": label_of(finding.field).lower()})
    return Sentence(FOUND, values)


def about(result: Result) -> Iterator[Sentence]:
    """Which cases, as of when, and by which term."""
    used = result.used
    wording = LISTED if not used.check.began else CLOSED if used.basis is Basis.CLOSED else OPENED
    days: dict[str, date] = {"first": used.first, "last": used.last, "as_of": used.as_of}
    yield Sentence(wording, days)
    if used.check.has_deadline and used.basis is Basis.CLOSED:
        yield Sentence(WHY_BOTH)
    if used.term:
        yield Sentence(TERM, {"length": length(used.term), "source": used.term.source})


def line_sentences(line: Line) -> tuple[Sentence, ...]:
    """Counts, share, and what is open: each a sentence of its own, for a table or a line."""
    said = [Sentence(KEPT, {"met": line.met, "counted": line.counted}), share_of(line)]
    open_cases = ((LATE_NOW, line.late_now), (PENDING, line.pending), (LEFT, line.left))
    said += [Sentence(wording, {"count": count}) for wording, count in open_cases if count]
    if line.few:
        said.append(Sentence(UNCERTAIN if line.is_estimate else TOO_FEW))
    return tuple(said)


def share_of(line: Line) -> Sentence:
    if line.share is None:
        return Sentence(NO_SHARE)
    shown = {name: percent(getattr(line.share, name)) for name in ("share", "low", "high")}
    return Sentence(ESTIMATE if line.is_estimate else SHARE, shown)


def extension_sentences(result: Result) -> Iterator[Sentence]:
    counts = result.counts
    if not counts.extended:
        return
    yield Sentence(EXTENDED, {"count": counts.extended, "unexplained": counts.unexplained})
    yield Sentence(ORDINARY_KEPT, {"share": percent(kept(result.curves.ordinary))})
    yield Sentence(EXTENDED_KEPT, {"share": percent(kept(result.curves.extended))})


def kept(steps: tuple[Step, ...]) -> float:
    """The share (0-1) of a curve on its deadline."""
    return next((step.share for step in reversed(steps) if step.days <= 0), 0.0)
