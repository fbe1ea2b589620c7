"""The last guard: the database itself refuses an incident that cannot have been."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.access.tests.cast import TODAY
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.tests.factories import Desk, make_received


@pytest.mark.parametrize(
    "wrong",
    [
        {"reported_to_imy_on": TODAY},
        {"closed_on": TODAY},
        {"assessed_on": TODAY, "closed_on": TODAY - timedelta(days=1)},
        {"assessed_on": TODAY, "closed_on": TODAY, "dismissed_on": TODAY},
        {"consequence": 3},
        {"consequence": 6, "probability": 1, "level": "high"},
        {"consequence": 3, "probability": 3},
        {"people_least": 20, "people_most": 10},
        {"people_most": 10},
        {"advice": "notify"},
        {"imy_number": "IMY-2026-1"},
        {"in_time": True},
        {"more_follows": True},
        {"informed_on": TODAY},
        {"ruling": "fine", "ruled_on": TODAY},
    ],
)
def test_an_impossible_course_is_not_stored(desk: Desk, wrong: dict[str, object]) -> None:
    incident = make_received(desk)
    with pytest.raises(IntegrityError), transaction.atomic():
        PrivacyIncident.objects.filter(pk=incident.pk).update(**wrong)


def test_a_category_stands_in_a_list(desk: Desk) -> None:
    incident = make_received(desk)
    with pytest.raises(IntegrityError), transaction.atomic():
        PrivacyIncident.objects.filter(pk=incident.pk).update(category=desk.wrong_recipient)
