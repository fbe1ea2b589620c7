"""The documents of a case: who may have them, what they hold, and what is noted."""

import io
import json
from dataclasses import replace

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from docx import Document

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import reader_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.audit.verify import verify
from varvet.kernel.law.shipped import HowChecked
from varvet.kernel.law.statutes import section_changes
from varvet.kernel.paper.tests.reading import docx_text, pdf_text, plain
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah import actions, queries
from varvet.registers.lex_sarah.models import LexSarah, Narrative, Part
from varvet.registers.lex_sarah.rules import Outcome, Sort
from varvet.registers.lex_sarah.tests import papers
from varvet.registers.lex_sarah.tests.factories import LATER, SECRET, Stage, a_cause, make_opened, make_reported
from varvet.registers.lex_sarah.views import shown_papers

ALL = [("utredning", "pdf"), ("utredning", "docx"), ("anmalan", "pdf"), ("anmalan", "docx"), ("sammanfattning", "pdf")]


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(case: LexSarah, name: str = "utredning", form: str = "pdf") -> str:
    return reverse("lex_sarah:document", args=[case.reference, name, form])


def everywhere(case: LexSarah) -> list[str]:
    """Each document as a file, and the one that is a page too."""
    return [*(address(case, name, form) for name, form in ALL), reverse("lex_sarah:summary", args=[case.reference])]


def words_of(content: bytes, form: str) -> str:
    return pdf_text(content) if form == "pdf" else docx_text(content)


@pytest.fixture
def whole(stage: Stage) -> LexSarah:
    return papers.make_whole(stage)


@pytest.fixture
def sent(stage: Stage, whole: LexSarah) -> LexSarah:
    return papers.answered(stage, papers.asked(stage, papers.told(stage, papers.decided(stage, whole))))


def test_it_is_handed_out_to_save_and_never_shown(stage: Stage, sent: LexSarah) -> None:
    client = browser(stage.cast.dag)
    for name, form in ALL:
        answer = client.get(address(sent, name, form))
        assert answer.status_code == 200
        assert answer["Content-Disposition"] == f'attachment; filename="{sent.reference}-{name}.{form}"'
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "private, no-store"


def test_it_is_noted_who_had_it(stage: Stage, sent: LexSarah) -> None:
    name, form = "anmalan", "docx"
    browser(stage.cast.dag).get(address(sent, name, form))
    row = AuditEvent.objects.get(event="document_taken_out")
    assert (row.record_id, row.actor_id, row.data) == (sent.pk, stage.cast.dag.pk, {"document": name, "format": form})
    read = ReadEvent.objects.filter(record_id=sent.pk, actor_id=stage.cast.dag.pk)
    assert {"narratives", f"document {name}"} <= set(read.values_list("part", flat=True))
    assert SECRET not in json.dumps(row.data)
    assert [finding for finding in verify() if "version" in finding.sentence] == []


def test_a_page_for_paper_is_noted_too(stage: Stage, sent: LexSarah) -> None:
    answer = browser(stage.cast.dag).get(reverse("lex_sarah:summary", args=[sent.reference]))
    assert answer.status_code == 200
    row = AuditEvent.objects.get(event="document_taken_out")
    assert row.data == {"document": "sammanfattning", "format": "page"}


# ---------------------------------------------------------------- who


def test_a_stranger_and_another_unit_find_nothing(stage: Stage, sent: LexSarah) -> None:
    addresses = [
        *(address(sent, name, form) for name, form in ALL),
        reverse("lex_sarah:summary", args=[sent.reference]),
    ]
    for user in (stage.cast.stranger, stage.cast.cecilia, stage.cast.hugo):
        client = browser(user)
        assert {client.get(href).status_code for href in addresses} == {404}
    assert {Client().get(href).status_code for href in addresses} == {302}


def test_the_reporter_reads_the_report_and_takes_out_nothing(stage: Stage, sent: LexSarah) -> None:
    client = browser(stage.cast.bo)
    assert sent.reference in {one.reference for one in queries.visible_to(reader_of(stage.cast.bo))}
    assert {client.get(address(sent, name, form)).status_code for name, form in ALL} == {403}
    assert client.get(reverse("lex_sarah:summary", args=[sent.reference])).status_code == 403
    assert not AuditEvent.objects.filter(event="document_taken_out").exists()


def test_whoever_only_answers_a_proposal_takes_out_nothing(stage: Stage, whole: LexSarah) -> None:
    content = actions.NewProposal(Sort.MEASURE, "Ge stöd.", stage.cast.b, whole.causes.all()[0].part)
    actions.propose(case=whole, content=content, version=whole.version, by=stage.cast.dag, now=LATER)
    case = papers.decided(stage, papers.fresh(whole))
    client = browser(stage.cast.cecilia)
    assert queries.visible_to(reader_of(stage.cast.cecilia)).filter(pk=case.pk).exists()
    assert {client.get(href).status_code for href in everywhere(case)} == {403}


def test_an_excluded_manager_finds_nothing(stage: Stage, sent: LexSarah) -> None:
    addresses = [
        *(address(sent, name, form) for name, form in ALL),
        reverse("lex_sarah:summary", args=[sent.reference]),
    ]
    alice, dag = browser(stage.cast.alice), browser(stage.cast.dag)
    assert {alice.get(href).status_code for href in addresses} == {200}
    LexSarah.objects.filter(pk=sent.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    assert {alice.get(href).status_code for href in addresses} == {404}
    assert {dag.get(href).status_code for href in addresses} == {200}


def test_what_is_no_document_is_not_there(stage: Stage, sent: LexSarah) -> None:
    none = [("utredning", "html"), ("annat", "pdf"), ("sammanfattning", "docx"), ("anmalan", "PDF")]
    client = browser(stage.cast.dag)
    assert {client.get(address(sent, name, form)).status_code for name, form in none} == {404}


def test_only_what_is_serious_has_a_notification(stage: Stage, whole: LexSarah) -> None:
    """Before the decision it may be prepared; what is then not serious has none."""
    client = browser(stage.cast.dag)
    assert client.get(address(whole, "anmalan")).status_code == 200
    case = papers.decided(stage, whole, Outcome.MISCONDUCT)
    assert client.get(address(case, "anmalan")).status_code == 404
    assert [one.label for one in shown_papers.offered(reader_of(stage.cast.dag), case)] == [
        "Utredningen",
        "Sammanfattning för en inspektör",
    ]


def test_a_report_nobody_has_opened_has_no_notification(stage: Stage) -> None:
    case = make_reported(stage)
    assert browser(stage.cast.dag).get(address(case, "anmalan")).status_code == 404
    assert len(shown_papers.offered(reader_of(stage.cast.dag), case)) == 1
    assert shown_papers.offered(reader_of(stage.cast.bo), case) == []


def test_every_document_offered_is_there(stage: Stage, sent: LexSarah) -> None:
    offered = shown_papers.offered(reader_of(stage.cast.dag), sent)
    found = [href for one in offered for href in (one.pdf, one.word, one.page) if href]
    assert len(found) == 6
    assert {browser(stage.cast.dag).get(href).status_code for href in found} == {200}


# ---------------------------------------------------------------- what


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_investigation_holds_all_it_must(stage: Stage, sent: LexSarah, form: str) -> None:
    said = words_of(browser(stage.cast.dag).get(address(sent, form=form)).content, form)
    wanted = [SECRET, *papers.TEXTS.values(), papers.MADE_SAFE, papers.TOLD_PERSON, papers.GROUNDS]
    wanted += [papers.EVENT_WORDS, a_cause().words, papers.EXCUSE, papers.PROPOSAL, papers.ANSWER, papers.WORD]
    wanted += ["Allvarligt missförhållande", "Inget missförhållande", "Delegation4.2", "Disa, "]
    wanted += ["SoL 27 kap. 5 §", "Ingen jävsgrund", "Antas med ändring", "Mottagning A"]
    assert [text for text in wanted if not all(plain(part) in said for part in text.split("\n\n"))] == []
    assert "Utkast" not in said


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_notification_says_who_what_and_by_which_paragraph(stage: Stage, sent: LexSarah, form: str) -> None:
    said = words_of(browser(stage.cast.dag).get(address(sent, "anmalan", form)).content, form)
    wanted = ["Inspektionen för vård och omsorg", "Anmäls av", "Exempelby", "SoL 27 kap. 6 §", "3.1-1/2026"]
    wanted += [papers.TEXTS[Part.CONSEQUENCES], papers.MADE_SAFE, papers.GROUNDS]
    wanted += ["Bilaga: utredningen", a_cause().words, papers.PROPOSAL]
    assert [text for text in wanted if plain(text) not in said] == []
    assert plain("Saknas ännu: dagen för anmälan") not in said


@pytest.mark.parametrize(
    ("law", "day", "paragraph"),
    [
        ("sol", "2025-06-30", "SoL (2001:453) 14 kap. 7 §"),
        ("sol", "2025-07-01", "SoL 27 kap. 6 §"),
        ("lss", "2025-06-30", "LSS 24 f §"),
        ("lss", "2025-07-01", "LSS 24 f §"),
    ],
)
@pytest.mark.facts_differ
def test_the_paragraph_follows_from_the_events_day(
    stage: Stage, whole: LexSarah, law: str, day: str, paragraph: str
) -> None:
    LexSarah.objects.filter(pk=whole.pk).update(law=law, occurred_day=day)
    said = pdf_text(browser(stage.cast.dag).get(address(whole, "anmalan")).content)
    assert plain(f"Anmäls enligt{paragraph}") in said


def test_a_paragraph_not_seen_in_the_statute_is_named_with_a_word_of_care(
    stage: Stage, whole: LexSarah, monkeypatch: pytest.MonkeyPatch
) -> None:
    care = plain("Kontrollera lagrummet mot författningen")
    said = pdf_text(browser(stage.cast.dag).get(address(whole, "anmalan")).content)
    assert care in said
    assert plain("SoL 27 kap. 6 §: Det är inte noterat hur raden är kontrollerad.") in said
    seen = [replace(change, status=HowChecked.STATUTE_TEXT) for change in section_changes()]
    monkeypatch.setattr("varvet.kernel.law.statutes.section_changes", lambda: seen)
    said = pdf_text(browser(stage.cast.dag).get(address(whole, "anmalan")).content)
    assert care not in said
    assert plain("Anmäls enligtSoL 27 kap. 6 §") in said


def test_what_is_missing_is_said_and_it_is_a_draft(stage: Stage) -> None:
    case = make_opened(stage)
    for form in ("pdf", "docx"):
        said = words_of(browser(stage.cast.dag).get(address(case, form=form)).content, form)
        for what in ("beslutet.", "orsakerna, var och en med sin åtgärd.", "vad som gjordes direkt."):
            assert plain(f"Saknas ännu: {what}") in said
        assert plain("Saknas ännu: konsekvenser för den enskilda.") in said
        assert plain("Utkast. Ärendet är inte beslutat.") in said


def test_a_text_rewritten_is_shown_as_it_now_reads(stage: Stage, whole: LexSarah) -> None:
    Narrative.objects.create(case=whole, part="consequences", text="Nyare ord.", written_at=LATER.replace(year=2027))
    said = pdf_text(browser(stage.cast.dag).get(address(whole)).content)
    assert plain("Nyare ord.") in said
    assert plain(papers.TEXTS[Part.CONSEQUENCES]) not in said


def test_the_summary_tells_the_course_and_names_no_reporter(stage: Stage, sent: LexSarah) -> None:
    answer = browser(stage.cast.dag).get(address(sent, "sammanfattning"))
    said = pdf_text(answer.content)
    wanted = ["Rapporten togs emot.Den som rapporterade", "Beslut fattades.Disa", "Ärendet anmäldes till IVO."]
    wanted += ["Utreda2026-03-16", "I tid", "Förslag 1, Mottagning A", "Antas med ändring", "Kontakter med IVO"]
    wanted += ["Svara på IVO:s fråga 12026-03-282026-03-282026-03-291 dag för sent", "Fråga 1 besvarades."]
    wanted += ["Ett avsnitt i utredningen skrevs. (8 gånger)Dag"]
    assert [text for text in wanted if plain(text) not in said] == []
    assert plain("Bo,") not in said
    assert plain(SECRET) not in said, "the course, not the texts"


def test_the_page_and_the_file_say_the_same(stage: Stage, sent: LexSarah) -> None:
    page = browser(stage.cast.dag).get(reverse("lex_sarah:summary", args=[sent.reference])).content.decode()
    for said in ("Det här har hänt, i ordning", "Sista dagar, och om de hölls", "I tid", "Kontakter med IVO"):
        assert said in page
    assert page.count("<h1") == 1


def test_documents_are_swedish_whoever_reads_them(stage: Stage, sent: LexSarah) -> None:
    User.objects.filter(pk=stage.cast.dag.pk).update(language="en")
    said = pdf_text(browser(User.objects.get(pk=stage.cast.dag.pk)).get(address(sent)).content)
    for text in ("Konsekvenser för den enskilda", "Barn och unga", "Egen regi", "Allvarligt missförhållande"):
        assert plain(text) in said


def test_a_report_joined_is_in_it_as_far_as_the_reader_may_see(stage: Stage, whole: LexSarah) -> None:
    other = make_reported(stage)
    LexSarah.objects.filter(pk=other.pk).update(joined_to=whole)
    said = pdf_text(browser(stage.cast.dag).get(address(whole)).content)
    assert said.count(plain(SECRET)) == 2
    assert plain(other.reference) in said
    LexSarah.objects.filter(pk=other.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    said = pdf_text(browser(stage.cast.alice).get(address(whole)).content)
    assert said.count(plain(SECRET)) == 1
    assert plain(other.reference) not in said
    assert plain("inte visas här: 1.") in said


def test_the_word_file_is_named_and_the_pdf_has_bookmarks(stage: Stage, sent: LexSarah) -> None:
    client = browser(stage.cast.dag)
    word = Document(io.BytesIO(client.get(address(sent, form="docx")).content))
    assert word.core_properties.title == "Utredning av rapporterad händelse"
    assert word.core_properties.author == "Exempelby"
    with pikepdf.open(io.BytesIO(client.get(address(sent)).content)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root][:3] == [
            "Rapporten",
            "Omedelbara åtgärder",
            "Information till den berörda",
        ]


def test_a_case_not_opened_has_its_decision(stage: Stage) -> None:
    case = make_reported(stage)
    Narrative.objects.create(case=case, part="reason", text="En annan kommun ansvarar.", written_at=LATER)
    LexSarah.objects.filter(pk=case.pk).update(status="not_opened", not_opened="other_principal")
    said = pdf_text(browser(stage.cast.dag).get(address(case)).content)
    assert plain("Beslut att inte inleda utredning") in said
    assert plain("En annan kommun ansvarar.") in said
    assert plain("En annan huvudman ansvarar") in said
    assert "Utkast" not in said
