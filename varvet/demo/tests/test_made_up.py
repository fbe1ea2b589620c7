"""What is made up says so, reads like Swedish and names nobody; what is counted can be counted again."""

import re
from typing import Any

from varvet.demo.models import DemoMarker, DemoPerson
from varvet.demo.tests.checks import Checks
from varvet.kernel.law.days import add_working_days, day_of, is_working_day
from varvet.kernel.records.facts import rebuild
from varvet.kernel.records.models import Record
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.models import Narrative as DeviationText
from varvet.registers.feedback.models import Narrative as FeedbackText
from varvet.registers.lex_sarah.models import Narrative as LexSarahText
from varvet.registers.self_checks.models import Narrative as CheckText

checks = Checks()
TEXTS = [DeviationText, FeedbackText, LexSarahText, CheckText]


@checks.each(TEXTS)
def every_text_is_marked_as_made_up(model: type[DeviationText]) -> None:
    assert model._default_manager.exists()
    assert not model._default_manager.filter(synthetic=False).exists()


@checks.each(TEXTS)
def texts_are_whole_sentences_without_names_or_numbers_of_persons(model: type[DeviationText]) -> None:
    names = {part for person in DemoPerson.objects.select_related("user") for part in person.user.name.split()}
    texts: set[Any] = set(model._default_manager.values_list("text", flat=True))
    for text in texts:
        assert re.fullmatch(r"[A-ZÅÄÖ].*\.", text), text
        assert not re.search(r"[{}]|\d{6}", text), text
        assert not names & set(re.findall(r"\w+", text)), text


@checks
def facts_counted_again_are_the_same() -> None:
    found = rebuild(check=True)
    assert found.records == Record.objects.count()
    assert found.different == []


@checks
def things_happen_on_working_days_in_office_hours() -> None:
    for moment in Deviation.objects.values_list("received_at", flat=True):
        assert is_working_day(day_of(moment))


@checks
def july_is_quieter_than_october() -> None:
    months = [day.month for day in Deviation.objects.dates("received_at", "day")]
    assert months.count(7) < months.count(10)


@checks
def the_queue_is_alive_and_in_no_published_year() -> None:
    waiting = Deviation.objects.filter(status="received", channel="imported")
    days = {day_of(deviation.received_at) for deviation in waiting}
    assert len(waiting) == 12
    loaded = day_of(DemoMarker.objects.get(name="bromma-2023").loaded_at)
    assert min(days) >= add_working_days(loaded, -10)
    assert max(days) < loaded
    assert {deviation.root.slug for deviation in waiting.select_related("root")} == {"bromma"}


@checks
def what_is_later_than_the_published_years_is_in_one_root() -> None:
    later = Deviation.objects.filter(received_at__year__gte=2025)
    assert {deviation.root.slug for deviation in later.select_related("root")} == {"bromma"}


def test_what_is_made_up(in_towns: None) -> None:
    checks.run()
