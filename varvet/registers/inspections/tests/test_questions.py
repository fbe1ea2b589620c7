"""Questions to answer together: put in, given, answered at once by many, looked at, and met again next year."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from openpyxl import Workbook, load_workbook

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, make_person, reader_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.inspections import actions, queries
from varvet.registers.inspections.models import Inspection, Question
from varvet.registers.inspections.rules import Status, questions_from, same_key
from varvet.registers.inspections.tests.factories import (
    LINES,
    answered,
    fresh,
    last_event,
    page_of,
    question,
    questionnaire,
    received,
)


def given(cast: Cast) -> Inspection:
    made = questionnaire(cast)
    to = actions.GivenTo(person=cast.bo)
    return actions.give(inspection=made, numbers=(1,), to=to, version=made.version, by=cast.alice, now=NOW)


def answer(made: Inspection, number: int, cast: Cast, **changes: object) -> Question:
    known = {"words": "Tolv.", "version": question(made, number).version, "by": cast.alice, "now": NOW, **changes}
    return actions.answer(inspection=made, number=number, **known)  # type: ignore[arg-type]  # values of the test


@pytest.mark.parametrize(
    ("line", "code", "text"),
    [
        ("1. Finns en rutin?", "1", "Finns en rutin?"),
        ("2.1) Finns en rutin?", "2.1", "Finns en rutin?"),
        ("F12: Finns en rutin?", "F12", "Finns en rutin?"),
        ("3\tFinns en   rutin?", "3", "Finns en rutin?"),
        ("Finns en rutin?", "", "Finns en rutin?"),
        ("2026 års rutin?", "", "2026 års rutin?"),
    ],
)
def test_a_line_is_a_question(line: str, code: str, text: str) -> None:
    [asked] = questions_from(f"\n{line}\n\n")
    assert (asked.code, asked.text) == (code, text)


def test_questions_are_the_same_when_their_words_are() -> None:
    first = same_key("Har ni en rutin för våld, 2025?")
    assert first == same_key("har ni  en rutin för våld (2026)")
    assert first != same_key("Har ni två rutiner för våld?")


@pytest.mark.parametrize("lines", ["", " \n ", "x" * 1001, "\n".join(str(n) + " fråga" for n in range(301))])
def test_what_are_no_questions(lines: str) -> None:
    with pytest.raises(RuleBroken):
        questions_from(lines)


def test_questions_are_put_in_once(cast: Cast) -> None:
    made = questionnaire(cast)
    asked = questions_from(f"{LINES}\nOch en ny?")
    actions.ask(inspection=made, asked=asked, version=made.version, by=cast.alice, now=NOW)
    assert list(made.questions.values_list("number", "code")) == [(1, "1"), (2, "2"), (3, "")]
    assert last_event(made)[0] == "asked"


def test_whoever_is_given_a_question_is_told_and_sees_only_it(cast: Cast) -> None:
    made = given(cast)
    assert Notification.objects.filter(receiver=cast.bo, event="assigned").count() == 1
    [task] = queries.list_tasks(reader_of(cast.bo))
    assert (task.title, task.reference) == ("Svara på 1 fråga utifrån", made.reference)
    client = as_(cast.bo)
    page = text_of(client.get(page_of(made), follow=True))
    assert "Hur många handläggare har ni?" in page
    assert "Har ni en rutin för våld" not in page
    assert client.get(page_of(made, "fragor/2/")).status_code == 404
    assert client.get(page_of(made, "fragor/nya/")).status_code == 403
    sent = client.post(page_of(made, "fragor/1/"), {"version": 0, "words": "Tolv."})
    assert sent.status_code == 302
    assert question(made).answer == "Tolv."
    assert queries.list_tasks(reader_of(cast.bo)) == []


def test_a_unit_answers_by_its_manager(cast: Cast) -> None:
    made = questionnaire(cast)
    to = actions.GivenTo(unit=cast.b)
    actions.give(inspection=made, numbers=(2,), to=to, version=made.version, by=cast.alice, now=NOW)
    assert [task.title for task in queries.list_tasks(reader_of(cast.cecilia))] == ["Svara på 1 fråga utifrån"]
    with pytest.raises(NotAllowed):
        answer(made, 1, cast, by=cast.cecilia)
    assert answer(made, 2, cast, by=cast.cecilia).answered_by == cast.cecilia


def test_nobody_outside_is_given_a_question(cast: Cast) -> None:
    made = questionnaire(cast)
    for to in (actions.GivenTo(person=cast.stranger), actions.GivenTo(unit=cast.other_unit)):
        with pytest.raises(RuleBroken):
            actions.give(inspection=made, numbers=(1,), to=to, version=made.version, by=cast.alice, now=NOW)
    for person in (cast.bo, cast.cecilia, cast.stranger, cast.gun):
        with pytest.raises(NotAllowed):
            answer(made, 1, cast, by=person)


def test_many_answer_at_once_and_two_of_the_same_meet(cast: Cast) -> None:
    made = given(cast)
    answer(made, 1, cast, by=cast.bo)
    answer(made, 2, cast)
    with pytest.raises(StaleVersion):
        answer(made, 1, cast, version=0, words="Elva.")
    page = text_of(as_(cast.alice).post(page_of(made, "fragor/1/"), {"version": 0, "words": "Elva."}))
    assert "Det här skiljer sig" in page
    assert "Elva." in page
    assert "Tolv." in page


def test_an_answer_written_anew_is_looked_at_again(cast: Cast) -> None:
    made = questionnaire(cast)
    with pytest.raises(RuleBroken):
        actions.review(inspection=made, number=1, version=0, by=cast.alice, now=NOW)
    answer(made, 1, cast)
    done = actions.review(inspection=made, number=1, version=1, by=cast.eva, now=NOW)
    assert (done.reviewed_on, done.reviewed_by) == (TODAY, cast.eva)
    assert answer(made, 1, cast, words="Elva.").reviewed_on is None
    with pytest.raises(NotAllowed):
        actions.review(inspection=made, number=1, version=3, by=cast.bo, now=NOW)


def test_it_is_sent_when_every_question_is_done_and_closed_without_a_decision(cast: Cast) -> None:
    made = questionnaire(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.send(inspection=made, sent_on=TODAY, version=made.version, by=cast.alice, now=NOW)
    assert (broken.value.code, broken.value.values) == ("inspection.send.questions", {"left": 2})
    for number in (1, 2):
        answer(made, number, cast)
        actions.review(inspection=made, number=number, version=1, by=cast.alice, now=NOW)
    now = fresh(made)
    sent = actions.send(inspection=now, sent_on=TODAY, version=now.version, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken):
        answer(made, 1, cast, version=2)
    done = actions.close(inspection=sent, words="", version=sent.version, by=cast.alice, now=NOW)
    assert done.status == Status.CLOSED


def test_a_question_nobody_answered_is_removed(cast: Cast) -> None:
    made, client = questionnaire(cast), as_(cast.alice)
    answer(made, 1, cast)
    for number, code in ((1, 409), (2, 302)):
        version = {"version": question(made, number).version}
        assert client.post(page_of(made, f"fragor/{number}/ta-bort/"), version).status_code == code
    assert list(made.questions.values_list("number", flat=True)) == [1]


def test_last_years_answer_stands_beside(cast: Cast) -> None:
    before = questionnaire(cast)
    answer(before, 2, cast, words="Ja, sedan förra året.")
    made, client = received(cast, sort="questions", by="welfare-agency"), as_(cast.alice)
    assert before.reference in text_of(client.get(page_of(made, "fragor/nya/")))
    sent = {"version": made.version, "questions": "Har ni en rutin för våld i nära relationer 2027?"}
    assert client.post(page_of(made, "fragor/nya/"), {**sent, "earlier": before.pk}).status_code == 302
    assert made.questions.count() == 2
    [read] = [one for one in queries.read_questions(reader_of(cast.alice), made) if one.question.number == 2]
    assert [(one.reference, one.answer) for one in read.before] == [(before.reference, "Ja, sedan förra året.")]
    page = text_of(client.get(page_of(made, "fragor/")))
    assert "Ja, sedan förra året." in page
    assert "Ja, sedan förra året." in text_of(client.get(page_of(made, "fragor/2/")))


def test_what_was_answered_elsewhere_is_not_told_to_who_may_not_read_it(cast: Cast) -> None:
    before, made = questionnaire(cast), given(cast)
    answer(before, 1, cast, words="Hemligt svar.")
    [read] = queries.read_questions(reader_of(cast.bo), made)
    assert read.before == ()
    assert answered(cast).pk
    assert make_person("Berit", "employee", cast.b).pk


def test_questions_and_answers_are_taken_out(cast: Cast) -> None:
    made, client = questionnaire(cast), as_(cast.alice)
    answer(made, 1, cast)
    book = load_workbook(BytesIO(client.get(page_of(made, "fragor/fil.xlsx")).getvalue()))
    rows = list(book.active.iter_rows(values_only=True)) if book.active else []
    assert ("1", "Hur många handläggare har ni?", "Tolv.") in [row[1:] for row in rows]
    word = Document(BytesIO(client.get(page_of(made, "handlingar/fragor/docx/")).content))
    said = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert "1. Hur många handläggare har ni?" in said
    assert "Tolv." in said
    assert as_(cast.bo).get(page_of(made, "fragor/fil.xlsx")).status_code == 404


def workbook(*rows: tuple[str | int | None, ...]) -> bytes:
    made, out = Workbook(), BytesIO()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    made.save(out)
    return out.getvalue()


HEADS = ("Nr", "Fråga", "Kommentar")
SENT = [
    ("fragor.xlsx", workbook(HEADS, (1, "Hur många handläggare har ni?", "x"), (2, "Har ni en rutin?", None))),
    ("fragor.csv", "Nr;Fråga\n1;Hur många handläggare har ni?\n2;Har ni en rutin?\n".encode()),
]


@pytest.mark.parametrize(("name", "content"), SENT, ids=["xlsx", "csv"])
def test_a_file_of_questions_is_read_with_their_numbers(client: Client, cast: Cast, name: str, content: bytes) -> None:
    made = fresh(questionnaire(cast, "Finns en plan?"))
    client.force_login(cast.alice)
    assert 'enctype="multipart/form-data"' in client.get(page_of(made, "fragor/nya/")).content.decode()
    sent = {"version": made.version, "questions": "", "file": SimpleUploadedFile(name, content)}
    assert client.post(page_of(made, "fragor/nya/"), sent).status_code == 302
    told = [(one.number, one.code, one.text) for one in Question.objects.filter(inspection=made)]
    assert told[1:] == [(2, "1", "Hur många handläggare har ni?"), (3, "2", "Har ni en rutin?")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Nr;Svar\n1;Ja\n", "saknar kolumnen"),
        ("Nr;Fråga\n1;\n".encode(), "minst en fråga"),
        (b"PK\x03\x04 trasig", "Arbetsboken kan inte läsas"),
    ],
)
def test_what_is_no_list_of_questions_is_refused(client: Client, cast: Cast, content: bytes, says: str) -> None:
    made = fresh(questionnaire(cast))
    client.force_login(cast.alice)
    sent = {"version": made.version, "questions": "", "file": SimpleUploadedFile("fragor.csv", content)}
    answer = client.post(page_of(made, "fragor/nya/"), sent)
    assert (answer.status_code, Question.objects.count()) == (422, 2)
    assert says in answer.content.decode()
