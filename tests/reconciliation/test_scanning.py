"""Open records are read through again when the words for injury and abuse change, and once for those from before."""

from datetime import timedelta

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.settings_of_root import HARM_WORDS, HARM_WORDS_NEVER, choose
from varvet.kernel.questions.models import Sign, Suspicion
from varvet.kernel.questions.scanning import NOTICED, scan_changed
from varvet.kernel.questions.suspicions import weigh
from varvet.kernel.records.models import Record
from varvet.registers.deviations.models import Worry
from varvet.registers.deviations.tests.factories import closed, reported
from varvet.registers.feedback import actions as feedback
from varvet.registers.feedback.rules import Channel, Sort

TOLD = "Klienten snubblade på den kommunala mattan."
LATER = NOW + timedelta(days=1)


def words_of(record: Record) -> list[str]:
    return list(Suspicion.objects.filter(record_id=record.pk).order_by("pk").values_list("sign", flat=True))


def test_a_root_notices_by_its_own_words(cast: Cast) -> None:
    choose(cast.root, HARM_WORDS, ["snubbla"], first_day=TODAY)
    assert words_of(reported(cast, what=TOLD)) == [Sign.WORDS]
    assert words_of(reported(cast, what="Hon blev skadad.")) == []


def test_words_that_never_count_are_a_roots_own_too(cast: Cast) -> None:
    choose(cast.root, HARM_WORDS_NEVER, ["skadad"], first_day=TODAY)
    assert words_of(reported(cast, what="Hon blev skadad.")) == []


def test_what_is_open_is_read_again_with_the_new_words(cast: Cast) -> None:
    worried, calm = reported(cast, what=TOLD, worry=Worry.VERY), reported(cast, what="Brevet kom bort.")
    content = feedback.Capture(cast.a, Sort.COMPLAINT, Channel.PHONE, TOLD)
    complaint = feedback.capture(content=content, key="about", by=cast.bo, now=NOW)
    assert scan_changed(now=NOW) == 0
    choose(cast.root, HARM_WORDS, ["snubbla"], first_day=TODAY)
    assert scan_changed(now=LATER) == 2
    assert words_of(worried) == [Sign.WORRIED, Sign.WORDS]
    assert words_of(complaint) == [Sign.WORDS]
    assert words_of(calm) == []
    assert set(AuditEvent.objects.filter(event=NOTICED).values_list("record_id", flat=True)) == {
        worried.pk,
        complaint.pk,
    }
    assert scan_changed(now=LATER) == 0


def test_what_came_in_before_there_were_words_is_found_once(cast: Cast) -> None:
    deviation = reported(cast, what="Hon blev skadad.", worry=Worry.VERY)
    Suspicion.objects.filter(sign=Sign.WORDS).delete()  # as it was marked by worry alone
    assert scan_changed(now=LATER) == 1
    assert words_of(deviation) == [Sign.WORRIED, Sign.WORDS]


def test_a_list_that_begins_on_a_later_day_is_met_on_that_day(cast: Cast) -> None:
    deviation = reported(cast, what=TOLD)
    choose(cast.root, HARM_WORDS, ["snubbla"], first_day=day_of(LATER))
    assert scan_changed(now=NOW) == 0
    assert scan_changed(now=LATER) == 1
    assert words_of(deviation) == [Sign.WORDS]


def test_what_was_weighed_for_its_words_stays_weighed_and_what_is_closed_stays_closed(cast: Cast) -> None:
    weighed, ended = reported(cast, what="Hon blev skadad."), closed(cast)
    weigh(weighed, "En skråma på ett bord.", by=cast.alice, now=NOW)
    choose(cast.root, HARM_WORDS, ["skada", "Kalle"], first_day=TODAY)
    assert scan_changed(now=LATER) == 0
    assert words_of(weighed) == [Sign.WORDS]
    assert words_of(ended) == []


def test_another_roots_words_change_nothing_here(cast: Cast) -> None:
    reported(cast, what=TOLD)
    scan_changed(now=NOW)
    choose(cast.other_root, HARM_WORDS, ["snubbla"], first_day=TODAY)
    assert scan_changed(now=LATER) == 0
