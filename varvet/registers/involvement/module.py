"""What the house knows of this register."""

from dataclasses import replace

from varvet.kernel.records.registry import Files, Measures, MenuItem, Permission, Register, Sensitivity, Value
from varvet.registers.involvement import actions, queries
from varvet.registers.involvement.facts import HAPPENINGS, RELATED, facts
from varvet.registers.involvement.models import KIND, Activity
from varvet.registers.involvement.rules import MOVES, OPEN, SORT_LABELS, STARTS, STATUS_LABELS, Result
from varvet.registers.involvement.views.shown_start import MY_ACTIVITIES

# An activity is something the organisation does, so its figures hide nobody; how many came may.
ACTIVITIES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "kind", "channel"),
    missing="0 betyder att ingen aktivitet är inskriven. Det betyder inte att ingen har frågat brukarna.",
    sensitivity=Sensitivity.OPEN,
)
PEOPLE = replace(ACTIVITIES, sensitivity=Sensitivity.SMALL_NUMBERS)
THEMES = replace(ACTIVITIES, breakdowns=(*ACTIVITIES.breakdowns, "category"))

MEASURES = (
    ACTIVITIES.measure(
        "planned",
        "Planerade aktiviteter för brukarmedverkan",
        "Antal aktiviteter efter den dag de skrevs in i planen. Inställda ingår.",
        "planned",
    ),
    ACTIVITIES.measure(
        "held",
        "Genomförda aktiviteter för brukarmedverkan",
        "Antal fokusgrupper, intervjuomgångar, enkäter och liknande efter den dag de hölls.",
        "held",
    ),
    PEOPLE.measure(
        "took_part",
        "Deltagare i brukarmedverkan",
        "Antal deltaganden. Den som deltog i två aktiviteter räknas två gånger.",
        "took_part",
    ),
    PEOPLE.measure(
        "share_of_invited",
        "Andel av de inbjudna som deltog i brukarmedverkan",
        "Deltagare av inbjudna. Aktiviteter med öppen inbjudan ingår inte.",
        "took_part",
        value=Value.SHARE,
    ),
    THEMES.measure(
        "mentions",
        "Ämnen som brukarna har tagit upp",
        "Antal gånger ett ämne nämns. En aktivitet kan handla om flera ämnen.",
        "mention",
    ),
    ACTIVITIES.measure(
        "led_to_change",
        "Brukarmedverkan som ledde till en ändring",
        "Antal aktiviteter som ledde till en ändring, efter den dag det bestämdes.",
        "decided",
        ("outcome", (Result.CHANGE,)),
    ),
    ACTIVITIES.measure(
        "no_change",
        "Brukarmedverkan som inte ledde till någon ändring",
        "Antal aktiviteter där inget ändrades, efter den dag det bestämdes.",
        "decided",
        ("outcome", (Result.NO_CHANGE,)),
    ),
    ACTIVITIES.measure(
        "told_back",
        "Brukarmedverkan som har återkopplats",
        "Antal aktiviteter där deltagarna fick veta vad det ledde till, efter den dagen.",
        "told",
    ),
    ACTIVITIES.measure(
        "days_to_told",
        "Dagar från brukarmedverkan till återkoppling",
        "Mediantid från aktiviteten till återkopplingen. De som väntar ingår inte.",
        "told",
        value=Value.MEDIAN_DAYS,
    ),
    ACTIVITIES.measure(
        "concluded",
        "Avslutade aktiviteter för brukarmedverkan",
        "Antal aktiviteter efter den dag de avslutades.",
        "concluded",
    ),
    ACTIVITIES.measure(
        "cancelled",
        "Inställda aktiviteter för brukarmedverkan",
        "Antal planerade aktiviteter efter den dag de ställdes in.",
        "cancelled",
    ),
)

REGISTER = Register(
    kind=KIND,
    label="Brukarmedverkan",
    prefix="BMV",
    page="involvement:page",
    model=Activity,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    kinds=SORT_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES.transitions,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission(actions.REPORT, "Skriva in brukarmedverkan"),
        Permission(actions.VIEW, "Läsa enhetens brukarmedverkan"),
        Permission(actions.EDIT, "Handlägga enhetens brukarmedverkan"),
        Permission(actions.REMOVE_FILES, "Ta bort filer från brukarmedverkan"),
        Permission("involvement.export", "Ta ut listan som fil"),
    ),
    menu=(MenuItem("Brukarmedverkan", "involvement:list", actions.REPORT),),
    tasks=queries.list_tasks,
    tasks_for=(actions.EDIT,),
    seldom=(queries.WAITING,),
    start_panels=(MY_ACTIVITIES,),
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    held=queries.HELD,
    reassign=actions.reassign,
    report_lines=queries.report_lines,
    related=RELATED,
    list_page="involvement:list",
    readable=queries.READABLE,
    files=Files(
        add=actions.add_files,
        remove=actions.remove_file,
        may_add=queries.may_add,
        may_remove=queries.may_remove,
        reads_all=queries.reads_all_files,
        page=queries.page_with_files,
    ),
)
