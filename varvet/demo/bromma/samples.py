"""Samples of the last months: one round reviewed and decided on, one being drawn, one with a list that was read."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from varvet.demo.bromma.questions import GOALS, code_of
from varvet.demo.involvement import people_of
from varvet.demo.published import Published
from varvet.demo.self_checks import LIST
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.once import new_key
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Narrative, Round
from varvet.registers.self_checks.rules import Figures, Method, SplitRow, drawing

MANAGER, NUMBER, UNIT = "Alice Lind", "A.1.1", "enheten-for-barn-och-unga"
CHILDREN = ("girls", "boys")
ANALYSIS = "Barnets egna ord finns nu i fler journaler. Det som saknas är varför ett beslut ändrades."
NO_ACTION = "Den nya mallen används först sedan i vår. Vi granskar igen nästa termin."


@dataclass(frozen=True)
class Told:
    """A round as it goes on, by the manager, with hours of working days."""

    site: Site
    by: User
    pk: int

    @property
    def round(self) -> Round:
        return Round.objects.get(pk=self.pk)

    def read(self, now: datetime, rows: int, gap: int = 0) -> None:
        """Every so many rows, `gap`, lack sex; 0 for none."""
        sent = actions.Sent(made_up_list(rows, gap), drawing.FrameKind.CASES, {}, "Ärendesystemet", ("sex",), CHILDREN)
        content = actions.read_list(sent, root=self.site.root, today=day_of(now))
        known = self.round
        actions.keep_frame(round_=known, content=content, version=known.version, by=self.by, now=now)

    def draw(self, now: datetime, total: int) -> None:
        known = self.round
        actions.draw(round_=known, wanted=actions.Wanted(1, total), version=known.version, by=self.by, now=now)

    def replace(self, now: datetime, number: int, why: drawing.Why) -> None:
        known, replaced = self.round, actions.Replaced(number, why)
        actions.replace(round_=known, replaced=replaced, version=known.version, by=self.by, now=now)

    def result(self, now: datetime, result: actions.Result) -> None:
        known = self.round
        actions.record_result(round_=known, result=result, version=known.version, by=self.by, now=now)

    def follow(self, now: datetime) -> None:
        known = self.round
        actions.decide_no_action(round_=known, reason=NO_ACTION, version=known.version, by=self.by, now=now)
        known = self.round
        actions.note_raised(round_=known, day=day_of(now), version=known.version, by=self.by, now=now)


def write(site: Site, _: Published) -> int:
    by = people_of(site)[MANAGER]
    told = [reviewed_before(site, by), reviewed(site, by), being_drawn(site, by), only_read(site, by)]
    Narrative.objects.filter(round__in=[one.pk for one in told]).update(synthetic=True)
    return len(told)


def planned(site: Site, by: User, day: int, number: str = NUMBER) -> Told:
    """A round that ends three weeks after it was planned, so many working days ago."""
    now, questions = at(site, day, 9), site.lists[LIST]
    content = actions.Plan(
        unit=site.units[UNIT],
        question=questions.by_code[code_of(number)],
        category_list=questions.row,
        method=Method.FILE_AUDIT,
        first_day=day_of(now),
        last_day=day_of(now) + timedelta(days=21),
        goal=GOALS[number[:3]],
        quality_area=number[0],
        target_percent=90,
    )
    return Told(site, by, actions.plan(content=content, key=new_key(), by=by, now=now).pk)


def reviewed_before(site: Site, by: User) -> Told:
    told = planned(site, by, 150)
    told.read(at(site, 149, 10), 430)
    told.draw(at(site, 149, 11), 20)
    splits = (SplitRow("sex", "girls", 13, 9), SplitRow("sex", "boys", 7, 3))
    told.result(at(site, 136, 15), actions.Result(Figures(False, 430, 20, 12), splits))
    told.follow(at(site, 130, 13))
    return told


def reviewed(site: Site, by: User) -> Told:
    """Analysed, and waiting for a decision."""
    told = planned(site, by, 40)
    told.read(at(site, 39, 10), 455)
    told.draw(at(site, 39, 11), 20)
    told.replace(at(site, 36, 10), 7, drawing.Why.NOT_FOUND)
    splits = (SplitRow("sex", "girls", 13, 10), SplitRow("sex", "boys", 7, 4))
    told.result(at(site, 26, 15), actions.Result(Figures(False, 455, 20, 14), splits, ANALYSIS))
    return told


def being_drawn(site: Site, by: User) -> Told:
    told = planned(site, by, 8, "A.1.4")
    told.read(at(site, 7, 10), 180, gap=60)
    told.draw(at(site, 7, 11), 15)
    told.draw(at(site, 5, 14), 20)
    return told


def only_read(site: Site, by: User) -> Told:
    told = planned(site, by, 3, "E.4.2")
    told.read(at(site, 2, 10), 96, gap=40)
    return told


def made_up_list(rows: int, gap: int) -> bytes:
    """As a case system writes it: two of three are girls; some rows lack something, and one stands twice."""
    lines = ["Ärendenummer;Kön;Enhet"]
    for number in range(rows):
        sex = "" if gap and number % gap == gap - 1 else "Pojke" if number % 3 == 0 else "Flicka"
        lines.append(f"BU-{number + 1000};{sex};{'' if number % 80 == 79 else 'Barn och unga'}")
    return "\r\n".join([*lines, lines[12], ";Flicka;Barn och unga"]).encode("cp1252")
