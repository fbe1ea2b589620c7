"""The pages of questions: what each asks, who has it, how far it has come, and what was answered the last time."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.records.reading import note_reading
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import Meanwhile, differences_of, meanwhile
from varvet.registers.inspections import actions, forms, queries, rules
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.queries import Before, QuestionRead
from varvet.registers.inspections.rules import BEGUN, Answering, Status
from varvet.registers.inspections.views.shown_asks import HAPPENED, Asks
from varvet.registers.inspections.views.shown_steps import due_of

SAVE = marked("Spara")
ASK = Asks("", marked("Lägg in frågor"), SAVE, "", marked("En fråga som redan finns läggs inte in en gång till."))
GIVE = Asks(
    "", marked("Vem svarar på vad?"), SAVE, "", marked("Välj frågor och den som ska svara. Gör om det för nästa.")
)
TAGS = {Answering.WAITING: "soon", Answering.ANSWERED: "acc", Answering.REVIEWED: ""}


@dataclass(frozen=True)
class Shown:
    """A question as a row. An address is empty where the reader may not, or need not."""

    number: int
    code: str
    text: str
    who: str
    kind: str
    standing: str
    answer: str
    before: tuple[Before, ...]
    version: int
    answer_href: str
    review_href: str
    remove_href: str


def find(request: PersonRequest, reference: str) -> Inspection:
    found: Inspection = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return found


def handled(request: PersonRequest, reference: str) -> Inspection:
    """NotAllowed for who reads the questions without handling the whole."""
    inspection = find(request, reference)
    actions.check_may(inspection, by=request.reader.user, today=request.reader.today)
    return inspection


def mine(request: PersonRequest, reference: str, number: int) -> tuple[Inspection, QuestionRead]:
    """Http404 where there is no such question for the reader, NotAllowed where it is another's to answer."""
    inspection = find(request, reference)
    read = queries.find_question(request.reader, inspection, number)
    if read is None:
        raise Http404
    actions.check_may_answer(read.question, by=request.reader.user, now=timezone.now())
    note_reading(inspection, "questions", by=request.reader.user)
    return inspection, read


def known(request: PersonRequest, inspection: Inspection, form: VersionedForm) -> dict[str, Any]:
    """What every action takes."""
    version = form.cleaned_data["version"]
    return {"inspection": inspection, "version": version, "by": request.reader.user, "now": timezone.now()}


def version_sent(request: PersonRequest) -> int:
    """Of a form that is only a button; 404 for one that nobody here has made."""
    sent = request.POST.get("version", "")
    if not (sent.isascii() and sent.isdigit() and len(sent) < 10):
        raise Http404
    return int(sent)


def index(reader: Reader, inspection: Inspection) -> dict[str, object]:
    note_reading(inspection, "questions", by=reader.user)
    handles = queries.can_handle(reader, inspection)
    open_ = inspection.status in BEGUN | {Status.ANNOUNCED}
    rows = [_row(inspection, read, handles=handles, open_=open_) for read in queries.read_questions(reader, inspection)]
    clock = queries.due_clocks(reader, [inspection]).get(inspection.pk)
    done = sum(row.standing == rules.ANSWERING_LABELS[Answering.REVIEWED] for row in rows)
    return {
        "inspection": inspection,
        "rows": rows,
        "done": done,
        "total": len(rows),
        "handles": handles,
        "works": handles and open_,
        "whole": queries.reads_whole(reader, inspection),
        "clock": due_of(clock, reader.today) if clock else None,
    }


def _row(inspection: Inspection, read: QuestionRead, *, handles: bool, open_: bool) -> Shown:
    one = read.question
    unanswered = one.standing is Answering.WAITING
    return Shown(
        number=one.number,
        code=one.code,
        text=one.text,
        who=one.person.name if one.person else one.unit.name if one.unit else "",
        kind=TAGS[one.standing],
        standing=rules.ANSWERING_LABELS[one.standing],
        answer=one.answer or "",
        before=read.before[:3],
        version=one.version,
        answer_href=_address("question", inspection, one.number) if open_ and read.mine else "",
        review_href=_address("review", inspection, one.number)
        if open_ and handles and one.standing is Answering.ANSWERED
        else "",
        remove_href=_address("remove_question", inspection, one.number) if open_ and handles and unanswered else "",
    )


def _address(name: str, inspection: Inspection, number: int) -> str:
    return reverse(f"inspections:{name}", args=[inspection.reference, number])


def ask_form(request: PersonRequest, inspection: Inspection) -> forms.AskForm:
    earlier = queries.list_earlier(request.reader, inspection)
    initial = {"version": inspection.version}
    return forms.AskForm(request.POST or None, request.FILES or None, earlier=earlier, initial=initial)


def give_form(request: PersonRequest, inspection: Inspection) -> forms.GiveForm:
    found = [read.question for read in queries.read_questions(request.reader, inspection)]
    return forms.GiveForm(
        request.POST or None,
        numbers=[(one.number, f"{one.code or one.number}. {one.text}") for one in found],
        people=queries.list_answering(inspection, request.reader.today),
        units=queries.list_all_units(request.reader),
        initial={"version": inspection.version},
    )


def answer_form(request: PersonRequest, read: QuestionRead) -> forms.QuestionForm:
    start = {"version": read.question.version, "words": read.question.answer or ""}
    return forms.QuestionForm(request.POST or None, initial=start)


def page(request: PersonRequest, inspection: Inspection, form: VersionedForm, says: Asks) -> HttpResponse:
    context = {"form": form, "says": says, "inspection": inspection, "step_name": form.step_name}
    context["meanwhile"] = meanwhile(form, inspection, HAPPENED)
    return render(request, "inspections/questions_step.html", context, status=refused(form))


def question_page(
    request: PersonRequest, inspection: Inspection, read: QuestionRead, form: forms.QuestionForm
) -> HttpResponse:
    """Where somebody saved an answer first, both stand beside each other."""
    stale = Meanwhile([], differences_of(form)) if form.stale else None
    context = {"form": form, "inspection": inspection, "read": read, "step_name": form.step_name}
    context["meanwhile"] = stale
    return render(request, "inspections/question.html", context, status=refused(form))
