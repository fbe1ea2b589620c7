"""What people wrote about a report, put where it is read."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.narratives import Words
from varvet.kernel.ui.sentences import said
from varvet.registers.provider_reports import queries, rules
from varvet.registers.provider_reports.models import FollowUp, Part, ProviderReport
from varvet.registers.provider_reports.queries import FollowUpRead
from varvet.registers.provider_reports.rules import Event, Subject, may

TOLD = (Part.WHAT, Part.AT_ONCE)
NOTES = (Part.NOTE, Part.REOPENED, Part.NOT_OURS)


@dataclass(frozen=True)
class Followed:
    """A follow-up as shown; the addresses are empty where it cannot be done, or not by the reader."""

    follow_up: FollowUp
    subject: str
    demand: str
    answer: str
    result: str
    done_by: str
    answer_href: str
    finish_href: str


def words_of(reader: Reader, report: ProviderReport) -> dict[str, object]:
    """By who said it: the provider, we, and notes between us; the case reference by itself."""
    words = queries.read_narratives(reader, report)
    apart = {*TOLD, *NOTES, Part.CASE}
    return {
        "told": [w for w in words if w.part in TOLD],
        "judged": [w for w in words if w.part not in apart],
        "notes": [w for w in words if w.part in NOTES],
        "case_references": [w.text for w in words if w.part == Part.CASE],
    }


def words_beside(reader: Reader, report: ProviderReport) -> list[Words]:
    """What stands beside a step's form: never the case reference."""
    return [w for w in queries.read_narratives(reader, report) if w.part != Part.CASE]


def follow_ups_of(reader: Reader, report: ProviderReport) -> list[Followed]:
    able = queries.can_handle(reader, report)
    return [_followed(report, read, able=able) for read in queries.read_follow_ups(reader, report)]


def _followed(report: ProviderReport, read: FollowUpRead, *, able: bool) -> Followed:
    one, words = read.follow_up, read.words
    open_ = able and not one.is_done and may(Event.FINISH, report.status)
    return Followed(
        follow_up=one,
        subject=said(rules.SUBJECT_LABELS[one.subject]),
        demand=words.get(Part.DEMAND, ""),
        answer=words.get(Part.ANSWER, ""),
        result=words.get(Part.RESULT, ""),
        done_by=one.done_by.name if one.done_by else "",
        answer_href=_address(Event.ANSWER, report, one) if open_ and one.subject == Subject.CONTRACT else "",
        finish_href=_address(Event.FINISH, report, one) if open_ else "",
    )


def _address(event: Event, report: ProviderReport, one: FollowUp) -> str:
    return reverse(f"provider_reports:{event}", args=[report.reference, one.pk])
