"""A small log with its lists, sent for a round: who opened what without having it."""

from dataclasses import replace

from varvet.extracts.mappings import ColumnMap
from varvet.kernel.access.tests.cast import NOW, Cast, make_person
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.actions.take_in_log import compute_review
from varvet.registers.self_checks.models import LogReview
from varvet.registers.self_checks.rules import Method
from varvet.registers.self_checks.rules.log_review import LogList
from varvet.registers.self_checks.tests.list_factories import content, make_list_round, upload

HIDDEN, ANNAS, BOS = "19800101-9876", "19700101-1234", "19750505-4321"
NUMBERS = (HIDDEN, ANNAS, BOS)
FILES: dict[LogList, tuple[tuple[str, ...], list[tuple[str, ...]]]] = {
    LogList.LOG: (
        ("Användare", "Ärende", "Tidpunkt"),
        [
            ("anna", "A-1", "2026-02-02 09:00"),
            ("anna", "A-2", "2026-02-03 09:00"),  # protected and not hers
            ("anna", "A-2", "2026-02-04 09:00"),
            ("anna", "A-3", "2026-02-05 09:00"),  # her own
            ("bo", "A-1", "2026-02-06 09:00"),  # not his
            ("stranger", "A-1", "2026-02-07 09:00"),  # not on the list
        ],
    ),
    LogList.ASSIGNMENTS: (
        ("Handläggare", "Ärende", "Från och med", "Till och med"),
        [("anna", "A-1", "2026-01-01", ""), ("anna", "A-3", "2026-01-01", "")],
    ),
    LogList.STAFF: (
        ("Användare", "Enhet", "Roll", "Personnummer"),
        [("anna", "Öster", "handläggare", ANNAS), ("bo", "Öster", "handläggare", BOS), ("cia", "Öster", "chef", "")],
    ),
    LogList.CASES: (("Ärende", "Personnummer"), [("A-2", HIDDEN), ("A-3", ANNAS)]),
    LogList.PROTECTED: (("Personnummer",), [(HIDDEN,)]),
}


def log_sent(cast: Cast, *leave_out: LogList, drawn: int = 1) -> actions.LogSent:
    uploads = {
        kind: upload(content(rows, headings)) for kind, (headings, rows) in FILES.items() if kind not in leave_out
    }
    return actions.LogSent("Treserva", uploads, {kind: ColumnMap("Treserva") for kind in uploads}, [cast.alice], drawn)


def make_review(cast: Cast, sent: actions.LogSent | None = None) -> LogReview:
    """Taken in by Alice, who reviews it and has no account in the case system."""
    held = make_list_round(cast, Method.LOG_REVIEW)
    given = sent or log_sent(cast)
    review = actions.take_in_log(round_=held, sent=given, version=held.version, by=cast.alice, now=NOW)
    compute_review(review, now=NOW)
    return LogReview.objects.get(pk=review.pk)


def with_second_reviewer(cast: Cast) -> actions.LogSent:
    other = make_person("Rut", "reviewer", cast.a)
    return replace(log_sent(cast), reviewers=[cast.alice, other])
