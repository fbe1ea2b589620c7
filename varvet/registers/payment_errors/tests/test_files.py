"""Files on a case: who adds, who reads, who removes, and when."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, Cast, reader_of
from varvet.kernel.files.stored import Upload
from varvet.kernel.records.attached import list_attached
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Attachment
from varvet.kernel.records.once import new_key
from varvet.kernel.records.sent_files import Removal, Sending
from varvet.registers.payment_errors import actions, queries
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.tests.factories import begun, closed, events, reported

pytestmark = pytest.mark.usefixtures("folder")


def sending(user: User) -> Sending:
    return Sending([Upload("Underlag.txt", 3, b"Hej")], new_key(), user, NOW)


def test_whoever_told_and_those_who_handle_add_while_it_is_open(cast: Cast) -> None:
    error = reported(cast)
    assert actions.add_files(error, sending(cast.bo)).kept == 1
    assert actions.add_files(error, sending(cast.alice)).kept == 1
    for user in (cast.dag, cast.cecilia, cast.stranger):
        with pytest.raises(NotAllowed):
            actions.add_files(error, sending(user))
    with pytest.raises(RuleBroken):
        actions.add_files(closed(cast), sending(cast.alice))


def test_whoever_told_reads_what_they_sent_and_no_more(cast: Cast) -> None:
    error = reported(cast)
    actions.add_files(error, sending(cast.bo))
    actions.add_files(error, sending(cast.alice))
    assert len(list_attached(reader_of(cast.alice), error)) == 2
    assert len(list_attached(reader_of(cast.bo), error)) == 1
    assert queries.page_with_files(reader_of(cast.bo), error) == f"/felaktiga-utbetalningar/{error.reference}/"


def test_a_reader_is_offered_what_the_action_allows(cast: Cast) -> None:
    error, done = begun(cast), closed(cast)
    for user, may in ((cast.bo, True), (cast.alice, True), (cast.dag, False)):
        assert queries.may_add(reader_of(user), error) is may
        assert queries.may_add(reader_of(user), done) is False


def test_a_file_is_removed_with_a_reason_by_those_who_may(cast: Cast) -> None:
    error = reported(cast)
    actions.add_files(error, sending(cast.bo))
    attachment = Attachment.objects.get(record=error.pk)

    def remove(by: User) -> None:
        version = PaymentError.objects.get(pk=error.pk).version
        actions.remove_file(error, Removal(attachment.pk, "Fel fil.", version, by, NOW))

    for user in (cast.bo, cast.dag, cast.cecilia):
        assert not queries.may_remove(reader_of(user), error)
        with pytest.raises(NotAllowed):
            remove(user)
    remove(cast.alice)
    assert list_attached(reader_of(cast.alice), error) == []
    assert any("file" in event for event in events(error))
