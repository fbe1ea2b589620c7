"""Assigning, notes and files."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.files.stored import Upload
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Attachment
from varvet.kernel.records.once import new_key
from varvet.kernel.records.sent_files import Removal, Sending
from varvet.registers.provider_reports import actions
from varvet.registers.provider_reports.tests.factories import (
    disowned,
    events_of,
    excluded,
    fresh,
    page_of,
    registered,
    words_of,
)


def test_somebody_has_it_by_name_and_is_told(cast: Cast) -> None:
    report = registered(cast)
    actions.assign(report=report, handler=cast.eva, version=1, by=cast.dag, now=NOW)
    assert fresh(report).handler == cast.eva
    assert Notification.objects.filter(record=report.pk, receiver=cast.eva, event="assigned").exists()
    assert events_of(report)[-1] == ("assigned", 2, cast.dag.pk)


@pytest.mark.parametrize("name", ["alice", "bo", "stranger"])
def test_only_those_who_may_handle_it_have_it(cast: Cast, name: str) -> None:
    report = registered(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.assign(report=report, handler=getattr(cast, name), version=1, by=cast.dag, now=NOW)
    assert broken.value.code == "provider_report.handler.role"


def test_the_page_offers_those_who_may(cast: Cast) -> None:
    page = text_of(as_(cast.dag).get(page_of(registered(cast), "fordela/")))
    assert f'<option value="{cast.eva.pk}">' in page
    assert f'<option value="{cast.alice.pk}">' not in page


def test_a_note_is_kept_and_read_by_those_who_see_it(cast: Cast) -> None:
    report = registered(cast)
    actions.note(report=report, words="Ringde utföraren.", version=1, by=cast.dag, now=NOW)
    assert words_of(report)["note"] == "Ringde utföraren."
    assert "Ringde utföraren." in text_of(as_(cast.alice).get(page_of(report)))


def sending(cast: Cast, name: str = "dag") -> Sending:
    return Sending([Upload("Utredning.txt", 3, b"Hej")], new_key(), getattr(cast, name), NOW)


@pytest.mark.usefixtures("folder")
def test_the_investigation_is_a_file_of_the_report(cast: Cast) -> None:
    report = registered(cast)
    assert actions.add_files(report, sending(cast)).kept == 1
    client = as_(cast.alice)
    shown = text_of(client.get(page_of(report)))
    assert "Utredning.txt" in shown
    assert "ta-bort" not in shown
    attachment = Attachment.objects.get(record=report.pk)
    assert attachment.file is not None
    assert client.get(f"/filer/{attachment.file.token}/").content == b"Hej"
    assert as_(cast.cecilia).get(f"/filer/{attachment.file.token}/").status_code == 404


@pytest.mark.usefixtures("folder")
def test_files_take_the_same_permissions(cast: Cast) -> None:
    report, secret = registered(cast), excluded(cast)
    for name in ("alice", "bo", "cecilia", "gun", "hugo", "stranger"):
        with pytest.raises(NotAllowed):
            actions.add_files(report, sending(cast, name))
    with pytest.raises(RuleBroken):
        actions.add_files(disowned(cast), sending(cast))
    actions.add_files(secret, sending(cast))
    attachment = Attachment.objects.get(record=secret.pk)
    assert attachment.file is not None
    assert as_(cast.alice).get(f"/filer/{attachment.file.token}/").status_code == 404


@pytest.mark.usefixtures("folder")
def test_a_file_goes_with_a_reason(cast: Cast) -> None:
    report = registered(cast)
    actions.add_files(report, sending(cast))
    attachment = Attachment.objects.get(record=report.pk)
    with pytest.raises(NotAllowed):
        actions.remove_file(report, Removal(attachment.pk, "Fel fil.", 2, cast.alice, NOW))
    actions.remove_file(report, Removal(attachment.pk, "Fel fil.", 2, cast.dag, NOW))
    attachment.refresh_from_db()
    assert (attachment.file, attachment.reason) == (None, "Fel fil.")
