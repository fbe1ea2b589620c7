"""Wrong payments: those the report of 2023 tells of in numbers, and four of the last weeks as far as they have come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from varvet.demo.bromma.organisation import INCOME
from varvet.demo.days import Span, afternoon, later, moments
from varvet.demo.dice import Dice
from varvet.demo.expected import Expected, Question
from varvet.demo.models import DemoPerson
from varvet.demo.published import Published
from varvet.demo.site import Choice, Site
from varvet.demo.telling import at
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.registers.payment_errors import actions
from varvet.registers.payment_errors.actions import Decided, Finding, History
from varvet.registers.payment_errors.models import GOAL, Narrative, Part, PaymentError
from varvet.registers.payment_errors.rules import Answer, Cause, Channel, Status

YEAR, BEFORE = Span.year(2023), Span(date(2022, 10, 1), date(2022, 12, 9))
UNIT, PRINTED = "Enheten för arbete och försörjning", "A.5.1"
OUR_FAULT = 2  # "i två av fallen beror den felaktiga utbetalningen på bristande inkomstkontroller"
CHANNELS = {Channel.OWN: 6.0, Channel.TIP: 2.0, Channel.AUTHORITY: 2.0, Channel.PERSON: 1.0}
HANDLER, TELLER = "Paula Norén", "Eva Sand"
STORIES = {
    Cause.CLIENT: (
        "En lön under två månader fanns inte med i ansökan.",
        "Lönen syns på kontoutdraget. Den var inte redovisad.",
    ),
    Cause.US: (
        "En dagersättning räknades inte med när biståndet beräknades.",
        "Inkomsten fanns i ansökan. Kontrollen gjordes inte före beslutet.",
    ),
}
NOTHING = "En granne hörde av sig om en inkomst.", "Inkomsten fanns redan med i beräkningen."
TOO_LITTLE = "En ansökan saknar ett kvitto från förra året.", "Beloppet är litet och går inte att styrka i efterhand."


@dataclass(frozen=True)
class Numbers:
    """What is printed. `active` are those open some day of the year, the ones from the year before among them."""

    told: int
    dismissed: int
    left: int
    police: int
    active: int


def numbers_of(published: Published) -> Numbers:
    row = published.check(PRINTED, UNIT).values
    names = ("reports", "dismissed", "no_investigation", "police_reports", "active_during_year")
    return Numbers(*(int(row[name]) for name in names))


def choice_of(published: Published) -> Choice:
    return Choice(GOAL, str(published.check(PRINTED, UNIT).values["target"]))


def write(site: Site, published: Published) -> int:
    dice, numbers = site.dice("payment_errors"), numbers_of(published)
    rows = sorted(_history(numbers, site, dice), key=lambda row: row.received_at)
    made = actions.import_history(rows=rows, root=site.root, by=site.by, now=site.now)
    handler, teller = (_person(site, name) for name in (HANDLER, TELLER))
    just_told(site, teller)
    for story in (under_way, decided, closed):
        story(site, handler)
    Narrative.objects.filter(of__root=site.root).update(synthetic=True)
    return len(made) + 4


def _person(site: Site, name: str) -> User:
    return DemoPerson.objects.select_related("user").get(root=site.root, user__name=name).user


def _history(numbers: Numbers, site: Site, dice: Dice) -> Iterator[History]:
    """Those of the year before were looked into in the year, and all that is printed had ended when it did."""
    early = moments(numbers.active - numbers.told, BEFORE, dice)
    days = dice.shuffled(moments(numbers.told, Span(YEAR.first, date(2023, 10, 13)), dice))
    for moment in days[: numbers.dismissed]:
        yield _ended(moment, Status.DISMISSED, NOTHING, site, dice)
    for moment in days[numbers.dismissed : numbers.dismissed + numbers.left]:
        yield _ended(moment, Status.NOT_INVESTIGATED, TOO_LITTLE, site, dice)
    investigated = [*early, *days[numbers.dismissed + numbers.left :]]
    for number, moment in enumerate(dice.shuffled(investigated)):
        yield _closed(moment, Cause.US if number < OUR_FAULT else Cause.CLIENT, site, dice)


def _ended(moment: datetime, status: Status, words: tuple[str, str], site: Site, dice: Dice) -> History:
    return History(
        unit=site.units[INCOME],
        received_at=moment,
        status=status,
        ended_at=afternoon(later(day_of(moment), 2, 9, dice)),
        channel=dice.weighted(CHANNELS),
        texts={Part.WHAT: words[0], Part.REASON: words[1]},
        synthetic=True,
    )


def _closed(moment: datetime, cause: Cause, site: Site, dice: Dice) -> History:
    """What came in last year was ready in this one."""
    completed = max(later(day_of(moment), 15, 40, dice), date(2023, 1, 16))
    what, found = STORIES[cause]
    return History(
        unit=site.units[INCOME],
        received_at=moment,
        status=Status.CLOSED,
        ended_at=afternoon(later(completed, 1, 9, dice)),
        channel=dice.weighted(CHANNELS),
        completed_on=completed,
        cause=cause,
        amount=100 * dice.between(8, 140),
        reclaim=Answer.NO if cause is Cause.US else Answer.YES,
        police=Answer.NO,
        texts={Part.WHAT: what, Part.FOUND: found, Part.POLICE: "Inget tyder på att det var med vilje."},
        synthetic=True,
    )


def _told(site: Site, by: User, day: int, what: str, channel: Channel) -> PaymentError:
    content = actions.Report(site.units[INCOME], what, channel)
    key = f"demo-payment-error-{site.root.slug}-{day}"
    record = actions.report(content=content, key=key, by=by, now=at(site, day, 10))
    return PaymentError.objects.get(pk=record.pk)


def just_told(site: Site, by: User) -> None:
    _told(site, by, 1, "En utbetalning gjordes två gånger samma vecka.", Channel.OWN)


def under_way(site: Site, by: User) -> None:
    error = _told(site, by, 14, "En hyra betalades ut för en lägenhet som är uppsagd.", Channel.AUTHORITY)
    actions.begin_investigation(error=error, version=1, by=by, now=at(site, 12, 11))


def _found(site: Site, by: User, day: int, what: str, finding: Finding) -> PaymentError:
    error = _told(site, by, day, what, Channel.TIP)
    error = actions.begin_investigation(error=error, version=error.version, by=by, now=at(site, day - 2, 11))
    return actions.complete(error=error, finding=finding, version=error.version, by=by, now=at(site, day - 12, 14))


def decided(site: Site, by: User) -> None:
    """The police are still to be decided."""
    finding = Finding(Cause.CLIENT, 7_300, "Inkomsten fanns inte med under tre månader.")
    error = _found(site, by, 20, "En anställning har pågått sedan i somras.", finding)
    answer = Decided(Answer.YES, amount=7_300)
    actions.decide_reclaim(error=error, decided=answer, version=error.version, by=by, now=at(site, 6, 10))


def closed(site: Site, by: User) -> None:
    finding = Finding(Cause.BOTH, 2_150, "Uppgiften kom sent, och kontrollen gjordes inte.")
    error = _found(site, by, 40, "Ett barnbidrag räknades inte med.", finding)
    now = at(site, 26, 10)
    answer = Decided(Answer.YES, amount=1_000)
    error = actions.decide_reclaim(error=error, decided=answer, version=error.version, by=by, now=now)
    answer = Decided(Answer.NO, "Inget tyder på att det var med vilje.")
    error = actions.decide_police(error=error, decided=answer, version=error.version, by=by, now=now)
    actions.close(error=error, version=error.version, by=by, now=now)


def list_expected(published: Published) -> Iterator[Expected]:
    """The five numbers of the text, and where the cause lay."""
    numbers = numbers_of(published)
    asked = {
        "received": numbers.told,
        "dismissed": numbers.dismissed,
        "not_investigated": numbers.left,
        "police_reported": numbers.police,
    }
    for happening, count in asked.items():
        yield Expected(f"{PRINTED} {happening}", count, _question(happening))
    ended = [_question(happening) for happening in ("dismissed", "not_investigated", "closed")]
    yield Expected(f"{PRINTED} active", numbers.active, *ended)
    yield Expected(f"{PRINTED} our fault", OUR_FAULT, _question("completed", ("kind", (Cause.US.value,))))


def _question(happening: str, *where: tuple[str, tuple[str, ...]]) -> Question:
    return Question("payment_errors", happening, YEAR, INCOME, tuple(where))
