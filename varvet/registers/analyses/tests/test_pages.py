"""The pages: who reads them, what they show side by side, and what each refuses."""

import io
import re

import pytest
from docx import Document

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.records.models import Fact, Record
from varvet.kernel.records.once import new_key
from varvet.registers.analyses import actions, queries
from varvet.registers.analyses.models import Analysis, Answer
from varvet.registers.analyses.rules import Conclusion, Status
from varvet.registers.analyses.tests.factories import (
    LINE,
    PAGES,
    RECEIVED,
    WORDS,
    answered,
    approved,
    conclude,
    fresh,
    held,
    in_state,
    last_tertial,
    maj,
    page_of,
    plan,
    preparing,
    whole_question,
)

SEES = {"alice", "cecilia", "dag", "eva"}
STEPS = ("flytta/", "ansvarig/", "stall-in/", "hallet/", "faststall/", "ateroppna/", "erbjud/", "slutsatser/ny/")
READ = ("", "verksamhetsplan/", "verksamhetsplan/pdf/", "verksamhetsplan/docx/")


def page(person: User, address: str) -> str:
    return text_of(as_(person).get(address))


@pytest.mark.parametrize("status", Status)
def test_every_state_has_its_page_and_list(cast: Cast, status: Status) -> None:
    made = in_state(cast, status)
    assert made.reference in page(cast.eva, page_of(made))
    assert made.reference in page(cast.eva, f"{PAGES}?lage=alla")


def test_strangers_and_employees_find_nothing(cast: Cast) -> None:
    made = answered(cast)
    question = whole_question(made).number
    for person in (cast.bo, cast.stranger, cast.hugo, cast.gun):
        for step in (*READ, *STEPS, f"fragor/{question}/", "fragor/ny/"):
            assert as_(person).get(page_of(made, step)).status_code == 404, (person.name, step)
    for person in (cast.bo, cast.hugo):
        assert as_(person).get(PAGES).status_code == 403


def test_the_board_reads_what_is_approved(cast: Cast) -> None:
    made = approved(cast)
    browser = as_(cast.gun)
    assert WORDS in text_of(browser.get(page_of(made)))
    assert made.reference in text_of(browser.get(f"{PAGES}?lage=alla"))
    for step in STEPS:
        assert browser.get(page_of(made, step)).status_code == 403, step


def test_a_unit_below_reads_and_answers_and_leads_nothing(cast: Cast) -> None:
    made = held(cast)
    browser, question = as_(cast.alice), whole_question(made).number
    shown = text_of(browser.get(page_of(made)))
    assert WORDS in shown
    assert f"fragor/{question}/" in shown
    assert "faststall/" not in shown
    assert browser.get(page_of(made, "hallet/")).status_code == 403
    sent = {"words": "Väntan har blivit kortare.", "version": "1"}
    assert browser.post(page_of(made, f"fragor/{question}/"), sent).status_code == 302
    assert Answer.objects.get(analysis=made, number=question).text == "Väntan har blivit kortare."


@pytest.mark.facts_differ
def test_figures_stand_side_by_side_with_a_sentence(cast: Cast) -> None:
    made = preparing(cast)
    for day, count in (("2025-10-05", 60), ("2025-06-05", 20)):
        Fact.objects.create(
            register="deviations", happening="received", day=day, root=cast.root, unit=cast.a, area="children",
            provider="own", kind="deviation", count=count, record_id=1,
        )  # fmt: skip
    shown = page(cast.eva, page_of(made))
    assert "Tertial 3 2025" in shown
    assert "Tertial 2 2025" in shown
    assert "Tertial 3 2024" in shown
    assert re.search(r"<b>60</b>.*?>20<", shown, re.DOTALL)
    assert "Det kan betyda att fler rapporterar" in shown


def test_a_reading_is_noted(cast: Cast) -> None:
    made = answered(cast)
    before = ReadEvent.objects.count()
    page(cast.eva, page_of(made))
    assert ReadEvent.objects.count() > before


def test_who_saves_second_is_shown_both(cast: Cast) -> None:
    made = answered(cast)
    number = whole_question(made).number
    sent = {"words": "Det andra svaret.", "version": "0"}
    answer = as_(cast.alice).post(page_of(made, f"fragor/{number}/"), sent)
    assert answer.status_code == 422
    for words in (WORDS, "Det andra svaret.", "Nu sparat"):
        assert words in text_of(answer)
    sent["version"] = "1"
    assert as_(cast.alice).post(page_of(made, f"fragor/{number}/"), sent).status_code == 302


def test_a_draft_is_kept_and_never_writes_over_a_newer_answer(cast: Cast) -> None:
    made = preparing(cast)
    number = whole_question(made).number
    browser, address = as_(cast.alice), page_of(made, f"fragor/{number}/")
    assert browser.post(f"{address}utkast/", {"words": "Halvfärdigt", "version": "0"}).status_code == 302
    assert "Halvfärdigt" in text_of(browser.get(address))
    assert "Halvfärdigt" not in page(cast.eva, address)
    actions.answer(analysis=made, number=number, words=WORDS, version=0, by=cast.eva, now=NOW)
    shown = text_of(browser.get(address))
    assert 'name="version" value="0"' in shown
    assert browser.post(address, {"words": "Halvfärdigt", "version": "0"}).status_code == 422
    assert browser.post(address, {"words": "Helt.", "version": "1"}).status_code == 302
    assert "Halvfärdigt" not in text_of(browser.get(address))


def test_names_are_asked_about_once(cast: Cast) -> None:
    made = preparing(cast)
    number = whole_question(made).number
    address, sent = page_of(made, f"fragor/{number}/"), {"words": "Lisa Andersson väntade länge.", "version": "0"}
    answer = as_(cast.eva).post(address, sent)
    assert answer.status_code == 200
    assert "Spara ändå" in text_of(answer)
    assert as_(cast.eva).post(address, {**sent, "anyway": "on"}).status_code == 302


def test_the_last_answer_stands_beside(cast: Cast) -> None:
    approved(cast)
    stretch = last_tertial(cast.root, TODAY.replace(month=5))
    later = actions.start(plan=plan(cast, stretch=stretch), key=new_key(), by=cast.eva, now=NOW)
    made = fresh(Record.objects.get(pk=later.pk))
    assert WORDS in page(cast.eva, page_of(made))
    assert WORDS in page(cast.eva, page_of(made, f"fragor/{whole_question(made).number}/"))


def test_a_conclusion_by_the_form_and_its_way_to_an_improvement(cast: Cast) -> None:
    made = held(cast)
    browser = as_(cast.eva)
    sent = {"kind": "develop", "line": LINE, "measure": RECEIVED, "version": str(made.version)}
    assert browser.post(page_of(made, "slutsatser/ny/"), sent).status_code == 302
    shown = text_of(browser.get(page_of(made)))
    assert f"?fran={made.reference}&amp;del=slutsats-1" in shown
    assert "Saknar åtgärd eller skäl" in shown
    made = fresh(made)
    reason = {"no_action": "Rutinen är ny.", "version": str(made.version)}
    assert browser.post(page_of(made, "slutsatser/1/ingen-atgard/"), reason).status_code == 302
    assert "Rutinen är ny." in text_of(browser.get(page_of(made)))


def test_every_step_by_its_form(cast: Cast) -> None:
    eva, head = as_(cast.eva), as_(maj(cast))
    begun = {"key": new_key(), "unit": str(cast.department.pk), "period": "2025-t3", "meeting_on": "2099-01-01"}
    assert eva.post(f"{PAGES}ny/", begun).status_code == 302
    made = Analysis.objects.get()
    number = whole_question(made).number

    def send(browser: object, step: str, **values: str) -> int:
        version = str(Analysis.objects.get().version)
        return as_(browser).post(page_of(made, step), {"version": version, **values}).status_code  # type: ignore[arg-type]

    assert send(cast.eva, "flytta/", meeting_on="2099-02-01") == 302
    assert send(cast.eva, "fragor/ny/", source="", question="Vad saknas?") == 302
    assert eva.post(page_of(made, f"fragor/{number}/"), {"words": WORDS, "version": "0"}).status_code == 302
    assert send(cast.eva, "hallet/", held_on="2026-02-01", took_part="6") == 302
    assert head.get(page_of(made, "faststall/")).status_code == 200
    assert send(maj(cast), "faststall/") == 302
    assert send(cast.eva, "erbjud/") == 302
    assert send(cast.eva, "ta-tillbaka/") == 302
    assert send(maj(cast), "ateroppna/", reason="En siffra saknades.") == 302
    assert Analysis.objects.get().status == Status.HELD


def test_word_holds_figures_answers_and_conclusions(cast: Cast) -> None:
    made = conclude(held(cast), cast, Conclusion.GOOD)
    answer = as_(cast.eva).get(page_of(made, "verksamhetsplan/docx/"))
    assert answer["Content-Disposition"].endswith(f'{made.reference}-verksamhetsplan.docx"')
    document = Document(io.BytesIO(answer.content))
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert WORDS in told
    assert LINE in cells
    assert "Inkomna avvikelser" in cells


def test_what_waits_for_whom(cast: Cast) -> None:
    made = preparing(cast)
    head = maj(cast)
    assert [task.reference for task in queries.list_tasks(Reader(cast.eva, TODAY))] == [made.reference]
    assert queries.list_tasks(Reader(head, TODAY)) == []
    number = whole_question(made).number
    actions.answer(analysis=made, number=number, words=WORDS, version=0, by=cast.eva, now=NOW)
    made = fresh(made)
    actions.hold(analysis=made, held_on=TODAY, took_part=4, version=made.version, by=cast.eva, now=NOW)
    assert queries.list_tasks(Reader(cast.eva, TODAY)) == []
    [task] = queries.list_tasks(Reader(head, TODAY))
    assert (task.title, task.counted_in) == ("Fastställ en analys", "workdays")


def test_who_sees(cast: Cast) -> None:
    made = preparing(cast)
    people = ("alice", "bo", "cecilia", "dag", "eva", "hugo", "gun", "stranger")
    sees = {name for name in people if queries.visible_to(Reader(getattr(cast, name), TODAY)).filter(pk=made.pk)}
    assert sees == SEES
