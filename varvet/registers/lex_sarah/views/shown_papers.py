"""Which documents a case has, who may have them, and the document asked for."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.paper.value import Paper
from varvet.kernel.records.confidential import check_within
from varvet.kernel.ui.papers import Form, Order, in_swedish, rendered
from varvet.registers.lex_sarah import queries, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.queries.chronology import read_going
from varvet.registers.lex_sarah.queries.papers import read_file
from varvet.registers.lex_sarah.views.paper_investigation import investigation_paper
from varvet.registers.lex_sarah.views.paper_notification import notification_paper
from varvet.registers.lex_sarah.views.paper_parts import Made
from varvet.registers.lex_sarah.views.paper_summary import summary_paper

INVESTIGATION, NOTIFICATION, SUMMARY = "utredning", "anmalan", "sammanfattning"
FORMS = {INVESTIGATION: frozenset(Form), NOTIFICATION: frozenset(Form), SUMMARY: frozenset({Form.PDF})}
NOT_HERE = "not a document of the case"


@dataclass(frozen=True)
class Offered:
    """A document as the case's page offers it: what it is called, and where it is as PDF, in Word and as a page."""

    label: str
    pdf: str
    word: str = ""
    page: str = ""


def asked_for(reader: Reader, reference: str, name: str, form: str) -> tuple[LexSarah, Order]:
    """The case and what is asked for; Http404 for what is not there, NotAllowed for who reads only a part of it."""
    case = get_object_or_404(queries.visible_to(reader), reference=reference)
    if form not in FORMS.get(name, ()) or (name == NOTIFICATION and not may_be_notified(case)):
        raise Http404(NOT_HERE)
    check_within(case, "lex_sarah.view", queries.EXCLUDED, by=reader.user, today=reader.today)
    return case, Order(name, Form(form))


def may_be_notified(case: LexSarah) -> bool:
    """Before the decision it may be prepared. What is decided and not serious, or never opened, is not for IVO."""
    opened = case.opened_on is not None
    return opened and (not case.outcome or case.outcome in rules.TO_AUTHORITY)


def made_for(reader: Reader, case: LexSarah, name: str) -> Paper:
    """Everything that is read for it is noted."""
    return in_swedish(lambda: _made(reader, case, name))


def notification_file(reader: Reader, case: LexSarah) -> bytes:
    """What IVO is sent, as the PDF it is kept as."""
    return rendered(made_for(reader, case, NOTIFICATION), Form.PDF)


def _made(reader: Reader, case: LexSarah, name: str) -> Paper:
    file, made = read_file(reader, case), Made(reader.user.name, reader.role_label, timezone.now())
    if name == SUMMARY:
        return summary_paper(file, read_going(reader, case), made)
    return notification_paper(file, made) if name == NOTIFICATION else investigation_paper(file, made)


def offered(reader: Reader, case: LexSarah) -> list[Offered]:
    """What the reader may take out now; nothing for who reads only a part of the case."""
    if not queries.handles(reader, case):
        return []
    found = [_offered(case, INVESTIGATION, marked("Utredningen"))]
    if case.opened_on is None:
        found = [_offered(case, INVESTIGATION, marked("Beslutet"))] if case.not_opened else []
    if may_be_notified(case):
        found.append(_offered(case, NOTIFICATION, marked("Anmälan till IVO, med utredningen")))
    page, pdf = reverse("lex_sarah:summary", args=[case.reference]), _address(case, SUMMARY, Form.PDF)
    return [*found, Offered(marked("Sammanfattning för en inspektör"), pdf, page=page)]


def _offered(case: LexSarah, name: str, label: str) -> Offered:
    return Offered(label, _address(case, name, Form.PDF), _address(case, name, Form.DOCX))


def _address(case: LexSarah, name: str, form: Form) -> str:
    return reverse("lex_sarah:document", args=[case.reference, name, form])
