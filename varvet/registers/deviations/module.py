"""What the house knows of this register."""

from varvet.kernel.records.by_link import Doors
from varvet.kernel.records.registry import Files, Measures, MenuItem, Permission, Register, Value
from varvet.kernel.records.taking import Taking, Weighing
from varvet.registers.deviations import actions, queries
from varvet.registers.deviations.facts import HAPPENINGS, RELATED, facts, measures
from varvet.registers.deviations.models import KIND, TOLD, Deviation
from varvet.registers.deviations.queries.choices import CHOICES
from varvet.registers.deviations.queries.meetings import meeting_lines
from varvet.registers.deviations.rules import (
    MOVES,
    NATURE_LABELS,
    OPEN,
    STARTS,
    STATUS_LABELS,
    TOPIC_LABELS,
    Nature,
    Status,
)
from varvet.registers.deviations.views.shown_mine import my_rows
from varvet.registers.deviations.views.shown_start import MY_REPORTS, REPORTING_TIME

OWN_KINDS = ("kind", ("", Nature.DEVIATION, Nature.NEAR_MISS, Nature.RISK_OBSERVATION))
FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "kind", "category", "quality_area", "severity", "huvudman"),
    missing="0 betyder att ingen avvikelse rapporterades. Det betyder inte att inget hände.",
)

MEASURES = (
    FIGURES.measure(
        "received",
        "Inkomna avvikelser",
        "Antal inkomna avvikelser. De som blev lex Sarah ingår, dubbletter gör det inte.",
        "received",
        OWN_KINDS,
    ),
    FIGURES.measure(
        "received_other",
        "Inkomna övriga avvikelser",
        "Antal inkomna avvikelser; lex Sarah ingår inte.",
        "received",
        OWN_KINDS,
        ("outcome", ("",)),
    ),
    FIGURES.measure(
        "mentions",
        "Nämnda typer av avvikelser",
        "Antal gånger en typ nämns. En rapport kan nämna flera typer.",
        "mention",
        OWN_KINDS,
    ),
    FIGURES.measure(
        "received_health_care",
        "Inkomna avvikelser i hälso- och sjukvård",
        "Antal inkomna avvikelser enligt hälso- och sjukvårdslagen.",
        "received",
        ("kind", (Nature.HEALTH_CARE,)),
    ),
    FIGURES.measure(
        "received_collaboration",
        "Inkomna avvikelser i samverkan",
        "Antal inkomna avvikelser i samverkan, båda riktningarna.",
        "received",
        ("kind", (Nature.COLLABORATION,)),
    ),
    FIGURES.measure(
        "good_examples",
        "Goda exempel",
        "Antal rapporterade goda exempel.",
        "received",
        ("kind", (Nature.GOOD_EXAMPLE,)),
    ),
    FIGURES.measure("assessed", "Bedömda avvikelser", "Antal bedömda avvikelser.", "assessed", OWN_KINDS),
    FIGURES.measure(
        "completed", "Utredda avvikelser", "Antal avvikelser som är färdigt utredda.", "completed", OWN_KINDS
    ),
    FIGURES.measure(
        "reported",
        "Inkomna rapporter",
        "Antal rapporter, också dubbletter och de som inte var avvikelser.",
        "reported",
    ),
    FIGURES.measure(
        "dismissed", "Avskrivna rapporter", "Antal rapporter som bedömdes som ingen avvikelse.", "dismissed"
    ),
    FIGURES.measure(
        "duplicates", "Dubbletter", "Antal rapporter om en händelse som redan var rapporterad.", "duplicate"
    ),
    FIGURES.measure(
        "rerouted",
        "Rapporter skickade vidare",
        "Antal gånger en rapport skickades till en annan enhet. Räknas hos enheten som skickade.",
        "rerouted",
    ),
    FIGURES.measure(
        "causes",
        "Orsaker till avvikelser",
        "Antal avvikelser där orsaken nämns. En avvikelse kan ha flera orsaker.",
        "cause",
        OWN_KINDS,
    ),
    FIGURES.measure("opened", "Inledda utredningar", "Antal inledda utredningar av avvikelser.", "opened", OWN_KINDS),
    FIGURES.measure(
        "followed_up", "Uppföljda avvikelser", "Antal avvikelser vars åtgärder är uppföljda.", "followed_up", OWN_KINDS
    ),
    FIGURES.measure(
        "told", "Återkopplade avvikelser", "Antal avvikelser där rapportören fått veta hur det blev.", "told", OWN_KINDS
    ),
    FIGURES.measure(
        "reopened",
        "Återöppnade avvikelser",
        "Antal avvikelser som öppnats igen, efter den dag det senast hände.",
        "reopened",
        OWN_KINDS,
    ),
    FIGURES.measure("closed", "Avslutade avvikelser", "Antal avslutade avvikelser.", "closed", OWN_KINDS),
    FIGURES.measure(
        "days_to_assessment",
        "Dagar till bedömning",
        "Mediantid från det att avvikelsen kom in till bedömningen. De som väntar ingår inte.",
        "assessed",
        OWN_KINDS,
        value=Value.MEDIAN_DAYS,
    ),
    FIGURES.measure(
        "days_to_closing",
        "Dagar till avslut",
        "Mediantid från det att avvikelsen kom in till avslutet. De som är öppna ingår inte.",
        "closed",
        OWN_KINDS,
        value=Value.MEDIAN_DAYS,
    ),
    *measures.MEASURES,
)

REGISTER = Register(
    kind=KIND,
    label="Avvikelser",
    prefix="AVV",
    page="deviations:page",
    model=Deviation,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    kinds=NATURE_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES.transitions,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission("deviations.report", "Rapportera avvikelser"),
        Permission("deviations.view", "Läsa enhetens avvikelser"),
        Permission("deviations.assess", "Bedöma, utreda och följa upp avvikelser"),
        Permission("deviations.close", "Avsluta avvikelser"),
        Permission("deviations.reopen", "Öppna avvikelser igen"),
        Permission("deviations.remove_files", "Ta bort filer från avvikelser"),
        Permission("deviations.export", "Ta ut listan som fil"),
        Permission("deviations.edit_replies", "Ändra svarsmallar"),
        Permission("deviations.tally", "Registrera många lika händelser samlat"),
        Permission("deviations.follow", "Se hur lång tid det tar att rapportera"),
        Permission("deviations.follow_health_care", "Följa och lämna över avvikelser i hälso- och sjukvård"),
        Permission("deviations.links", "Göra länkar och affischer för rapportering"),
    ),
    menu=(
        MenuItem("Avvikelser", "deviations:list", "deviations.view"),
        MenuItem("Hälso- och sjukvård", "deviations:health_care", "deviations.follow_health_care"),
        MenuItem("Mina rapporter", "deviations:mine", "deviations.report"),
        MenuItem("Svarsmallar", "deviations:replies", "deviations.edit_replies"),
        MenuItem("Länkar och affischer", "deviations:links", "deviations.links"),
    ),
    mine=my_rows,
    tasks=queries.list_tasks,
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    held=queries.HELD,
    reassign=actions.reassign,
    tasks_for=("deviations.assess", "deviations.close", "deviations.follow_health_care"),
    seldom=(queries.WATCHED,),
    start_panels=(MY_REPORTS, REPORTING_TIME),
    related=RELATED,
    choices=CHOICES,
    list_page="deviations:list",
    readable=queries.READABLE,
    files=Files(
        add=actions.add_files,
        remove=actions.remove_file,
        may_add=queries.may_add,
        may_remove=queries.may_remove,
        reads_all=queries.reads_all_files,
        page=queries.page_with_files,
    ),
    doors=Doors("deviations:link", queries.find_open),
    reporter=queries.reporter_of,
    answered=actions.note_answer,
    takes=Taking(
        permission=actions.MAY_HANDLE,
        accept=lambda referral, by, now: actions.accept_referral(referral=referral, by=by, now=now),
        labels=TOPIC_LABELS,
        term=queries.ASSESS_TERM,
    ),
    weighs=Weighing(
        actions.MAY_HANDLE,
        term=queries.ASSESS_TERM,
        asked_in=frozenset({Status.RECEIVED, Status.REOPENED}),
        taken_over=queries.taken_over,
        told=TOLD,
    ),
    meeting_lines=meeting_lines,
)
