"""A document with every kind of block."""

from datetime import date

from varvet.kernel.paper.value import (
    Column,
    Fact,
    Facts,
    Heading,
    Missing,
    Note,
    Numbered,
    Paper,
    Paragraph,
    Table,
)

EVENTS = Table(
    "Händelser i ärendet",
    (Column("Händelse", 2), Column("Dag"), Column("Utfall", 2)),
    (("Utebliven insats", "2026-03-05", "Missförhållande"), ("Sen anteckning", "2026-03-06", "Inget missförhållande")),
)
BLOCKS = (
    Facts((Fact("Enhet", "Mottagning A"), Fact("Händelsens dag", "2026-03-05"))),
    Heading(1, "Vad som hände"),
    Paragraph("Första stycket.\n\nAndra stycket\nmed en bruten rad."),
    Heading(2, "Händelser"),
    EVENTS,
    Heading(3, "Den enskildes egen uppfattning"),
    Missing("den berördes egen uppfattning."),
    Heading(1, "Åtgärdsförslag"),
    Numbered(("Inför dubbelkontroll.", "Se över schemat.\n\nGör det före sommaren.")),
    Heading(1, "Återkoppling"),
    Numbered(("Tacka den som rapporterade.",)),
    Note("Namnen är utelämnade."),
)
PAPER = Paper(
    title="Utredning av LXS-2026-0012",
    kind="Utredning enligt lex Sarah",
    reference="LXS-2026-0012",
    sender="Bromma stadsdelsförvaltning",
    place="Mottagning A",
    day=date(2026, 11, 22),
    blocks=BLOCKS,
    secrecy="Sekretess kan gälla",
    draft="Utredningen är inte beslutad.",
    colophon="Framtagen 2026-11-22 av Dag, utredare.",
)
