"""What the address of the list says, and how it may be narrowed further."""

from collections.abc import Mapping

from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.lists import Narrowing, Select, code_asked, day_asked, one_asked, status_asked, unit_asked
from varvet.kernel.ui.sentences import said
from varvet.registers.feedback import queries, rules

DIARY_LABELS = {
    queries.UNREGISTERED: marked("Ska diarieföras"),
    queries.ANSWER_UNREGISTERED: marked("Svaret ska diarieföras"),
    queries.REGISTERED: marked("Diarieförda"),
}


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        first_day=day_asked(query, "fran"),
        last_day=day_asked(query, "till"),
        sort=one_asked(query, "slag", rules.SORT_LABELS),
        category=code_asked(query, "typ"),
        channel=one_asked(query, "vag", rules.CHANNEL_LABELS),
        said_by=one_asked(query, "vem", rules.SPEAKER_LABELS),
        handler=one_asked(query, "handlaggare", queries.HANDLERS),
        diary=one_asked(query, "diarium", queries.IN_DIARY),
        added=query.get("nytt") == "1",
        in_case=query.get("eget") == "1",
    )


def chosen_of(filters: queries.Filters) -> dict[str, str | int]:
    """The filters as the address says them: one way for one choice, coded values only."""
    return {
        "lage": filters.status or "alla",
        "enhet": filters.unit or "",
        "slag": filters.sort,
        "typ": filters.category,
        "vag": filters.channel,
        "vem": filters.said_by,
        "handlaggare": filters.handler,
        "diarium": filters.diary,
        "fran": filters.first_day.isoformat() if filters.first_day else "",
        "till": filters.last_day.isoformat() if filters.last_day else "",
        "nytt": "1" if filters.added else "",
        "eget": "1" if filters.in_case else "",
    }


def narrowing(reader: Reader, filters: queries.Filters) -> Narrowing:
    units = tuple((str(unit.pk), unit.name) for unit in reader.list_units(queries.SEE))
    types = tuple(queries.list_types(reader).items())
    return Narrowing(
        front=(
            Select("enhet", _("Enhet"), _("Alla enheter"), units, str(filters.unit or "")),
            Select("slag", _("Slag"), _("Alla slag"), _translated(rules.SORT_LABELS), filters.sort),
            Select("typ", _("Typ"), _("Alla typer"), types, filters.category),
        ),
        more=(
            Select("vag", _("Väg in"), _("Alla vägar in"), _translated(rules.CHANNEL_LABELS), filters.channel),
            Select("vem", _("Vem sade det"), _("Alla"), _translated(rules.SPEAKER_LABELS), filters.said_by),
            Select("handlaggare", _("Den som svarar"), _("Alla som svarar"), _handlers(), filters.handler),
            Select("diarium", _("Diariet"), _("Allt"), _translated(DIARY_LABELS), filters.diary),
        ),
        ticks=(
            ("nytt", _("Har kompletterats och inte lästs"), filters.added),
            ("eget", _("Tas i personens eget ärende"), filters.in_case),
        ),
        first_day=filters.first_day,
        last_day=filters.last_day,
        kept=(("lage", filters.status or "alla"),),
    )


def _handlers() -> tuple[tuple[str, str], ...]:
    """Oneself or nobody: the list is not for following one person's work."""
    return (queries.ME, _("Jag svarar")), (queries.NOBODY, _("Ingen är utsedd"))


def _translated(labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), said(label)) for code, label in labels.items())
