"""Files on an incident: who adds, who removes, and that a manager it is about touches none."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, reader_of
from varvet.kernel.files.models import StoredFile
from varvet.kernel.files.stored import Upload
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.models import Attachment
from varvet.kernel.records.once import new_key
from varvet.kernel.records.sent_files import Outcome, Removal, Sending
from varvet.registers.privacy_incidents import actions, queries
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.tests.factories import Desk, events, make_closed, make_excluding, make_received

pytestmark = pytest.mark.usefixtures("folder")


def add(desk: Desk, incident: PrivacyIncident, who: str) -> Outcome:
    sending = Sending((Upload("brev.txt", 3, b"Hej"),), new_key(), desk.named(who), NOW)
    return actions.add_files(incident, sending)


def remove(desk: Desk, incident: PrivacyIncident, who: str) -> None:
    incident.refresh_from_db()
    attachment = Attachment.objects.get(record_id=incident.pk)
    actions.remove_file(incident, Removal(attachment.pk, "Fel fil.", incident.version, desk.named(who), NOW))


@pytest.mark.parametrize("who", ["bo", "alice", "eva"])
def test_whoever_reported_and_those_who_assess_add_and_the_trail_says_so(desk: Desk, who: str) -> None:
    incident = make_received(desk)
    assert add(desk, incident, who) == Outcome(1)
    assert events(incident) == ["received", "file_added"]
    told = Notification.objects.filter(event="added", receiver=desk.cast.alice)
    assert told.exists() is (who == "bo")


@pytest.mark.parametrize("who", ["dag", "officer", "delegate", "cecilia", "hugo", "stranger"])
def test_others_add_none(desk: Desk, who: str) -> None:
    incident = make_received(desk)
    with pytest.raises(NotAllowed):
        add(desk, incident, who)
    assert not queries.may_add(reader_of(desk.named(who)), incident)
    assert not StoredFile.objects.exists()


def test_a_closed_incident_takes_what_comes_late(desk: Desk) -> None:
    assert add(desk, make_closed(desk), "alice") == Outcome(1)


def test_removed_with_a_reason_by_those_who_handle(desk: Desk) -> None:
    incident = make_received(desk)
    add(desk, incident, "bo")
    for who in ("bo", "officer", "delegate", "cecilia", "hugo"):
        with pytest.raises(NotAllowed):
            remove(desk, incident, who)
        assert not queries.may_remove(reader_of(desk.named(who)), incident)
    remove(desk, incident, "alice")
    assert events(incident)[-1] == "file_removed"


def test_a_manager_it_is_about_touches_none(desk: Desk) -> None:
    incident = make_excluding(desk)
    add(desk, incident, "bo")
    with pytest.raises(NotAllowed):
        add(desk, incident, "alice")
    with pytest.raises(NotAllowed):
        remove(desk, incident, "alice")
    reader = reader_of(desk.cast.alice)
    assert not (queries.may_add(reader, incident))
    assert not (queries.may_remove(reader, incident))
    assert not queries.reads_all_files(reader, incident)
    assert queries.reads_all_files(reader_of(desk.officer), incident)
