"""What private providers told of in the years that are printed, each investigated by the provider and ended."""

from collections.abc import Sequence
from datetime import date

from varvet.demo.days import later
from varvet.demo.dice import Dice
from varvet.demo.lex_sarah import LIST, Case
from varvet.demo.narratives import tell
from varvet.demo.site import SINCE, Site
from varvet.kernel.law.days import day_of
from varvet.registers.provider_reports import actions
from varvet.registers.provider_reports.actions import History
from varvet.registers.provider_reports.models import Part, Provider
from varvet.registers.provider_reports.rules import Agreement, Channel, Known, Law, Outcome

FORMER, ENDED = "Påhittade Alkällans boende", date(2023, 6, 30)
ABUSE = frozenset({"mental-abuse", "physical-abuse", "sexual-abuse"})


def write(cases: Sequence[Case], site: Site, dice: Dice) -> int:
    listed = actions.Listed(name=FORMER, first_day=SINCE, last_day=ENDED, contract="Avtal om boende")
    provider = actions.save_provider(root=site.root, provider=None, content=listed, by=site.by, now=site.now)
    rows = [_history(case, provider, site, dice) for case in sorted(cases, key=lambda case: case.received_at)]
    return len(actions.import_history(rows=rows, root=site.root, by=site.by, now=site.now))


def _history(case: Case, provider: Provider, site: Site, dice: Dice) -> History:
    """All within its year, as the provider's investigation is counted beside the report."""
    received, types = day_of(case.received_at), site.lists[LIST]
    last = date(received.year, 12, 28)
    requested, came = min(later(received, 0, 2, dice), last), min(later(received, 5, 12, dice), last)
    story = tell("lex_sarah", "abuse" if case.type_code in ABUSE else case.type_code, dice)
    return History(
        unit=site.units[case.unit],
        provider=provider,
        received_at=case.received_at,
        requested_on=requested,
        investigation_on=came,
        outcome=Outcome(case.outcome),
        assessed_on=min(later(came, 1, 4, dice), last),
        agreement=Agreement.AGREES,
        closed_on=later(last, 2, 5, dice),
        category_list=types.row,
        category=types.by_code[case.type_code],
        law=Law(case.law),
        channel=Channel.LETTER,
        ours=Known.YES,
        texts={Part.WHAT: story.what, Part.AT_ONCE: story.done, Part.GROUNDS: story.lesson},
        synthetic=True,
    )
