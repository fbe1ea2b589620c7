"""The year's risk picture and control plan as a document for the board, and as rows of a file."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.audit import trail
from varvet.kernel.paper.value import Block, Column, Fact, Facts, Heading, Paper, Paragraph, Table
from varvet.kernel.search.files import Asked, Cell, Format, Sheet
from varvet.kernel.ui.files.shown import NOTHING_RUNS
from varvet.kernel.ui.papers import MEDIA_TYPES, Form, in_swedish, rendered
from varvet.registers.risks import rules
from varvet.registers.risks.models import KIND, Overview
from varvet.registers.risks.models.frozen import Kept, KeptPoint, KeptRisk
from varvet.registers.risks.queries.overview import Whole
from varvet.registers.risks.rules.control import FREQUENCY_LABELS
from varvet.registers.risks.views.shown_overview import parts_of

DRAFT = "Riskbilden är inte beslutad än. Innehållet kan ändras."
DASH, ARROW = "–", " → "


def paper_of(whole: Whole, reader: Reader) -> Paper:
    return in_swedish(lambda: _paper(whole, reader))


def _paper(whole: Whole, reader: Reader) -> Paper:
    overview, kept = whole.overview, whole.kept
    return Paper(
        title=f"Riskbild och internkontrollplan {kept.year}",
        kind="Samlad riskbild",
        reference=f"Riskbild {kept.year}",
        sender=kept.organisation,
        place=kept.organisation,
        day=overview.decided_on or reader.today,
        blocks=(*_decided(overview), *_picture(kept), *_plan(whole), *_followed(whole)),
        draft="" if overview.is_decided else DRAFT,
        colophon=f"Framtagen {reader.today.isoformat()}. Uppföljningen är den som fanns då.",
    )


def _decided(overview: Overview) -> Iterator[Block]:
    if overview.decided_on:
        rows = (("Beslutad av", overview.decided_by), ("Dag", overview.decided_on.isoformat()))
        yield Facts(tuple(Fact(*row) for row in (*rows, ("Paragraf", overview.paragraph)) if row[1]))


def _picture(kept: Kept) -> Iterator[Block]:
    yield Heading(1, "Samlad riskbild")
    if kept.summary:
        yield Paragraph(kept.summary)
    yield Paragraph("Risktalet är konsekvens gånger sannolikhet: 1–7 är låg, 8–14 medel och 15–25 hög risk.")
    columns = (
        Column("Risk", 3),
        Column("Enhet", 2),
        Column("Före åtgärd", 1.2),
        Column("Efter åtgärd", 1.2),
        Column("Nivå"),
    )
    yield Table("Risker i riskbilden", columns, tuple(_risk(risk) for risk in kept.risks))


def _risk(risk: KeptRisk) -> tuple[str, ...]:
    now = risk.residual or risk.score
    level = rules.LEVEL_LABELS[rules.level_of(now[0] * now[1])]
    return (f"{risk.reference} {risk.name}", risk.unit, _score(risk.score), _score(risk.residual), level)


def _score(score: tuple[int, int] | None) -> str:
    return f"{score[0]} × {score[1]} = {score[0] * score[1]}" if score else DASH


def _plan(whole: Whole) -> Iterator[Block]:
    yield Heading(1, "Internkontrollplan")
    columns = (
        Column("Kontrollpunkt", 2),
        Column("Risk", 1.3),
        Column("Metod", 2),
        Column("Hur ofta"),
        Column("Ansvarig"),
    )
    yield Table("Kontrollpunkter", columns, tuple(_point(point) for point in whole.kept.points))


def _point(point: KeptPoint) -> tuple[str, ...]:
    often = FREQUENCY_LABELS[point.frequency]
    return (f"{point.number}. {point.name}", point.risk, point.method, often, point.responsible)


def _followed(whole: Whole) -> Iterator[Block]:
    if not whole.overview.is_decided:
        return
    yield Heading(1, "Uppföljning")
    columns = (Column("Kontrollpunkt", 2), Column("Del av året"), Column("Läge"), Column("Vad kontrollen visade", 3))
    yield Table("Uppföljning av kontrollpunkterna", columns, tuple(_outcomes(whole)))


def _outcomes(whole: Whole) -> Iterator[tuple[str, ...]]:
    for point in whole.kept.points:
        for part in parts_of(point, whole.follow_ups.get(point.id, {})):
            said = (part.light_label or "Inte uppföljd", part.words or DASH)
            yield (f"{point.number}. {point.name}", part.period, *said)


def handed_out(whole: Whole, form: Form, reader: Reader) -> HttpResponse:
    """To save, never to show. Who took it out is noted."""
    overview = whole.overview
    response = HttpResponse(rendered(paper_of(whole, reader), form), content_type=MEDIA_TYPES[form])
    note(overview, form, reader)
    response["Content-Disposition"] = f'attachment; filename="riskbild-{overview.year}.{form}"'
    response["Content-Security-Policy"] = NOTHING_RUNS
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def note(overview: Overview, form: str, reader: Reader) -> None:
    subject = trail.Subject(kind=KIND, actor_id=reader.user.pk, unit_id=overview.root_id)
    trail.write([trail.event("picture_taken_out", subject, data={"year": overview.year, "format": form})])


def sheet_of(whole: Whole) -> Sheet:
    """A row for each part of the year of each point."""
    heads = (
        _("Nummer"),
        _("Risk"),
        _("Kontrollpunkt"),
        _("Metod"),
        _("Hur ofta"),
        _("Ansvarig"),
        _("Del av året"),
        _("Läge"),
        _("Vad kontrollen visade"),
    )
    rows = list(_rows(whole))
    return Sheet(f"internkontrollplan-{whole.overview.year}", heads, rows, len(rows))


def _rows(whole: Whole) -> Iterator[tuple[Cell, ...]]:
    for point in whole.kept.points:
        often = _(FREQUENCY_LABELS[point.frequency])
        for part in parts_of(point, whole.follow_ups.get(point.id, {})):
            told = (point.number, point.risk, point.name, point.method, often, point.responsible)
            yield (*told, part.period, part.light_label, part.words)


def asked(whole: Whole, form: Format) -> Asked:
    return Asked(KIND, {"ar": whole.overview.year}, form)
