"""What a case's page shows from the decision on: what is missing, who decided, IVO, proposals, word and lessons."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.ui.sentences import said
from varvet.registers.lex_sarah import queries, rules
from varvet.registers.lex_sarah.models import AuthorityQuestion, FollowUp, LexSarah, answers_of, closing_of
from varvet.registers.lex_sarah.rules import Event
from varvet.registers.lex_sarah.views.shown_proposals import proposals_of

PLACES = {rules.PROPOSALS: "#forslag", rules.AUTHORITY: "#ivo"}  # on the case's own page


@dataclass(frozen=True)
class Missing:
    """Something to do before closing, and where."""

    label: str
    href: str


@dataclass(frozen=True)
class Decided:
    """Who decided, when, and under which point of the delegation order; the point empty where it is not known."""

    outcome: str
    day: date | None
    by: str
    point: str


@dataclass(frozen=True)
class EventDecided:
    number: int
    about: str
    outcome: str


@dataclass(frozen=True)
class Followed:
    plan: str
    due: date
    result: str
    words: str
    judged: date | None


@dataclass(frozen=True)
class Asked:
    """A question from IVO; the address is empty once it is answered."""

    number: int
    text: str
    asked_on: date
    answer_by: date | None
    answer: str
    answered_on: date | None
    answer_href: str


def after_decision(reader: Reader, case: LexSarah) -> dict[str, object]:
    """For those who handle the case. Nothing before there is anything."""
    return {
        "decided": _decided(case),
        "events_decided": _events(case),
        "proposals": proposals_of(reader, case),
        "told": [(said(rules.WHOM_LABELS[one.whom]), day_of(one.told_at), one.withheld) for one in case.told.all()],
        "follow_ups": [_followed(one) for one in queries.read_follow_ups(reader, case)],
        "lessons": queries.read_spread(reader, case),
        **_authority(reader, case),
        **missing_of(case),
    }


def missing_of(case: LexSarah) -> dict[str, object]:
    """What closing needs, while the case is decided and open."""
    if case.status not in rules.SETTLED or case.joined_to_id is not None:
        return {}
    items = rules.before_closing(closing_of(case, answers_of(case)))
    return {
        "missing_to_close": [
            Missing(sentence_of(item), address_of(item.place, case)) for item in items if not item.done
        ],
        "done_to_close": [sentence_of(item) for item in items if item.done],
    }


def next_name(case: LexSarah) -> str:
    """The name of the step a decided case asks for; empty while others have something to do."""
    place = rules.next_of(closing_of(case, answers_of(case)))
    return "" if place in PLACES else str(place)


NEXT_WORDS: dict[str, str] = {
    Event.REPORT_TO_AUTHORITY: marked("Anmäl till IVO nu. Det är allvarligt och ska anmälas snarast."),
    rules.AUTHORITY: marked("Svara på frågan från IVO."),
    Event.TELL: marked("Berätta hur det blev för dem som ska veta det."),
    Event.FOLLOW_UP: marked("Planera när åtgärderna ska följas upp."),
    Event.JUDGE: marked("Följ upp om åtgärderna har hjälpt."),
    Event.CLOSE: marked("Allt är gjort. Avsluta ärendet."),
}
OTHERS_TURN = marked("Väntar på svar eller åtgärder hos andra.")


def next_words(case: LexSarah) -> str:
    return NEXT_WORDS.get(rules.next_of(closing_of(case, answers_of(case))), OTHERS_TURN)


def sentence_of(item: rules.Left) -> str:
    return _(item.sentence).format(left=item.left, total=item.total)


def address_of(place: str, case: LexSarah) -> str:
    here = reverse("lex_sarah:page", args=[case.reference])
    return f"{here}{PLACES[place]}" if place in PLACES else reverse(f"lex_sarah:{place}", args=[case.reference])


def _decided(case: LexSarah) -> Decided | None:
    if case.decided_on is None:
        return None
    made = queries.standing_decision(case)
    by = made.made_by.name if made and made.made_by else ""
    return Decided(said(rules.OUTCOME_LABELS[case.outcome]), case.decided_on, by, made.point if made else "")


def _events(case: LexSarah) -> list[EventDecided]:
    return [
        EventDecided(event.number, event.category.label, said(rules.OUTCOME_LABELS[event.outcome]))
        for event in case.events.select_related("category")
        if event.outcome
    ]


def _authority(reader: Reader, case: LexSarah) -> dict[str, object]:
    read = queries.read_authority(reader, case)
    able = queries.can(reader, "lex_sarah.investigate", case) and rules.may(Event.ANSWER_AUTHORITY, case.status)
    report = read.report
    return {
        "authority": report,
        "route_label": said(rules.ROUTE_LABELS[report.route]) if report else "",
        "ruling_label": said(rules.RULING_LABELS.get(report.ruling, "")) if report else "",
        "questions": [_asked(case, one, able=able) for one in read.questions],
    }


def _asked(case: LexSarah, one: AuthorityQuestion, *, able: bool) -> Asked:
    waits = able and one.answered_on is None
    return Asked(
        number=one.number,
        text=one.text,
        asked_on=one.asked_on,
        answer_by=one.answer_by,
        answer=one.answer or "",
        answered_on=one.answered_on,
        answer_href=reverse("lex_sarah:answer_authority", args=[case.reference, one.number]) if waits else "",
    )


def _followed(one: FollowUp) -> Followed:
    judged = day_of(one.judged_at) if one.judged_at else None
    return Followed(one.plan, one.due_on, said(rules.RESULT_LABELS.get(one.result, "")), one.words or "", judged)
