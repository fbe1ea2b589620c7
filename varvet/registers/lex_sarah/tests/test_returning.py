"""Themes that return from last year: the type and the kinds of causes, counted among what the reader may open."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from varvet.kernel.access.tests.cast import LONG_AGO, NOW, reader_of
from varvet.kernel.organisation.settings_of_root import QUALITY_YEAR, choose
from varvet.kernel.records.models import Confidentiality, Record
from varvet.registers.lex_sarah import actions, queries
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.tests.ending import proposed
from varvet.registers.lex_sarah.tests.factories import Stage, a_cause, make_opened
from varvet.registers.lex_sarah.tests.pages import address, fresh, get

LAST_YEAR = datetime(2025, 10, 2, 8, tzinfo=UTC)
BEFORE_THAT = datetime(2024, 12, 30, 8, tzinfo=UTC)


def with_cause(stage: Stage, received: datetime = NOW, cause: str = "routine") -> LexSarah:
    """An investigation of the same type as every other here, with one cause."""
    case = make_opened(stage)
    actions.add_cause(case=case, content=a_cause(cause), version=case.version, by=stage.cast.dag, now=NOW)
    Record.objects.filter(pk=case.pk).update(received_at=received)
    return fresh(case)


def themes(stage: Stage, case: LexSarah) -> list[tuple[str, int, int]]:
    found = queries.list_returning(reader_of(stage.cast.dag), case)
    return [(theme.label, theme.before, theme.now) for theme in found.themes]


@pytest.mark.facts_differ
def test_what_was_there_last_year_is_shown_with_how_often(stage: Stage) -> None:
    with_cause(stage, LAST_YEAR)
    with_cause(stage, LAST_YEAR, "communication")
    with_cause(stage, BEFORE_THAT)
    with_cause(stage)
    case = with_cause(stage)
    [routine] = [cause.category.label for cause in case.causes.all()]
    assert themes(stage, case) == [("Brister i rättssäkerhet", 2, 1), (routine, 1, 1)]
    found = queries.list_returning(reader_of(stage.cast.dag), case)
    assert (found.last_year, found.year) == (2025, 2026)


@pytest.mark.facts_differ
def test_the_year_is_the_roots_own(stage: Stage) -> None:
    """With a quality year from September, what came in October is of the same year."""
    choose(stage.cast.root, QUALITY_YEAR, 9, first_day=LONG_AGO)
    with_cause(stage, LAST_YEAR)
    assert themes(stage, with_cause(stage)) == []


def test_what_is_only_of_this_year_does_not_return(stage: Stage) -> None:
    with_cause(stage)
    assert themes(stage, with_cause(stage)) == []


@pytest.mark.facts_differ
def test_nothing_is_counted_that_the_reader_may_not_open(stage: Stage) -> None:
    earlier, case = with_cause(stage, LAST_YEAR), with_cause(stage)
    Record.objects.filter(pk=earlier.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    assert themes(stage, case)
    assert queries.list_returning(reader_of(stage.cast.alice), case).themes == ()


@pytest.mark.facts_differ
def test_the_page_leads_to_the_cases_and_tells_of_their_proposals(client: Client, stage: Stage) -> None:
    earlier = with_cause(stage, LAST_YEAR)
    proposed(stage, earlier)
    case = with_cause(stage)
    page = get(client, stage.cast.dag, address("investigation", case)).content.decode()
    assert "Återkommer från förra året" in page
    assert "1 annat ärende 2025." in page
    assert "1 åtgärdsförslag lämnades då." in page
    assert address("page", earlier) in page
