"""The list as rows of a file: coded values only, never a name and nothing that somebody wrote."""

from collections.abc import Iterator

from django.http import Http404
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.search.files import Asked, Cell, Format, Sheet
from varvet.kernel.ui.sentences import said
from varvet.registers.feedback import queries, rules
from varvet.registers.feedback.models import KIND, Feedback
from varvet.registers.feedback.views import shown_filters

NAME = "synpunkter"


def format_of(form: str) -> Format:
    if form not in set(Format):
        raise Http404
    return Format(form)


def heads() -> tuple[str, ...]:
    return (
        _("Ärende"),
        _("Inkom"),
        _("Enhet"),
        _("Läge"),
        _("Slag"),
        _("Typ"),
        _("Nämner också"),
        _("Väg in"),
        _("Vem sade det"),
        _("Sagt åt någon annan"),
        _("Löst direkt"),
        _("Tas i personens eget ärende"),
        _("Diarienummer"),
        _("Diariefört"),
        _("Svar senast"),
        _("Besvarat"),
        _("Svarat genom"),
        _("Svar diariefört"),
        _("Blev det bra"),
        _("Avslutat"),
        _("Öppnat igen"),
    )


def row(feedback: Feedback) -> tuple[Cell, ...]:
    mentions = feedback.mentions.all()
    return (
        feedback.reference,
        day_of(feedback.received_at),
        feedback.unit.name,
        said(rules.STATUS_LABELS[feedback.status]),
        said(rules.SORT_LABELS[feedback.sort]),
        ", ".join(mention.category.label for mention in mentions if mention.primary),
        ", ".join(mention.category.label for mention in mentions if not mention.primary),
        said(rules.CHANNEL_LABELS[feedback.channel]),
        said(rules.SPEAKER_LABELS.get(feedback.said_by, "")),
        _yes(feedback.on_behalf),
        _yes(feedback.settled_at_once),
        _yes(feedback.handled_in_case),
        feedback.diary_number,
        feedback.registered_on,
        feedback.answer_due_on,
        feedback.answered_on,
        said(rules.ANSWER_WAY_LABELS.get(feedback.answered_how, "")),
        feedback.answer_registered_on,
        said(rules.CONTENTMENT_LABELS.get(feedback.contentment, "")),
        feedback.closed_on,
        feedback.reopened_on,
    )


def _yes(value: bool) -> str:  # noqa: FBT001 - a value, not a switch
    return _("Ja") if value else ""


def sheet_of(reader: Reader, filters: queries.Filters) -> Sheet:
    """RuleBroken for a list that is too long."""
    ids = queries.exported_ids(reader, filters)
    return Sheet(f"{NAME}-{reader.today.isoformat()}", heads(), _rows(ids), len(ids))


def _rows(ids: list[int]) -> Iterator[tuple[Cell, ...]]:
    return (row(feedback) for feedback in queries.exported(ids))


def asked_of(filters: queries.Filters, form: Format) -> Asked:
    return Asked(KIND, shown_filters.chosen_of(filters), form, filters.unit)
