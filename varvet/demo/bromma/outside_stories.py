"""Deviations of the last weeks that others have a part in: health care, collaboration, and what is handed over."""

from collections.abc import Mapping
from datetime import timedelta

from varvet.demo.site import Site
from varvet.demo.telling import Assessed, Report, Told, report
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation, Handover
from varvet.registers.deviations.rules import Answer, Counted, Destination, Direction, Nature, Way, When

People = Mapping[str, User]

GROUP, MANAGER = "funktionsnedsattning", "Cecilia Berg"
COMMITTEE, CENTRE, HOSPITAL = "Äldre- och omsorgsnämnden", "Björkens vårdcentral", "Norra sjukhuset"
WHY = "Uppgifterna pekar inte ut någon. Numret på ärendet räcker för att de ska kunna utreda."
ANSWER = "De har ändrat rutinen för tillsyn på natten och utbildar personalen i förflyttning."


def fall_in_the_bathroom(site: Site, people: People) -> list[int]:
    """Handed over to the committee that has the health care, answered, and counted there."""
    told = _told(site, people, Report(GROUP, day=14, what="En brukare ramlade i badrummet på kvällen och slog knät."))
    told.assess(13, Assessed(("missed_support",), "C", (3, 3), Nature.HEALTH_CARE, not_lex_sarah=_not("tillsynen")))
    _describe(told, 13, actions.CareEvent("fall_injury"))
    handover = _hand_over(told, _begun(told, Destination.OTHER_COMMITTEE, 13), 12, COMMITTEE)
    known, now = told.deviation, told.moment(5)
    returned = actions.Returned(Answer.AGREED, day_of(now), Counted.INJURY, ANSWER)
    actions.note_answer_from_outside(
        handover=handover, returned=returned, version=known.version, by=told.handler, now=now
    )
    return _ended(told)


def double_dose(site: Site, people: People) -> list[int]:
    """Serious, and waits for an answer."""
    said = "En brukare fick dubbel dos av sin medicin. Sjuksköterskan ringdes direkt."
    told = _told(site, people, Report(GROUP, day=12, what=said, worry=3, done="Vi ringde sjuksköterskan."))
    told.assess(11, Assessed(("documentation",), "C", (4, 2), Nature.HEALTH_CARE, not_lex_sarah=_not("läkemedlet")))
    _describe(told, 11, actions.CareEvent("wrong_dose", "unhurt"))
    _hand_over(told, _begun(told, Destination.OTHER_COMMITTEE, 11), 10, COMMITTEE)
    return _ended(told)


def meeting_that_was_not_held(site: Site, people: People) -> list[int]:
    """What we saw is handed over to the counterpart."""
    about = actions.Between(Direction.OUT, "primary_care", "sip_not_held", CENTRE, "MC-2208")
    told = _between(site, people, "Mötet om en samordnad plan ställdes in två gånger utan ny tid.", about, day=10)
    told.assess(9, Assessed(("collaboration",), "H", (2, 4), Nature.COLLABORATION))
    _hand_over(told, told.deviation.handovers.get(), 9, CENTRE)
    return _ended(told)


def discharge_nobody_told_us_of(site: Site, people: People) -> list[int]:
    """What they saw waits for our answer."""
    about = actions.Between(Direction.IN, "hospital", "discharge", HOSPITAL, "NS-118")
    return _ended(_between(site, people, "Sjukhuset fick inget svar på kallelsen till utskrivning.", about, day=8))


def slip_in_the_stairs(site: Site, people: People) -> list[int]:
    """A work injury: no deviation, but somebody must report it in the employer's own system."""
    told = _told(site, people, Report(GROUP, day=7, what="En kollega halkade i trappan till lokalen.", worry=1))
    _begun(told, Destination.WORK_ENVIRONMENT, 7)
    known = told.deviation
    reason = "Det är en arbetsskada. Den anmäls i arbetsgivarens system."
    actions.dismiss(deviation=known, reason=reason, version=known.version, by=told.handler, now=told.moment(7))
    return _ended(told)


def falls_of_a_month(site: Site, people: People) -> list[int]:
    """Many like events in one entry."""
    last_month = day_of(site.now).replace(day=1) - timedelta(days=1)
    many = actions.Tally(
        unit=site.units[GROUP],
        month=last_month,
        count=6,
        nature=Nature.HEALTH_CARE,
        lesson="Nattlampan i korridoren är på hela natten.",
        care=actions.CareEvent("fall"),
    )
    made = actions.tally(content=many, key="demo-outside-falls", by=people[MANAGER], now=site.now)
    return _ended(Told(site, people[MANAGER], made.pk))


def _not(what: str) -> str:
    return f"Händelsen beror på {what} i vården och utreds där. Ingen for illa av vårt arbete."


def _told(site: Site, people: People, said: Report) -> Told:
    return report(site, said, by=people[MANAGER], handler=people[MANAGER])


def _between(site: Site, people: People, what: str, about: actions.Between, *, day: int) -> Told:
    by = people[MANAGER]
    told = actions.Report(unit=site.units[GROUP], what=what, when=When.UNKNOWN, worry=None)
    now = Told(site, by, 0).moment(day)
    made = actions.report_between(content=told, between=about, key=f"demo-outside-{about.direction}", by=by, now=now)
    return Told(site, by, made.pk)


def _describe(told: Told, day: int, content: actions.CareEvent) -> None:
    known, now = told.deviation, told.moment(day)
    actions.describe_health_care(deviation=known, content=content, version=known.version, by=told.handler, now=now)


def _begun(told: Told, to: Destination, day: int) -> Handover:
    known, now = told.deviation, told.moment(day)
    return actions.start_hand_over(deviation=known, destination=to, version=known.version, by=told.handler, now=now)


def _hand_over(told: Told, handover: Handover, day: int, receiver: str) -> Handover:
    now = told.moment(day)
    given = actions.Given(receiver, day_of(now), Way.FORM, True, WHY, handover.their_number)
    version = Deviation.objects.get(pk=told.pk).version
    return actions.hand_over(handover=handover, given=given, version=version, by=told.handler, now=now)


def _ended(told: Told) -> list[int]:
    told.made_up()
    return [told.pk]


STORIES = (
    fall_in_the_bathroom,
    double_dose,
    meeting_that_was_not_held,
    discharge_nobody_told_us_of,
    slip_in_the_stairs,
    falls_of_a_month,
)
