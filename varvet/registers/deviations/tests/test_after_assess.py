"""Where one comes after an assessment: on to what belongs to it, or back to the record."""

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Nature
from varvet.registers.deviations.tests.factories import reported
from varvet.registers.deviations.tests.outside_cases import between


def assess(cast: Cast, deviation: Deviation, nature: str, by: User | None = None) -> str:
    sent = {"version": deviation.version, "nature": nature, "risk": "2-2"}
    sent["categories"] = [cast.type_called("delay").pk]
    answer = as_(by or cast.alice).post(f"/avvikelser/{deviation.reference}/bedom/", sent)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


@pytest.mark.parametrize("nature", [Nature.HEALTH_CARE, Nature.COLLABORATION])
def test_what_others_have_a_part_in_is_described_at_once(cast: Cast, nature: Nature) -> None:
    deviation = reported(cast)
    place = assess(cast, deviation, nature)
    assert place == f"/avvikelser/{deviation.reference}/vard-eller-samverkan/"
    page = text_of(as_(cast.alice).get(place))
    assert "Tillbaka utan att spara" in page  # what was assessed is kept, whether it is described now or later


def test_everything_else_leads_back_to_the_record(cast: Cast) -> None:
    deviation = reported(cast)
    assert assess(cast, deviation, "near_miss") == f"/avvikelser/{deviation.reference}/"


def test_what_is_described_already_is_not_asked_for_again(cast: Cast) -> None:
    deviation = between(cast)
    place = assess(cast, deviation, Nature.COLLABORATION)
    assert place == f"/avvikelser/{deviation.reference}/"


def test_writing_meanwhile_does_not_lead_away(cast: Cast) -> None:
    deviation = reported(cast)
    assess(cast, deviation, Nature.HEALTH_CARE)
    version = Deviation.objects.get(pk=deviation.pk).version
    sent = {"version": version, "part": "note", "text": "Ringde sjuksköterskan."}
    answer = as_(cast.alice).post(f"/avvikelser/{deviation.reference}/skriv/", sent)
    assert answer.headers["Location"] == f"/avvikelser/{deviation.reference}/"
