"""A risk workshop in Bromma, scored by three and waiting for them to agree."""

from collections.abc import Mapping

from varvet.demo.bromma.organisation import CHILDREN
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.registers.risks import actions
from varvet.registers.risks.actions import Plan
from varvet.registers.risks.models import Workshop
from varvet.registers.risks.rules import Score
from varvet.registers.risks.rules.workshops import Stage

LEADER = "Alice Lind"
SAID = (
    (
        "Sekretessen brister i det öppna landskapet",
        "Lokaler",
        {"Alice Lind": (4, 4), "Bo Ek": (4, 3), "Dag Holm": (5, 4)},
    ),
    ("Besökare hittar inte till rätt ingång", "Lokaler", {"Alice Lind": (2, 4), "Bo Ek": (2, 5), "Dag Holm": (3, 3)}),
    ("Telefonerna fungerar inte första dagen", "Teknik", {"Alice Lind": (3, 2), "Bo Ek": (4, 2)}),
)


def write(site: Site, people: Mapping[str, User]) -> None:
    leader, now = people[LEADER], at(site, 4, 13)
    plan = Plan(site.units[CHILDREN], "Inför flytten till nya lokaler", day_of(now))
    workshop = actions.begin_workshop(plan, by=leader, now=now)
    made = {actions.suggest(workshop, text, by=people["Bo Ek"], now=now).pk: group for text, group, _ in SAID}
    actions.group(workshop, made, by=leader, now=now)
    workshop = actions.go_on(workshop, Stage.GATHERING, by=leader, now=now)
    score(workshop, list(made), people, site)
    actions.go_on(workshop, Stage.SCORING, by=leader, now=now)


def score(workshop: Workshop, made: list[int], people: Mapping[str, User], site: Site) -> None:
    for pk, (_text, _group, given) in zip(made, SAID, strict=True):
        for name, (consequence, probability) in given.items():
            scores = {pk: Score(consequence, probability)}
            actions.vote(workshop, scores, by=people[name], now=at(site, 4, 14))
