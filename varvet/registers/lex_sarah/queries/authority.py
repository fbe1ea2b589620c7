"""What passed between us and the inspectorate, as read, and what was decided under which point."""

from dataclasses import dataclass

from varvet.kernel.access.reader import Reader
from varvet.kernel.files import stored
from varvet.kernel.files.kinds import Kind
from varvet.kernel.records.attached import HandedOut
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.reading import note_reading
from varvet.registers.lex_sarah.models import AuthorityQuestion, AuthorityReport, DecisionMade, LexSarah
from varvet.registers.lex_sarah.queries.visible import handles


@dataclass(frozen=True)
class AuthorityRead:
    """None and nothing where the case was never reported."""

    report: AuthorityReport | None
    questions: tuple[AuthorityQuestion, ...]


def read_authority(reader: Reader, case: LexSarah) -> AuthorityRead:
    """For those who handle the case; the reading is noted. What was sent is not read with it."""
    if case.reported_on is None or not handles(reader, case):
        return AuthorityRead(None, ())
    note_reading(case, "authority", by=reader.user)
    rows = AuthorityReport.objects.filter(case=case).select_related("reported_by").defer("sent")
    return AuthorityRead(rows.first(), tuple(case.authority_questions.select_related("answered_by")))


def read_sent(reader: Reader, case: LexSarah) -> AuthorityReport | None:
    """The investigation as it was sent, word for word; the reading is noted."""
    found = (
        AuthorityReport.objects.filter(case=case, sent__isnull=False).select_related("reported_by", "document").first()
    )
    if found is None or not handles(reader, case):
        return None
    note_reading(case, "authority_sent", by=reader.user)
    return found


def read_document(reader: Reader, case: LexSarah) -> HandedOut | None:
    """The very file that was sent; the reading is noted. RuleBroken until it is scanned, None where there is none."""
    found = AuthorityReport.objects.filter(case=case, document__isnull=False).select_related("document").first()
    if found is None or found.document is None or not handles(reader, case):
        return None
    if not stored.is_open(found.document):
        raise RuleBroken("attachments.waiting", "Filen väntar på viruskontroll. Försök igen om en stund.")
    content = stored.read(found.document)
    note_reading(case, "document sent", by=reader.user)
    return HandedOut(found.document.name, Kind(found.document.kind), content)


def standing_decision(case: LexSarah) -> DecisionMade | None:
    """None before it is decided, and of a case decided in another system."""
    return case.decisions.filter(sent_back_at__isnull=True).select_related("made_by").first()
