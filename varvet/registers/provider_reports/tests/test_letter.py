"""The letter to a provider: who may take it out, what it says and never says, and the trace it leaves."""

from io import BytesIO

import docx
import pytest

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import TODAY, Cast, make_person, reader_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.paper.value import Facts, Missing, Paper, Paragraph
from varvet.registers.provider_reports.tests.factories import CASE, PAGES, SECRET, registered, requested
from varvet.registers.provider_reports.views import shown_letter

ASKED = "Vi vill veta hur kvällspassen bemannas."


def said_in(paper: Paper) -> str:
    texts = [block.text for block in paper.blocks if isinstance(block, Paragraph | Missing)]
    coded = [f"{fact.term}: {fact.value}" for block in paper.blocks if isinstance(block, Facts) for fact in block.rows]
    return "\n".join([*texts, *coded])


def test_it_says_who_asks_whom_for_what_by_when(cast: Cast) -> None:
    choose(cast.root, "addressee", "Socialnämnden", first_day=TODAY)
    report = requested(cast)
    paper = shown_letter.made_for(reader_of(cast.dag), report)
    said = said_in(paper)
    coded = ("Till: Solgården omsorg AB", "Från: Socialnämnden", "Enligt: LSS")
    parts = (*coded, "senast 2026-04-17", ASKED, report.reference)
    assert [part for part in parts if part not in said] == []
    assert paper.draft == ""


def test_what_leads_to_the_person_is_not_in_it(cast: Cast) -> None:
    paper = shown_letter.made_for(reader_of(cast.dag), requested(cast))
    assert SECRET not in repr(paper)
    assert CASE not in repr(paper)


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_it_is_handed_out_to_save_and_leaves_a_trace(cast: Cast, form: str) -> None:
    report = requested(cast)
    answer = as_(cast.dag).get(f"{PAGES}{report.reference}/begaran.{form}")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{report.reference}-begaran.{form}"'
    taken = AuditEvent.objects.get(event="document_taken_out")
    assert (taken.actor_id, taken.data) == (cast.dag.pk, {"document": "begaran", "format": form})
    assert ReadEvent.objects.filter(record_id=report.pk, part="document begaran").exists()
    assert answer.content.startswith(b"%PDF" if form == "pdf" else b"PK")


def test_the_word_document_holds_the_same_words(cast: Cast) -> None:
    report = requested(cast)
    word = docx.Document(BytesIO(as_(cast.dag).get(f"{PAGES}{report.reference}/begaran.docx").content))
    assert ASKED in "\n".join(paragraph.text for paragraph in word.paragraphs)


def test_before_it_is_asked_for_it_is_a_draft(cast: Cast) -> None:
    report = registered(cast)
    paper = shown_letter.made_for(reader_of(cast.dag), report)
    assert paper.draft == "Begäran är inte gjord än. Innehållet kan ändras."
    assert "dagen då svaret senast ska ha kommit" in said_in(paper)
    page = text_of(as_(cast.dag).get(f"{PAGES}{report.reference}/"))
    assert f"{PAGES}{report.reference}/begaran.pdf" in page


def test_without_a_provider_there_is_no_letter(cast: Cast) -> None:
    report = registered(cast, provider=None)
    assert as_(cast.dag).get(f"{PAGES}{report.reference}/begaran.pdf").status_code == 404
    assert "begaran.pdf" not in text_of(as_(cast.dag).get(f"{PAGES}{report.reference}/"))


def test_only_who_handles_takes_it_out(cast: Cast) -> None:
    report = requested(cast)
    lawyer = make_person("Ragna", "legal_adviser", cast.root)
    assert as_(lawyer).get(f"{PAGES}{report.reference}/begaran.pdf").status_code == 403
    assert "begaran.pdf" not in text_of(as_(lawyer).get(f"{PAGES}{report.reference}/"))
    for person in (cast.bo, cast.stranger):
        assert as_(person).get(f"{PAGES}{report.reference}/begaran.pdf").status_code == 404
    assert as_(cast.dag).get(f"{PAGES}{report.reference}/begaran.exe").status_code == 404
