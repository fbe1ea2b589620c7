"""Lex Sarah reported by a unit's link, by somebody without an account who adds to it later; nobody in it exists."""

from datetime import timedelta

from varvet.demo.bromma.lex_sarah_stories import GROUP, MANAGER
from varvet.demo.models import DemoPerson
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.crypto.handed import follow_code, hash_of_code
from varvet.kernel.law.days import day_of
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions as deviations
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.models import KIND, Narrative

REPORTED, ADDED = 2, 1  # working days back from today
WHAT = (
    "Jag var inhyrd över helgen. En äldre man hade inte fått sin mat på två dagar, och ingen hade skrivit något om det."
)
AT_ONCE = "Jag gav honom mat och ringde jouren."
MORE = "Jag minns nu att larmet också var trasigt. Det stod en lapp om det på dörren."


def write(site: Site, _: Published) -> int:
    """The link is made by the unit's manager; the report waits to be dealt with."""
    manager = DemoPerson.objects.select_related("user").get(root=site.root, user__name=MANAGER).user
    unit, now = site.units[GROUP], at(site, REPORTED, 9)
    last_day = day_of(now) + timedelta(days=180)
    link = deviations.make_link(unit=unit, last_day=last_day, key=new_key(), by=manager, now=now).link
    content = actions.Report(unit=unit, what=WHAT, occurred_day=day_of(now) - timedelta(days=1), at_once=AT_ONCE)
    key = new_key()
    case = actions.report_by_link(token=link.token, content=content, key=key, now=now)
    follow_hash = hash_of_code(KIND, follow_code(KIND, key))
    actions.add_more_by_code(follow_hash=follow_hash, text=MORE, key=new_key(), now=at(site, ADDED, 9))
    Narrative.objects.filter(case_id=case.pk).update(synthetic=True)
    return 1
