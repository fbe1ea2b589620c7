"""The last guard: the database itself refuses feedback that cannot have been."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.access.tests.cast import TODAY
from varvet.registers.feedback.models import Feedback, Mention
from varvet.registers.feedback.tests.factories import Desk, make_captured


@pytest.mark.parametrize(
    "wrong",
    [
        {"diary_number": "SN-1"},
        {"answer_registered_on": TODAY},
        {"answered_on": TODAY, "answer_registered_on": TODAY - timedelta(days=1)},
        {"sort": "rant"},
        {"channel": "pigeon"},
    ],
)
def test_an_impossible_course_is_not_stored(desk: Desk, wrong: dict[str, object]) -> None:
    feedback = make_captured(desk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Feedback.objects.filter(pk=feedback.pk).update(**wrong)


@pytest.mark.parametrize(("codes"), [("waiting", "waiting"), ("waiting", "treatment")])
def test_a_category_is_mentioned_once_and_one_is_the_primary(desk: Desk, codes: tuple[str, str]) -> None:
    feedback = make_captured(desk, category="")
    first, second = desk.types_called(*codes)
    Mention.objects.create(feedback=feedback, category=first, primary=codes[0] != codes[1])
    with pytest.raises(IntegrityError), transaction.atomic():
        Mention.objects.create(feedback=feedback, category=second, primary=True)
    Mention.objects.all().delete()
