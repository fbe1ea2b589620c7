"""Removing a file from a deviation: who may, with a reason, and for good."""

from pathlib import Path

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.files.models import StoredFile
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Attachment
from varvet.kernel.records.sent_files import Removal
from varvet.registers.deviations import actions
from varvet.registers.deviations.tests.factories import events_of, reported
from varvet.registers.deviations.tests.sent_files import contents, removal, with_file

pytestmark = pytest.mark.usefixtures("folder")


@pytest.mark.parametrize("name", ["alice", "eva"])
def test_removing_takes_the_content_and_leaves_the_reason(
    cast: Cast, folder: Path, name: str, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    deviation, by = with_file(cast), getattr(cast, name)
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_file(deviation, removal(deviation, by, " Fel person. "))
    assert contents(folder) == []
    assert not StoredFile.objects.exists()
    left = Attachment.objects.get()
    assert (left.file, left.reason, left.removed_by, left.removed_at) == (None, "Fel person.", by, NOW)
    assert events_of(deviation)[-1] == ("file_removed", 3, by.pk)
    assert AuditEvent.objects.latest("pk").data == {"attachment": left.pk}


@pytest.mark.parametrize("name", ["bo", "cecilia", "dag", "hugo", "gun", "stranger"])
def test_others_remove_none(cast: Cast, name: str) -> None:
    deviation = with_file(cast)
    with pytest.raises(NotAllowed):
        actions.remove_file(deviation, removal(deviation, getattr(cast, name)))
    assert StoredFile.objects.exists()


def test_removing_needs_a_reason(cast: Cast) -> None:
    deviation = with_file(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.remove_file(deviation, removal(deviation, cast.alice, " \n"))
    assert (broken.value.code, broken.value.field) == ("attachments.reason", "reason")


def test_removing_asks_for_the_version_known(cast: Cast) -> None:
    deviation = with_file(cast)
    with pytest.raises(StaleVersion):
        actions.remove_file(deviation, removal(deviation, cast.alice, version=1))
    assert StoredFile.objects.exists()


def test_a_removed_file_is_removed_once(cast: Cast) -> None:
    deviation = with_file(cast)
    actions.remove_file(deviation, removal(deviation, cast.alice))
    with pytest.raises(RuleBroken) as broken:
        actions.remove_file(deviation, removal(deviation, cast.eva))
    assert broken.value.code == "attachments.gone"


def test_a_file_of_another_record_is_not_removed(cast: Cast) -> None:
    deviation, other = with_file(cast), reported(cast)
    attachment = removal(deviation, cast.alice).attachment_id
    with pytest.raises(RuleBroken):
        actions.remove_file(other, Removal(attachment, "Fel.", other.version, cast.alice, NOW))
    assert StoredFile.objects.exists()
