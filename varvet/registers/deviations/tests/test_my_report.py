"""Following one's own report: plain states, what is new, who has it, how it went; never what is internal."""

from datetime import timedelta

import pytest
from django.utils import timezone

from varvet.kernel.access.models import Assignment
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, TODAY, Cast, make_person, reader_of
from varvet.kernel.audit.models import ReadEvent
from varvet.registers.deviations import actions, queries
from varvet.registers.deviations.rules import STEPS, Status
from varvet.registers.deviations.rules.plain import HAPPENED, PLAIN_STEPS, SENTENCES, plain
from varvet.registers.deviations.tests.factories import SECRET, assessed, closed, reopened, reported

LIST = "/mina-rapporter/"
NEW = '<span class="tag acc">Nytt</span>'


def test_every_state_has_plain_words() -> None:
    assert set(SENTENCES) == set(Status)
    assert len(PLAIN_STEPS) == len(STEPS)
    for number, status in enumerate(STEPS, 1):
        assert (plain(status).step, plain(status).label) == (number, PLAIN_STEPS[number - 1])


@pytest.mark.parametrize(
    ("status", "label", "step"),
    [
        (Status.REOPENED, "Bedöms", 2),
        (Status.NOT_DEVIATION, "Klar", 0),
        (Status.DUPLICATE, "Klar", 0),
        ("not_known_here", "Hanteras", 0),
    ],
)
def test_beside_the_way(status: str, label: str, step: int) -> None:
    assert (plain(status).label, plain(status).step) == (label, step)
    assert plain(status).sentence


def test_what_is_new_is_marked_until_it_is_read(cast: Cast) -> None:
    deviation = assessed(cast)
    client, page = as_(cast.bo), f"{LIST}{deviation.reference}/"
    assert NEW in text_of(client.get(LIST))
    assert "Rapporten bedömdes." in text_of(client.get(page))
    assert NEW not in text_of(client.get(LIST))
    actions.close(
        deviation=deviation,
        closing=actions.Closing("Vi har ändrat rutinen.", "Räkna stolarna."),
        version=deviation.version,
        by=cast.alice,
        now=timezone.now(),
    )
    assert NEW in text_of(client.get(LIST))


def test_ones_own_doings_are_no_news(cast: Cast) -> None:
    deviation = reported(cast)
    actions.add_more(deviation=deviation, text="Mer att säga.", key="k" * 32, by=cast.bo, now=NOW)
    assert queries.with_news(reader_of(cast.bo), [deviation]) == frozenset()


def test_what_happens_inside_is_no_news(cast: Cast) -> None:
    """An event without a sentence for the reporter is the handlers' own."""
    deviation = reported(cast)
    assert "referral_accepted" not in HAPPENED
    assert queries.with_news(reader_of(cast.bo), [deviation]) == frozenset()


def test_the_answer_is_read_and_the_internal_is_not(cast: Cast) -> None:
    deviation = closed(cast)
    page = text_of(as_(cast.bo).get(f"{LIST}{deviation.reference}/"))
    assert "Vi har ändrat rutinen." in page
    assert SECRET in page
    assert "Räkna stolarna." not in page, "the lesson is the handlers'"
    assert "Så blev det" in page
    assert "Till dig som rapporterade" in page
    assert ReadEvent.objects.get(actor_id=cast.bo.pk).part == "narratives"


def test_a_note_of_the_assessment_stays_inside(cast: Cast) -> None:
    deviation = assessed(cast, note="Säg inget än.")
    assert "Säg inget än." not in text_of(as_(cast.bo).get(f"{LIST}{deviation.reference}/"))


@pytest.mark.parametrize("name", ["alice", "cecilia", "dag", "eva", "hugo", "gun", "stranger"])
def test_it_is_nobody_elses(cast: Cast, name: str) -> None:
    deviation = reported(cast)
    assert as_(getattr(cast, name)).get(f"{LIST}{deviation.reference}/").status_code == 404


def test_a_handler_who_reported_is_led_to_the_case(cast: Cast) -> None:
    deviation = reported(cast, by=cast.alice)
    assert f'href="/avvikelser/{deviation.reference}/"' in text_of(as_(cast.alice).get(f"{LIST}{deviation.reference}/"))
    assert f'href="/avvikelser/{deviation.reference}/"' not in text_of(as_(cast.bo).get(LIST))


def test_a_reopened_report_is_being_assessed(cast: Cast) -> None:
    page = text_of(as_(cast.bo).get(f"{LIST}{reopened(cast).reference}/"))
    assert "Rapporten är öppnad igen och ska bedömas på nytt." in page


class TestWhoReadsIt:
    def test_the_nearest_by_name_and_those_above_by_role(self, cast: Cast) -> None:
        found = queries.read_by(reported(cast), TODAY)
        assert found.nearest == (("Enhetschef", "Alice"),)
        assert set(found.roles) == {"Kvalitetssamordnare", "SAS, socialt ansvarig samordnare"}

    def test_nobody_in_the_unit(self, cast: Cast) -> None:
        Assignment.objects.filter(user=cast.alice).update(last_day=TODAY - timedelta(days=1))
        found = queries.read_by(reported(cast), TODAY)
        assert {name for _, name in found.nearest} == {"Dag", "Eva"}
        assert found.roles == ()

    def test_as_it_was_the_day_it_came_in(self, cast: Cast) -> None:
        make_person("Ny", "unit_manager", cast.a)
        Assignment.objects.filter(user__name="Ny").update(first_day=TODAY + timedelta(days=1))
        assert queries.read_by(reported(cast), TODAY).nearest == (("Enhetschef", "Alice"),)

    def test_nobody_at_all(self, cast: Cast) -> None:
        deviation = reported(cast)
        Assignment.objects.filter(first_day=LONG_AGO).update(last_day=LONG_AGO)
        assert (queries.read_by(deviation, TODAY).nearest, queries.read_by(deviation, TODAY).roles) == ((), ())
        # somebody without a role works in no root: the receipt is not found, and that is no error
        assert as_(cast.bo).get(f"/avvikelser/{deviation.reference}/kvitto/").status_code == 404

    def test_the_receipt_names_them_and_when(self, cast: Cast) -> None:
        deviation = reported(cast)
        page = text_of(as_(cast.bo).get(f"/avvikelser/{deviation.reference}/kvitto/"))
        assert "Alice" in page
        assert "Kvalitetssamordnare" in page
        assert "Torsdag 19 mars" in page
