"""The file that IVO was sent: kept byte for byte and encrypted, its checksum shown, read by those who handle alone."""

import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.files.models import StoredFile
from varvet.kernel.paper.tests.reading import pdf_text, plain
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import AuthorityReport, LexSarah
from varvet.registers.lex_sarah.tests.factories import LATER, SECRET, Stage, make_decided, make_told
from varvet.registers.lex_sarah.tests.pages import address, fresh, send

PDF = b"%PDF-1.7 as it was sent"


def on_disk() -> list[Path]:
    return [path for path in settings.FILES_FOLDER.glob("*/*") if path.is_file()]


def notify(stage: Stage, case: LexSarah, by: object = None) -> LexSarah:
    sent, who = actions.Notification(document=PDF), by or stage.disa
    return actions.report_to_authority(case=case, notification=sent, version=case.version, by=who, now=LATER)  # type: ignore[arg-type]  # a person of the cast


def test_it_is_kept_as_it_was_sent_and_encrypted(stage: Stage) -> None:
    case = notify(stage, make_decided(stage, rules.Outcome.SERIOUS))
    kept = AuthorityReport.objects.get(case=case).document
    assert kept is not None
    assert (kept.sha256, kept.size, kept.uploaded_by) == (hashlib.sha256(PDF).hexdigest(), len(PDF), stage.disa)
    assert kept.name == f"{case.reference}-anmalan.pdf"
    [path] = on_disk()
    assert b"PDF" not in path.read_bytes()
    event = AuditEvent.objects.get(record_id=case.pk, event="reported_to_authority")
    assert event.data["document"] == kept.sha256


def test_it_is_handed_out_as_it_was_and_the_reading_noted(stage: Stage) -> None:
    case = notify(stage, make_decided(stage, rules.Outcome.SERIOUS))
    answer = as_(stage.cast.dag).get(address("sent_file", case))
    assert answer.content == PDF
    assert "attachment" in answer["Content-Disposition"]
    assert ReadEvent.objects.filter(record_id=case.pk, actor_id=stage.cast.dag.pk, part="document sent").exists()


@pytest.mark.parametrize("who", ["stranger", "cecilia", "bo", "hugo", "gun"])
def test_nobody_else_gets_it(stage: Stage, who: str) -> None:
    case = notify(stage, make_decided(stage, rules.Outcome.SERIOUS))
    assert as_(getattr(stage.cast, who)).get(address("sent_file", case)).status_code == 404
    assert Client().get(address("sent_file", case)).status_code == 302


def test_a_case_without_a_file_has_none(stage: Stage) -> None:
    case = make_told(stage)
    assert as_(stage.cast.dag).get(address("sent_file", case)).status_code == 404
    assert "sent_file" not in text_of(as_(stage.cast.dag).get(address("sent", case)))


def test_what_is_refused_leaves_no_file(stage: Stage) -> None:
    case = make_decided(stage, rules.Outcome.MISCONDUCT)
    with pytest.raises(RuleBroken):
        notify(stage, case)
    with pytest.raises(NotAllowed):
        notify(stage, case, stage.cast.dag)
    assert (StoredFile.objects.count(), on_disk()) == (0, [])


def test_the_second_of_two_leaves_no_file(stage: Stage) -> None:
    case = make_decided(stage, rules.Outcome.SERIOUS)
    notify(stage, fresh(case))
    with pytest.raises(RuleBroken):
        notify(stage, fresh(case))
    assert (StoredFile.objects.count(), len(on_disk())) == (1, 1)


def test_in_the_browser_the_file_is_the_notification_with_the_investigation(client: Client, stage: Stage) -> None:
    case = make_decided(stage, rules.Outcome.SERIOUS)
    answer = send(client, stage.disa, address("report_to_authority", case), version=case.version, route="service")
    assert answer.status_code == 302
    page = text_of(as_(stage.disa).get(address("sent", case)))
    kept = StoredFile.objects.get()
    assert kept.sha256 in page
    content = as_(stage.disa).get(address("sent_file", case)).content
    assert hashlib.sha256(content).hexdigest() == kept.sha256
    words = pdf_text(content)
    for said in ("Anmälan enligt lex Sarah", "Bilaga: utredningen", SECRET, "Så här: causes"):
        assert plain(said) in words
    assert plain("Saknas ännu: dagen för anmälan") not in words
    assert plain("Utkast") not in words
