"""Deviations of the last weeks in the unit for children, each as far as it has come; nobody in them exists."""

from collections.abc import Callable, Mapping

from varvet.demo.bromma import outside_stories
from varvet.demo.site import Site
from varvet.demo.telling import Assessed, Report, Told, report
from varvet.kernel.access.models import User
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Part
from varvet.registers.deviations.rules import Nature, Result

People = Mapping[str, User]
Story = Callable[[Site, People], list[int]]

GROUP = "mottagningsgruppen"
REPORTER, MANAGER, COORDINATOR = "Bo Ek", "Alice Lind", "Eva Sand"


def _from_bo(site: Site, people: People, said: Report) -> Told:
    return report(site, said, by=people[REPORTER], handler=people[MANAGER])


def _ended(*told: Told) -> list[int]:
    for each in told:
        each.made_up()
    return [each.pk for each in told]


def late_protection_check(site: Site, people: People) -> list[int]:
    """From report to "så blev det", with a measure that helped."""
    told = _from_bo(
        site,
        people,
        Report(
            GROUP,
            day=44,
            what="En skyddsbedömning gjordes först dagen efter. Anmälan kom en fredag och lästes på måndagen.",
            worry=3,
            affected="Ett barn.",
            done="Jag ringde familjen samma dag och gjorde bedömningen.",
        ),
    )
    told.assess(43, Assessed(("deadline", "transfer"), "A", (3, 3), note="Sker oftast på fredagar."))
    told.investigate(
        40,
        "Anmälningar som kommer efter klockan 15 på fredagar läses av den som råkar vara kvar.",
        "Fredagsrutinen.",
    )
    why = told.cause(40, "routine", "Ingen är utsedd att läsa anmälningar på fredag eftermiddag.")
    deeper = told.cause(40, "staffing", "Två av sex tjänster var vakanta under hösten.", explains=why)
    told.measure(38, why, "En utsedd läser inkomna anmälningar till klockan 17 varje fredag", due_in=-20)
    told.excuse(38, deeper, "Tjänsterna är tillsatta sedan oktober.")
    told.carried_out(33, why)
    told.act(38).follow_up(30, "Går igenom alla anmälningar som kommit på fredagar.", due_in=20)
    told.judge(10, Result.HELPED, "Alla elva anmälningar som kom på fredagar bedömdes samma dag.")
    told.close(9, "Från och med nu läser en utsedd kollega anmälningar även sent på fredagar. Tack för att du sa till.")
    return _ended(told)


def message_in_wrong_case(site: Site, people: People) -> list[int]:
    """Being investigated, two reports of which one was of the same event."""
    said = "Ett brev till en vårdnadshavare lades i fel ärende. Det upptäcktes innan det skickades."
    told = _from_bo(site, people, Report(GROUP, day=24, what=said, affected="En familj.", worry=2))
    again = report(
        site,
        Report(GROUP, day=24, hour=13, what="Brevet i fel ärende, samma som min kollega skrev om.", worry=2),
        by=people[MANAGER],
        handler=people[MANAGER],
    )
    told.assess(22, Assessed(("documentation",), "A", (2, 3), Nature.NEAR_MISS)).assign(22, people[COORDINATOR])
    known, other = again.deviation, told.deviation
    now = again.moment(22)
    actions.mark_duplicate(deviation=known, original=other, version=known.version, by=people[MANAGER], now=now)
    told.investigate(18, "Två ärenden låg öppna samtidigt i systemet. Fönstren ser likadana ut.")
    told.cause(18, "system", "Ärendets nummer syns inte när man skriver ett brev.")
    told.write(18, Part.MESSAGE, "Vi utreder hur brevet hamnade fel. Du får veta mer inom två veckor.")
    return _ended(told, again)


def same_gap_twice(site: Site, people: People) -> list[int]:
    """Two reports handled as one case, with measures under way."""
    told = _from_bo(
        site,
        people,
        Report(GROUP, day=30, what="Skolan fick inget svar om att anmälan kommit fram.", worry=2, done="Jag ringde."),
    )
    second = _from_bo(site, people, Report(GROUP, day=27, what="En förskola ringde och frågade om sin anmälan."))
    told.assess(28, Assessed(("collaboration",), "H", (2, 4)))
    second.assess(26, Assessed(("collaboration",), "H", (2, 4)))
    known = second.deviation
    actions.join(deviation=known, lead=told.deviation, version=known.version, by=people[MANAGER], now=second.moment(26))
    told.investigate(25, "Bekräftelser skickas för hand och glöms när det är många anmälningar.")
    cause = told.cause(25, "routine", "Det finns ingen mall och ingen som har uppgiften.")
    told.measure(23, cause, "Bekräftelse till anmälare skickas från en mall samma dag", due_in=15)
    told.act(23)
    return _ended(told, second)


def handover_at_duty(site: Site, people: People) -> list[int]:
    """Waits to be followed up."""
    told = _from_bo(
        site,
        people,
        Report(GROUP, day=35, what="Det jag lämnade över till jouren fanns inte i deras mapp på kvällen.", worry=3),
    )
    told.assess(34, Assessed(("transfer",), "A", (3, 2))).investigate(32, "Mappen hade bytt plats.", "Överlämningen.")
    cause = told.cause(32, "communication", "Jouren fick inte veta att mappen hade flyttats.")
    told.measure(30, cause, "Överlämningar görs i en gemensam lista med kvittens", due_in=-5)
    told.carried_out(20, cause)
    told.act(30).follow_up(12, "Frågar jouren om alla överlämningar under tre veckor.", due_in=16)
    return _ended(told)


def not_ours(site: Site, people: People) -> list[int]:
    """One that was no deviation, and one sent on to the group it concerned."""
    dismissed = _from_bo(site, people, Report(GROUP, day=20, what="Skrivaren på plan två fungerade inte.", worry=1))
    known = dismissed.deviation
    reason = "Det är ett fel i utrustningen. Jag har anmält det till vaktmästeriet åt dig."
    now = dismissed.moment(19)
    actions.dismiss(deviation=known, reason=reason, version=known.version, by=people[MANAGER], now=now)
    sent_on = _from_bo(site, people, Report(GROUP, day=3, what="En utredningsplan saknades i ett övertaget ärende."))
    known = sent_on.deviation
    to = (site.units["utredningsgrupp-1"], "Ärendet hör till utredningsgruppen.")
    now = sent_on.moment(2)
    actions.reroute(deviation=known, to=to, version=known.version, by=people[MANAGER], now=now)
    return _ended(dismissed, sent_on)


def child_without_protection(site: Site, people: People) -> list[int]:
    """Must be assessed as lex Sarah: the question waits for an answer."""
    told = _from_bo(
        site,
        people,
        Report(
            GROUP,
            day=6,
            what="En anmälan om ett barn låg obedömd i tre veckor. Jag hittade den i fel inkorg.",
            worry=4,
            affected="Ett barn.",
            done="Jag gjorde en skyddsbedömning direkt och berättade för min chef.",
            seconds=118,
        ),
    )
    told.assess(5, Assessed(("deadline",), "A", (4, 2), event="unprotected-child"))
    return _ended(told)


def what_went_well(site: Site, people: People) -> list[int]:
    """A good example, told and closed."""
    told = _from_bo(
        site,
        people,
        Report(GROUP, day=15, what="Vi ringde föräldern före brevet. Mötet blev lugnare än vi hade trott.", worry=1),
    )
    told.assess(14, Assessed(("participation",), "E", None, Nature.GOOD_EXAMPLE))
    told.close(12, "Fint exempel. Vi tar upp det på nästa arbetsplatsträff.", "Ring före brevet när det går.")
    return _ended(told)


def just_now(site: Site, people: People) -> list[int]:
    told = _from_bo(
        site,
        people,
        Report(GROUP, day=1, what="Ett hembesök uteblev för att bilen redan var bokad.", done="Jag bokade om."),
    )
    return _ended(told)


# In the order they came in, so that their numbers follow the days.
STORIES: tuple[Story, ...] = (
    late_protection_check,
    handover_at_duty,
    same_gap_twice,
    message_in_wrong_case,
    not_ours,
    what_went_well,
    *outside_stories.STORIES,
    child_without_protection,
    just_now,
)
