"""The only reader for the views, always within what the reader may see."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.categories import find_list
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.organisation.terms import get_term
from varvet.kernel.records import narratives
from varvet.kernel.records.confidential import within
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.paging import Filters, Page, narrowed, page_of
from varvet.kernel.records.referrals import list_open
from varvet.kernel.records.registry import Readable, Task
from varvet.registers.lex_sarah.models import KIND, REPORTED_PARTS, TYPES, LexSarah
from varvet.registers.lex_sarah.rules import OPEN, TO_AUTHORITY, Status

INVESTIGATE_TERM = "lex_sarah_utredning_klar"
MOST_TASKS = 50
EXCLUDED = "lex_sarah.view_excluded"


def visible_to(reader: Reader) -> QuerySet[LexSarah]:
    """Cases in the reader's units, and those the reader reported."""
    seen = within(reader, "lex_sarah.view", EXCLUDED) | Q(opened_by=reader.user)
    return LexSarah.objects.filter(seen, root=reader.root).select_related("unit", "root", "category")


def _listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(within(reader, "lex_sarah.view", EXCLUDED), kind=KIND, root=reader.root)


READABLE = Readable("lex_sarah.view", _listed)


def list_page(reader: Reader, filters: Filters, after: str) -> Page[LexSarah]:
    """A page of the units' cases, newest first, without their texts."""
    rows = narrowed(_listed(reader), filters, OPEN, reader)
    return page_of(rows, after, _children)


def _children(ids: Sequence[int]) -> list[LexSarah]:
    return list(LexSarah.objects.filter(pk__in=ids).select_related("unit", "category"))


def read_narratives(reader: Reader, case: LexSarah) -> list[Words]:
    """The texts, oldest first; each reading is noted. A reporter who does not handle sees the report alone."""
    handles = reader.can("lex_sarah.view", case.unit_id)
    return narratives.read(case, by=reader.user, only=Q() if handles else Q(part__in=REPORTED_PARTS))


def list_referrals(reader: Reader) -> QuerySet[Referral]:
    """Open questions that the reader may answer, the oldest first."""
    return list_open(reader, KIND, "lex_sarah.investigate")


def investigated_by(case: LexSarah) -> date:
    """The day the investigation is to be ready, by the root's own goal when the report came in."""
    day = day_of(case.received_at)
    return due_day(day, get_term(INVESTIGATE_TERM, root=case.root, on=day))


def list_tasks(reader: Reader) -> list[Task]:
    """What waits for the reader: questions, new reports, investigations, decisions, what the inspectorate must know."""
    questions = [_question(referral) for referral in list_referrals(reader)[:MOST_TASKS]]
    to_investigate = _waiting(reader, "lex_sarah.investigate", Q(status__in=[Status.RECEIVED, Status.OPENED]))
    serious = Q(status=Status.DECIDED, pk__in=LexSarah.objects.filter(outcome__in=sorted(TO_AUTHORITY)).values("pk"))
    to_decide = _waiting(reader, "lex_sarah.decide", Q(status=Status.INVESTIGATED) | serious)
    return [*questions, *map(_task, [*to_investigate, *to_decide])]


def _waiting(reader: Reader, permission: str, where: Q) -> list[LexSarah]:
    rows = LexSarah.objects.filter(within(reader, permission, EXCLUDED), where, root=reader.root)
    return list(rows.select_related("unit", "root").order_by("received_at", "pk")[:MOST_TASKS])


def _question(referral: Referral) -> Task:
    """The act says at once, so a question is due the day it is asked."""
    asked = day_of(referral.asked_at)
    return Task(
        title="Svara på en fråga om lex Sarah",
        reference=referral.origin.reference,
        unit_name=referral.unit.name,
        href=reverse("lex_sarah:referrals"),
        started=asked,
        due=asked,
    )


def _task(case: LexSarah) -> Task:
    received = day_of(case.received_at)
    title, due = {
        Status.RECEIVED: (marked("Ta ställning till en lex Sarah-rapport"), received),
        Status.OPENED: (marked("Utred ett lex Sarah-ärende"), investigated_by(case)),
        Status.INVESTIGATED: (marked("Besluta i ett lex Sarah-ärende"), investigated_by(case)),
        Status.DECIDED: (marked("Anmäl ett lex Sarah-ärende till IVO"), case.decided_on or received),
    }[Status(case.status)]
    return Task(
        title=title,
        reference=case.reference,
        unit_name=case.unit.name,
        href=reverse("lex_sarah:page", args=[case.reference]),
        started=received,
        due=due,
    )


def category_list_on(root: Unit, day: date) -> CategoryList | None:
    """The version of the list of types in force on a day."""
    return find_list(root, TYPES, day)


def list_types(versions: CategoryList | None) -> list[Category]:
    return list(Category.objects.filter(list=versions))
