"""How users in Bromma have taken part in the last months, each as far as it has come, and what everybody may read."""

from collections.abc import Mapping

from varvet.demo.involvement import Said, draft, ended, held, make_public, people_of, planned
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Record
from varvet.registers.improvements.actions import Decision, PublicWords, carry_out, decide
from varvet.registers.improvements.models import Improvement
from varvet.registers.involvement.rules import People, Result, Sort, Telling

Persons = Mapping[str, User]
GROUP, COORDINATOR, REPORTER, MANAGER, OTHER = "mottagningsgruppen", "Eva Sand", "Bo Ek", "Alice Lind", "Cecilia Berg"
FRIDAY = "En utsedd läser inkomna anmälningar till klockan 17 varje fredag"


def write(site: Site, _: Published) -> int:
    """In the order they were written in, so that their numbers follow the days."""
    people = people_of(site)
    for story in STORIES:
        story(site, people)
    return ended(site)


def parents_and_the_letter(site: Site, people: Persons) -> None:
    """The whole way, to a measure that everybody can read of."""
    said = Said(
        Sort.FOCUS_GROUP,
        "Föräldrar som har fått en kallelse",
        GROUP,
        "Flera förstår inte varför de är kallade. Brevet är långt och låter hotfullt. Ingen vet när man kan ringa.",
        People(14, 9),
        ("information", "treatment"),
    )
    told = held(site, said, by=people[MANAGER], now=at(site, 66, 15))
    told.decide(at(site, 60, 10), Result.CHANGE, "Kallelsen är omskriven på lätt svenska, med telefontider överst")
    made = told.improve(at(site, 60, 11), "Ny kallelse på lätt svenska", done=at(site, 40, 9))
    told.tell(at(site, 38, 14), Telling.MEETING, "De fick läsa den nya kallelsen och ändrade två meningar till.")
    told.conclude(at(site, 38, 15))
    words = PublicWords(
        "children",
        "Brevet om det första mötet är svårt att förstå. Det låter som om vi har gjort något fel.",
        "Brevet är kortare och berättar varför ni får det. Telefontiderna står högst upp.",
    )
    make_public(made, words, by=people[COORDINATOR], now=at(site, 30, 10))


def what_works_at_daily_activities(site: Site, people: Persons) -> None:
    """Nothing could be changed, and those who answered know why."""
    said = Said(
        Sort.SURVEY,
        "Deltagare i daglig verksamhet",
        "daglig-verksamhet",
        "De flesta trivs. Många vill välja lunchtid själva. Några vill byta grupp oftare.",
        People(58, 41),
        ("content", "participation"),
    )
    told = held(site, said, by=people[COORDINATOR], now=at(site, 52, 13))
    told.decide(at(site, 45, 10), Result.NO_CHANGE, "Lunchtiderna styrs av köket, som delas med två andra verksamheter")
    told.tell(at(site, 41, 11), Telling.NOTICE, "Svaren och skälet sitter på anslagstavlan, med bilder.")
    told.conclude(at(site, 41, 13))


def young_people_and_the_waiting_room(site: Site, people: Persons) -> None:
    """So few that the report does not say how many. They wait to be told."""
    said = Said(
        Sort.INTERVIEW,
        "Ungdomar som har en socialsekreterare",
        "utredningsgrupp-1",
        "Väntrummet känns som hos tandläkaren. Det är jobbigt när alla ser vem man väntar på.",
        People(6, 4),
        ("premises", "children"),
        ("mottagningsgruppen",),
    )
    told = held(site, said, by=people[MANAGER], now=at(site, 24, 15))
    told.decide(at(site, 12, 10), Result.CHANGE, "Unga kan vänta i ett eget rum och får ett sms när det är dags")
    told.improve(at(site, 12, 11), "Eget väntrum för unga, med sms när mötet börjar")


def after_the_parents_group(site: Site, people: Persons) -> None:
    """Held, and nothing of it written: somebody is reminded."""
    said = Said(Sort.GROUP_EVALUATION, "Föräldrar i höstens föräldragrupp", GROUP)
    held(site, said, by=people[REPORTER], now=at(site, 14, 15))


def evening_at_the_support_housing(site: Site, people: Persons) -> None:
    said = Said(Sort.FOCUS_GROUP, "Boende på Långskeppet", "langskeppet", "Hur vill ni ha det på kvällarna?")
    told = planned(site, said, by=people[COORDINATOR], times=(at(site, 20, 9), at(site, 8, 9)))
    told.cancel(at(site, 9, 10), "Flera var sjuka. De boende ville hellre ses i mindre grupper.")


def council_in_spring(site: Site, people: Persons) -> None:
    """Planned, with users of three groups."""
    said = Said(
        Sort.USER_COUNCIL,
        "Brukarrådet för vuxna",
        "funktionsnedsattning",
        "Vad ska vi börja med nästa år? Hur vill ni få veta vad som har hänt sedan sist?",
        also=("beroende", "socialpsykiatri"),
    )
    planned(site, said, by=people[OTHER], times=(at(site, 10, 9), at(site, -9, 9)))


def friday_afternoons(site: Site, people: Persons) -> None:
    """What a deviation changed, told to everybody; and one more that waits to be worded."""
    made = Improvement.objects.get(root=site.root, what=FRIDAY)
    words = PublicWords(
        "children",
        "Det tog en hel helg innan någon läste anmälan.",
        "En kollega har till uppgift att läsa det som kommer in sent på fredagar.",
    )
    make_public(made, words, by=people[COORDINATOR], now=at(site, 7, 10))
    waiting = Record.objects.filter(root=site.root, kind="involvement", unit=site.units["utredningsgrupp-1"]).get()
    content = Decision(
        unit=waiting.unit,
        what="Lugnare färg och lägre ljud i väntrummet",
        why="Kom fram när unga fick säga vad de tycker.",
        quality_areas=(),
        decided_on=day_of(at(site, 12, 9)),
        follows=waiting,
    )
    record = decide(content=content, key="demo-waiting-room", by=people[MANAGER], now=at(site, 12, 12))
    found = Improvement.objects.get(pk=record.pk)
    painted = carry_out(
        improvement=found,
        carried_out_on=day_of(at(site, 4, 9)),
        version=found.version,
        by=people[MANAGER],
        now=at(site, 4, 9),
        unplanned="Vi frågar de unga om rummet nästa gång de är här.",
    )
    unread = PublicWords("children", "Väntrummet känns som hos tandläkaren.", "Rummet är ommålat och radion är borta.")
    draft(painted, unread, by=people[COORDINATOR], now=at(site, 2, 14))


STORIES = (
    parents_and_the_letter,
    what_works_at_daily_activities,
    young_people_and_the_waiting_room,
    evening_at_the_support_housing,
    after_the_parents_group,
    council_in_spring,
    friday_afternoons,
)
