"""The last guard: the database itself refuses a case that cannot have been."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.access.tests.cast import TODAY
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.tests.factories import Stage, make_decided, make_reported

YESTERDAY: date = TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"completed_on": TODAY},
        {"opened_on": TODAY, "completed_on": YESTERDAY},
        {"opened_on": TODAY, "decided_on": TODAY, "outcome": "risk"},
        {"outcome": "risk"},
        {"ivo_number": "1"},
        {"opened_on": TODAY, "not_opened": "same_event"},
        {"opened_on": TODAY, "closed_on": TODAY},
    ],
)
def test_an_impossible_course_is_not_stored(stage: Stage, wrong: dict[str, object]) -> None:
    case = make_reported(stage)
    with pytest.raises(IntegrityError), transaction.atomic():
        LexSarah.objects.filter(pk=case.pk).update(**wrong)


def test_what_is_not_serious_is_not_stored_as_reported(stage: Stage) -> None:
    case = make_decided(stage, rules.Outcome.MISCONDUCT)
    with pytest.raises(IntegrityError), transaction.atomic():
        LexSarah.objects.filter(pk=case.pk).update(reported_on=date(2026, 4, 1))


def test_a_type_without_its_list_is_not_stored(stage: Stage) -> None:
    case = make_reported(stage)
    with pytest.raises(IntegrityError), transaction.atomic():
        LexSarah.objects.filter(pk=case.pk).update(category=stage.type_called("treatment"))
