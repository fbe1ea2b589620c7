"""The guide: three questions lead to the right place, and every answer leads somewhere."""

from itertools import product

import pytest

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.models import Record
from varvet.registers.deviations.rules.guide import ADVICE, Harm, Kind, Told, Who, advise

GUIDE = "/vad-ar-det/"


@pytest.mark.parametrize(
    ("who", "told", "harm", "kind"),
    [
        (Who.CLIENT, Told.SEEN, Harm.LESS, Kind.DEVIATION),
        (Who.CLIENT, Told.SEEN, Harm.UNSURE, Kind.DEVIATION),
        (Who.CLIENT, Told.SEEN, Harm.SERIOUS, Kind.LEX_SARAH),
        (Who.CLIENT, Told.SAID, Harm.SERIOUS, Kind.LEX_SARAH),
        (Who.CLIENT, Told.SAID, Harm.LESS, Kind.FEEDBACK),
        (Who.CLIENT, Told.SAID, Harm.UNSURE, Kind.FEEDBACK),
        (Who.STAFF, Told.SEEN, Harm.SERIOUS, Kind.WORK_ENVIRONMENT),
        (Who.STAFF, Told.SAID, Harm.LESS, Kind.WORK_ENVIRONMENT),
        (Who.DATA, Told.SEEN, Harm.SERIOUS, Kind.PRIVACY),
        (Who.DATA, Told.SAID, Harm.LESS, Kind.PRIVACY),
        (Who.NOBODY, Told.SEEN, Harm.SERIOUS, Kind.DEVIATION),
        (Who.NOBODY, Told.SAID, Harm.LESS, Kind.FEEDBACK),
    ],
)
def test_what_it_is(who: Who, told: Told, harm: Harm, kind: Kind) -> None:
    assert advise(who, told, harm) == ADVICE[kind]


def test_every_answer_leads_somewhere() -> None:
    assert {advise(*answers).kind for answers in product(Who, Told, Harm)} == set(Kind)


def test_without_answers_it_only_asks(cast: Cast) -> None:
    page = text_of(as_(cast.bo).get(GUIDE))
    assert page.count("<fieldset") == 3
    assert "Det här är" not in page


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("who=client&told=seen&harm=less", "/rapportera/"),
        ("who=client&told=seen&harm=serious", "/lex-sarah/rapportera/"),
        ("who=client&told=said&harm=less", "/synpunkter/registrera/"),
        ("who=data&told=seen&harm=less", "/personuppgiftsincidenter/ny/"),
    ],
)
def test_it_leads_to_the_form(cast: Cast, query: str, address: str) -> None:
    page = text_of(as_(cast.bo).get(f"{GUIDE}?{query}"))
    assert f'class="ds-button" href="{address}"' in page


def test_the_work_environment_has_no_form_here(cast: Cast) -> None:
    page = text_of(as_(cast.bo).get(f"{GUIDE}?who=staff&told=seen&harm=less"))
    assert "arbetsgivarens system" in page
    assert 'class="ds-button" href=' not in page


def test_who_may_not_begin_there_is_told_so(cast: Cast) -> None:
    page = text_of(as_(cast.gun).get(f"{GUIDE}?who=client&told=seen&harm=serious"))
    assert "Din roll kan inte börja där." in page


@pytest.mark.parametrize("query", ["who=x&told=seen&harm=less", "who=client", "who=%00&told=<script>&harm="])
def test_half_an_answer_is_asked_for_again(cast: Cast, query: str) -> None:
    answer = as_(cast.bo).get(f"{GUIDE}?{query}")
    assert answer.status_code == 422
    assert "behöver rättas" in text_of(answer)


def test_nothing_is_kept(cast: Cast) -> None:
    as_(cast.bo).get(f"{GUIDE}?who=client&told=seen&harm=serious")
    assert not Record.objects.exists()
