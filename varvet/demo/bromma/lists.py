"""A case list and an access log of the current year, made up and taken in as lists are: read, counted and reviewed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from varvet.demo.bromma.organisation import CHILDREN
from varvet.demo.bromma.questions import code_of
from varvet.demo.dice import Dice
from varvet.demo.models import DemoPerson
from varvet.demo.published import Published
from varvet.demo.self_checks import LIST
from varvet.demo.site import Site
from varvet.extracts.mappings import ColumnMap
from varvet.kernel.access.models import User
from varvet.kernel.files.stored import Upload
from varvet.kernel.law.days import day_of
from varvet.kernel.records.once import new_key
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.actions.compute_list import compute
from varvet.registers.self_checks.actions.take_in_log import compute_review
from varvet.registers.self_checks.models import LogFinding, LogReview, Round
from varvet.registers.self_checks.rules import Method
from varvet.registers.self_checks.rules.log_review import LogList, Outcome

SOURCE = "Exempelsystemet"
MANAGER, COORDINATOR = "Alice Lind", "Eva Sand"
CASES, STAFF, OPENINGS = 140, 12, 420
GROUPS = {"Utredningsgrupp 1": 3.0, "Utredningsgrupp 2": 2.0, "Utredningsgrupp 3": 0.4}
DAYS = 60  # of the period, which ends two weeks ago
Row = tuple[str, ...]
DELEGATION = (
    ("Inleda utredning", "Handläggare"),
    ("Inleda utredning", "Enhetschef"),
    ("Bistånd i öppenvård", "Handläggare"),
    ("Bistånd i öppenvård", "Enhetschef"),
    ("Placering i familjehem", "Nämnd"),
)


def write(site: Site, _: Published) -> int:
    people = {
        person.user.name: person.user for person in DemoPerson.objects.select_related("user").filter(root=site.root)
    }
    _delegation(site, people[COORDINATOR])
    _list(site, people[MANAGER])
    _log(site, people[MANAGER], people[COORDINATOR])
    return 2


def _delegation(site: Site, by: User) -> None:
    upload = _file([("Beslutstyp", "Beslutsfattarens roll"), *DELEGATION])
    first_day = _first(site)
    actions.take_in_delegation(root=site.root, upload=upload, first_day=first_day, by=by, now=site.now)


def _list(site: Site, by: User) -> None:
    held = _round(site, ("A.2.3", Method.LIST_CHECK, "Förhandsbedömning inom 14 dagar"), by)
    heading = ("Ärende", "Personnummer", "Kön", "Enhet", "Grupp", "Inkom", "Förhandsbedömning klar", "Anteckning")
    sent = actions.ListSent(
        check="forhandsbedomning",
        source=SOURCE,
        columns=ColumnMap(SOURCE),
        as_of=day_of(site.now),
        upload=_file([heading, *_assessments(_first(site), site.dice("case list"))]),
    )
    row = actions.take_in_list(round_=held, sent=sent, version=held.version, by=by, now=site.now)
    compute(row, now=site.now)


def _assessments(first: date, dice: Dice) -> Iterator[Row]:
    """Most in time, some late, some still open; and what is wrong with the data of any real list."""
    for number in range(CASES):
        received = first + timedelta(days=dice.below(DAYS + 10))
        done = received + timedelta(days=dice.between(2, 13) if dice.chance(0.8) else dice.between(15, 30))
        sex, group = ("kvinna" if dice.chance(0.5) else "man"), dice.weighted(GROUPS)
        ended = "" if dice.chance(0.08) else done.isoformat()
        yield _case(number), _person(number), sex, "Mottagningsgruppen", group, received.isoformat(), ended, "x"
    yield _case(3), _person(3), "okänt", "Mottagningsgruppen", "", first.isoformat(), "", ""
    yield _case(900), _person(900), "man", "", "Utredningsgrupp 1", "2026-02-31", "", ""
    late, early = first + timedelta(days=20), first + timedelta(days=10)
    yield _case(901), _person(901), "", "", "Utredningsgrupp 2", late.isoformat(), early.isoformat(), ""


def _log(site: Site, by: User, other: User) -> None:
    held = _round(site, ("A.4.1", Method.LOG_REVIEW, "Ingen läser det som de inte behöver i arbetet"), by)
    files = _lists_of_log(_first(site), site.dice("access log"))
    sent = actions.LogSent(
        source=SOURCE,
        uploads={kind: _file(rows) for kind, rows in files.items()},
        columns={},
        reviewers=[by, other],
        drawn=2,
    )
    review = actions.take_in_log(round_=held, sent=sent, version=held.version, by=by, now=site.now)
    compute_review(review, now=site.now)
    _judged(review, by, site)


def _judged(review: LogReview, by: User, site: Site) -> None:
    """One asked about, one justified, one a mistake; the others wait."""
    actions.say_own_code(round_=review.round, code="alli01", by=by, now=site.now)
    asked, justified, mistake = LogFinding.objects.filter(review=review, kind="opened").order_by("-number")[:3]
    actions.ask_person(finding=asked, by=by, now=site.now)
    said = actions.Conclusion("Påhittat: tog emot samtalet när handläggaren var sjuk.", Outcome.JUSTIFIED)
    actions.conclude_finding(finding=justified, said=said, by=by, now=site.now)
    said = actions.Conclusion("Påhittat: sökte på fel ärende och stängde det direkt.", Outcome.MISTAKE)
    actions.conclude_finding(finding=mistake, said=said, by=by, now=site.now)


def _lists_of_log(first: date, dice: Dice) -> Mapping[LogList, Sequence[Row]]:
    staff = [_code(number) for number in range(STAFF)]
    owners = {number: number % STAFF for number in range(CASES)}
    begins = (first - timedelta(days=300)).isoformat()
    people = [*((_case(number), _person(number)) for number in owners), (_case(950), _person(803))]
    roles = [(code, "Mottagningsgruppen", "handläggare", _person(800 + at)) for at, code in enumerate(staff)]
    return {
        LogList.LOG: [("Användare", "Ärende", "Tidpunkt"), *_openings(first, owners, dice)],
        LogList.ASSIGNMENTS: [
            ("Användare", "Ärende", "Från och med", "Till och med"),
            *((_code(owner), _case(number), begins, "") for number, owner in owners.items()),
        ],
        LogList.STAFF: [("Användare", "Enhet", "Roll", "Personnummer"), *roles],
        LogList.CASES: [("Ärende", "Personnummer"), *people],
        LogList.PROTECTED: [("Personnummer",), (_person(17),)],
    }


def _openings(first: date, owners: Mapping[int, int], dice: Dice) -> Iterator[Row]:
    """Mostly one's own cases in working hours; a few of others', one of a colleague and much by one at night."""
    for _ in range(OPENINGS):
        number = dice.below(CASES)
        who = owners[number] if dice.chance(0.985) else dice.below(STAFF)
        yield _code(who), _case(number), _moment(first, dice, dice.between(8, 16))
    for _ in range(3):
        yield _code(5), _case(950), _moment(first, dice, 10)
    for _ in range(160):
        yield _code(7), _case(7), _moment(first, dice, 9)
    yield "vik99", _case(17), _moment(first, dice, 11)


def _moment(first: date, dice: Dice, hour: int) -> str:
    return f"{first + timedelta(days=dice.below(DAYS))} {hour:02}:{dice.below(60):02}"


def _round(site: Site, what: tuple[str, Method, str], by: User) -> Round:
    question, method, goal = what
    questions, first = site.lists[LIST], _first(site)
    planned = actions.Plan(
        unit=site.units[CHILDREN],
        question=questions.by_code[code_of(question)],
        category_list=questions.row,
        method=method,
        first_day=first,
        last_day=first + timedelta(days=DAYS + 10),
        goal=goal,
        quality_area="A",
    )
    record = actions.plan(content=planned, key=new_key(), by=by, now=site.now)
    return Round.objects.get(pk=record.pk)


def _first(site: Site) -> date:
    return day_of(site.now) - timedelta(days=DAYS + 14)


def _case(number: int) -> str:
    return f"EX-{number:04}"


def _person(number: int) -> str:
    """Of nobody: the check digit is wrong."""
    nine = f"10{number % 12 + 1:02}{number % 28 + 1:02}{number % 1000:03}"
    doubled = [int(sign) * (2 - at % 2) for at, sign in enumerate(nine)]
    right = -sum(value // 10 + value % 10 for value in doubled) % 10
    return f"20{nine[:6]}-{nine[6:]}{(right + 5) % 10}"


def _code(number: int) -> str:
    return f"hand{number:02}"


def _file(rows: Sequence[Row]) -> Upload:
    content = "\r\n".join(";".join(row) for row in rows).encode()
    return Upload("lista.csv", len(content), content)
