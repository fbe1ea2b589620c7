"""What one has reported, whatever it was, is found in one list: one's own alone, and no word of what was told."""

from django.utils import timezone

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.models import Confidentiality
from varvet.registers.deviations.tests import factories as deviations
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.tests import factories as lex_sarah
from varvet.registers.privacy_incidents.tests import factories as incidents

LIST = "/mina-rapporter/"


def test_every_register_is_in_the_list_and_on_the_start_page(cast: Cast) -> None:
    stage = lex_sarah.Stage(cast, cast.eva, lex_sarah.make_types(cast.root))
    deviation, case = deviations.reported(cast), lex_sarah.make_reported(stage)
    incident = incidents.make_received(incidents.make_desk(cast))
    browser = as_(cast.bo)
    for page in (text_of(browser.get(LIST)), text_of(browser.get("/"))):
        for one in (deviation, case, incident):
            assert one.reference in page
    page = text_of(browser.get(LIST))
    assert f'href="/lex-sarah/mina/{case.reference}/"' in page
    assert lex_sarah.SECRET not in page
    assert deviations.SECRET not in page


def test_what_came_of_it_is_read_from_the_list(cast: Cast) -> None:
    stage = lex_sarah.make_stage(cast)
    case = lex_sarah.make_reported(stage)
    opened = LexSarah.objects.get(pk=case.pk)
    actions.open_investigation(
        case=opened, opening=lex_sarah.opening(stage), version=opened.version, by=cast.dag, now=timezone.now()
    )
    browser = as_(cast.bo)
    assert "Utreds" in text_of(browser.get(LIST))
    assert "En utredning inleddes." in text_of(browser.get(f"/lex-sarah/mina/{case.reference}/"))


def test_nobody_finds_what_others_reported(cast: Cast) -> None:
    case = lex_sarah.make_reported(lex_sarah.make_stage(cast))
    for other in (cast.alice, cast.dag, cast.cecilia, cast.stranger, cast.hugo):
        assert case.reference not in text_of(as_(other).get(LIST))


def test_who_reported_finds_it_also_when_it_shuts_the_manager_out(cast: Cast) -> None:
    stage = lex_sarah.make_stage(cast)
    case = lex_sarah.make_reported(stage, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    assert case.reference in text_of(as_(cast.bo).get(LIST))
