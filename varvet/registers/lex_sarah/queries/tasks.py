"""What waits for somebody, and by when."""

from django.db.models import Q
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.confidential import within
from varvet.kernel.records.models import Referral
from varvet.kernel.records.registry import Task
from varvet.registers.lex_sarah.models import Impartiality, LexSarah
from varvet.registers.lex_sarah.queries.clocks import investigated_by
from varvet.registers.lex_sarah.queries.referrals import list_referrals
from varvet.registers.lex_sarah.queries.visible import EXCLUDED
from varvet.registers.lex_sarah.rules import BEGUN, TO_AUTHORITY, Status

MOST_TASKS = 50


def list_tasks(reader: Reader) -> list[Task]:
    """What waits for the reader: questions, new reports, investigations, decisions, what the inspectorate must know."""
    questions = [_question(referral) for referral in list_referrals(reader)[:MOST_TASKS]]
    to_investigate = _waiting(reader, "lex_sarah.investigate", Q(status__in=sorted(BEGUN)) & _mine(reader))
    serious = Q(status=Status.DECIDED, pk__in=LexSarah.objects.filter(outcome__in=sorted(TO_AUTHORITY)).values("pk"))
    to_decide = _waiting(reader, "lex_sarah.decide", Q(status=Status.INVESTIGATED) | serious)
    return [*questions, *map(_task, [*to_investigate, *to_decide])]


def _waiting(reader: Reader, permission: str, where: Q) -> list[LexSarah]:
    """What is investigated in another case waits for nobody, and what the reader has a conflict in for others."""
    by_itself = Q(joined_to__isnull=True) & ~_in_conflict(reader)
    rows = LexSarah.objects.filter(within(reader, permission, EXCLUDED), where & by_itself, root=reader.root)
    return list(rows.select_related("unit", "root").order_by("received_at", "pk")[:MOST_TASKS])


def _mine(reader: Reader) -> Q:
    """Those with a named investigator wait for that one alone, while still here."""
    return Q(investigator=reader.user) | Q(investigator__isnull=True) | Q(investigator__is_active=False)


def _in_conflict(reader: Reader) -> Q:
    return Q(pk__in=Impartiality.objects.filter(person=reader.user, conflict=True).values("case_id"))


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
