"""A piece of feedback as shown: what whoever got in touch reads, what only those who answer read, what comes next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Referral
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.registry import get_register, is_visible
from varvet.kernel.ui.record_parts import events_of, list_related
from varvet.kernel.ui.sentences import said
from varvet.registers.feedback import queries, rules
from varvet.registers.feedback.models import TOLD, Feedback, Part
from varvet.registers.feedback.views.shown_asks import HAPPENED, WORK_ONLY
from varvet.registers.feedback.views.shown_next import next_of
from varvet.registers.feedback.views.shown_steps import due_of, reached, step_of, steps

OURS = (Part.ANSWER, Part.ASKED)


@dataclass(frozen=True)
class Said:
    """Something in the conversation; `ours` is what we wrote."""

    label: str
    words: Words
    ours: bool


@dataclass(frozen=True)
class Tied:
    """Another it is handled together with; no address where the reader may not open it."""

    reference: str
    href: str


@dataclass(frozen=True)
class Question:
    """What another register was asked, and what it said. `href` is of the record it became."""

    asks: str
    state: str
    is_open: bool
    reason: str
    reference: str
    href: str


def record_page(reader: Reader, feedback: Feedback) -> dict[str, object]:
    reads = queries.reads(reader, feedback)
    clock = queries.due_clocks(reader, [feedback]).get(feedback.pk)
    return {
        "feedback": feedback,
        "reads": reads,
        "handles": queries.can_handle(reader, feedback),
        "received": day_of(feedback.received_at),
        "steps": steps(feedback, reader.today),
        "step": reached(feedback),
        "clock": due_of(clock, reader.today) if clock else None,
        "mentions": list(feedback.mentions.select_related("category").order_by("-primary", "category__order")),
        "events": [e for e in events_of(feedback, HAPPENED) if reads or e.name not in WORK_ONLY],
        "origins": list_related(reader, feedback),
        "joined_to": _tied(reader, feedback.joined_to),
        "joined": [_tied(reader, other) for other in feedback.joined.order_by("pk")],
        "questions": _questions(reader, feedback) if reads else [],
        **_labels(feedback),
        **words_of(reader, feedback),
        **next_of(reader, feedback),
    }


def words_of(reader: Reader, feedback: Feedback) -> dict[str, object]:
    """In two: what whoever got in touch reads, and what they never read."""
    words = queries.read_narratives(reader, feedback)
    told = [Said(_label(one.part), one, one.part in OURS) for one in words if one.part in TOLD]
    return {"told": told, "internal": [one for one in words if one.part not in TOLD]}


def _label(part: str) -> str:
    labels = {
        Part.WHAT: _("Den som hörde av sig"),
        Part.ADDED: _("Den som hörde av sig"),
        Part.ANSWER: _("Vårt svar"),
        Part.ASKED: _("Vår fråga"),
    }
    return labels[Part(part)]


def _labels(feedback: Feedback) -> dict[str, object]:
    """Coded values in the reader's language."""
    return {
        "sort_label": said(rules.SORT_LABELS[feedback.sort]),
        "status_label": said(rules.STATUS_LABELS[feedback.status]),
        "status_step": step_of(feedback.status),
        "channel_label": said(rules.CHANNEL_LABELS[feedback.channel]),
        "speaker_label": said(rules.SPEAKER_LABELS.get(feedback.said_by, "")),
        "how_label": said(rules.ANSWER_WAY_LABELS.get(feedback.answered_how, "")),
        "contentment_label": said(rules.CONTENTMENT_LABELS.get(feedback.contentment, "")),
    }


def _tied(reader: Reader, other: Feedback | None) -> Tied | None:
    """Of what the reader may not open, not even the number is told."""
    if other is None or not queries.visible_to(reader).filter(pk=other.pk).exists():
        return Tied("", "") if other else None
    return Tied(other.reference, reverse("feedback:page", args=[other.reference]))


def _questions(reader: Reader, feedback: Feedback) -> list[Question]:
    return [_question(reader, referral) for referral in queries.list_questions(reader, feedback)]


def _question(reader: Reader, referral: Referral) -> Question:
    card, answer = get_register(referral.to_kind), referral.answer
    shown = answer if answer and is_visible(reader, answer) else None
    return Question(
        asks=said(card.takes.labels.get(referral.topic, card.label) if card.takes else card.label),
        state=referral.get_state_display(),
        is_open=referral.state == Referral.State.OPEN,
        reason=referral.reason or "",
        reference=shown.reference if shown else "",
        href=reverse(get_register(shown.kind).page, args=[shown.reference]) if shown else "",
    )
