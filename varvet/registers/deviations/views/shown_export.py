"""The list as rows of a file: coded values only, never a name and nothing that somebody wrote."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.search.files import Asked, Cell, Format, Sheet
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import queries, rules
from varvet.registers.deviations.models import KIND, Deviation
from varvet.registers.deviations.views import shown_filters

NAME = "avvikelser"


def heads() -> tuple[str, ...]:
    return (
        _("Ärende"),
        _("Inkom"),
        _("Hände"),
        _("Enhet"),
        _("Läge"),
        _("Slag"),
        _("Typ"),
        _("Nämner också"),
        _("Oro"),
        _("Allvar"),
        _("Kvalitetsområde"),
        _("Huvudman"),
        _("Kanal"),
        _("Antal händelser"),
        _("Bedömd"),
        _("Utredd"),
        _("Avslutad"),
        _("Öppnad igen"),
        _("Hände i vården"),
        _("Skadades någon"),
        _("Riktning"),
        _("Motpart"),
        _("Överenskommelse som brast"),
        _("Överlämnad till"),
        _("Överlämningens läge"),
        _("Svar på överlämningen"),
    )


def row(deviation: Deviation) -> tuple[Cell, ...]:
    mentions = deviation.mentions.all()
    return (
        deviation.reference,
        day_of(deviation.received_at),
        deviation.occurred_day,
        deviation.unit.name,
        said(rules.STATUS_LABELS[deviation.status]),
        said(rules.NATURE_LABELS[deviation.nature]) if deviation.nature else "",
        ", ".join(mention.category.label_sv for mention in mentions if mention.primary),
        ", ".join(mention.category.label_sv for mention in mentions if not mention.primary),
        deviation.get_worry_display() if deviation.worry else "",
        deviation.get_severity_display() if deviation.severity else "",
        deviation.quality_area,
        deviation.huvudman,
        deviation.get_channel_display(),
        deviation.tally_count,
        deviation.assessed_on,
        deviation.investigated_on,
        deviation.closed_on,
        deviation.reopened_on,
        *_outside(deviation),
    )


def _outside(deviation: Deviation) -> tuple[Cell, ...]:
    """What others have a part in. The organisation's own name and the number there are not taken out."""
    care, about = getattr(deviation, "health_care", None), getattr(deviation, "collaboration", None)
    handed = list(deviation.handovers.all())
    return (
        care.kind.label_sv if care else "",
        said(rules.INJURY_LABELS[care.injured]) if care else "",
        said(rules.DIRECTION_LABELS.get(deviation.direction, "")),
        about.counterpart.label_sv if about else "",
        about.agreement.label_sv if about else "",
        ", ".join(said(rules.DESTINATION_LABELS[one.destination]) for one in handed),
        ", ".join(said(rules.HANDOVER_LABELS[one.state]) for one in handed),
        ", ".join(said(rules.ANSWER_LABELS[one.answer]) for one in handed if one.answer),
    )


def sheet_of(reader: Reader, filters: queries.Filters) -> Sheet:
    """RuleBroken for a list that is too long."""
    ids = queries.exported_ids(reader, filters)
    return Sheet(f"{NAME}-{reader.today.isoformat()}", heads(), _rows(ids), len(ids))


def _rows(ids: list[int]) -> Iterator[tuple[Cell, ...]]:
    return (row(deviation) for deviation in queries.exported(ids))


def asked_of(filters: queries.Filters, form: Format) -> Asked:
    return Asked(KIND, shown_filters.chosen_of(filters), form, filters.unit)
