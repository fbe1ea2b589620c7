"""What the house knows of this register."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Files, Measures, MenuItem, Permission, Register, Value
from varvet.kernel.records.taking import Taking
from varvet.registers.privacy_incidents import actions, queries
from varvet.registers.privacy_incidents.facts import HAPPENINGS, RELATED, facts
from varvet.registers.privacy_incidents.models import KIND, PrivacyIncident
from varvet.registers.privacy_incidents.queries.choices import CHOICES
from varvet.registers.privacy_incidents.queries.meetings import meeting_lines
from varvet.registers.privacy_incidents.rules import BREACH_LABELS, MOVES, OPEN, STARTS, STATUS_LABELS
from varvet.registers.privacy_incidents.views.shown_mine import my_rows

FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "category", "severity", "outcome"),
    missing="0 betyder att ingen incident är registrerad. Det betyder inte att inget hände.",
)

MEASURES = (
    FIGURES.measure(
        "received",
        "Personuppgiftsincidenter",
        "Antal personuppgiftsincidenter efter den dag de blev kända.",
        "received",
    ),
    FIGURES.measure(
        "reported",
        "Rapporter om personuppgiftsincidenter",
        "Antal rapporter, också de som inte var incidenter.",
        "reported",
    ),
    FIGURES.measure(
        "dismissed", "Avskrivna rapporter om incidenter", "Antal rapporter som inte var incidenter.", "dismissed"
    ),
    FIGURES.measure(
        "assessed", "Bedömda personuppgiftsincidenter", "Antal incidenter efter den dag de senast bedömdes.", "assessed"
    ),
    FIGURES.measure(
        "decided",
        "Beslut om personuppgiftsincidenter",
        "Antal incidenter efter den dag delegaten senast beslutade.",
        "decided",
    ),
    FIGURES.measure(
        "reported_to_authority",
        "Personuppgiftsincidenter anmälda till IMY",
        "Antal personuppgiftsincidenter efter den dag de anmäldes till IMY.",
        "reported_to_authority",
    ),
    FIGURES.measure(
        "reported_in_time",
        "Anmälda till IMY inom fristen",
        "Andel av anmälningarna som skickades inom fristen. De med okänt klockslag ingår inte.",
        "reported_to_authority",
        value=Value.SHARE,
    ),
    FIGURES.measure(
        "people_informed",
        "Incidenter där de berörda informerats",
        "Antal incidenter efter den dag de berörda informerades.",
        "people_informed",
    ),
    FIGURES.measure(
        "ruled", "Incidenter med svar från IMY", "Antal incidenter efter den dag IMY senast svarade.", "ruled"
    ),
    FIGURES.measure(
        "closed", "Avslutade personuppgiftsincidenter", "Antal incidenter efter den dag de avslutades.", "closed"
    ),
    FIGURES.measure(
        "reopened",
        "Återöppnade personuppgiftsincidenter",
        "Antal incidenter efter den dag de senast öppnades igen.",
        "reopened",
    ),
    FIGURES.measure(
        "days_to_closing",
        "Dagar till avslutad incident",
        "Mediantid från det att incidenten blev känd till avslutet. De som är öppna ingår inte.",
        "closed",
        value=Value.MEDIAN_DAYS,
    ),
)
OF_EACH = Measures(
    register=KIND, breakdowns=(*FIGURES.breakdowns, "kind"), missing=FIGURES.missing, sensitivity=FIGURES.sensitivity
)
MENTIONS = (
    OF_EACH.measure(
        "breaches",
        "Vad som hände med uppgifterna",
        "Antal gånger uppgifter röjdes, ändrades eller försvann. En incident kan räknas flera gånger.",
        "breach",
    ),
    OF_EACH.measure(
        "affected",
        "Grupper och slags uppgifter i incidenter",
        "Antal gånger en grupp eller ett slags uppgifter nämns. En incident kan nämna flera.",
        "affected",
    ),
)

REGISTER = Register(
    kind=KIND,
    label="Personuppgiftsincidenter",
    prefix="PUI",
    page="privacy_incidents:page",
    model=PrivacyIncident,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    kinds=BREACH_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES.transitions,
    happenings=HAPPENINGS,
    measures=(*MEASURES, *MENTIONS),
    permissions=(
        Permission("privacy_incidents.report", "Rapportera personuppgiftsincidenter"),
        Permission("privacy_incidents.view", "Läsa enhetens personuppgiftsincidenter"),
        Permission("privacy_incidents.view_excluded", "Läsa incidenter där enhetens chef är utesluten"),
        Permission("privacy_incidents.assess", "Bedöma, följa upp och avsluta personuppgiftsincidenter"),
        Permission("privacy_incidents.advise", "Lämna råd som dataskyddsombud"),
        Permission("privacy_incidents.decide", "Besluta om anmälan till IMY"),
        Permission("privacy_incidents.notify", "Registrera anmälan till IMY"),
        Permission("privacy_incidents.remove_files", "Ta bort filer från personuppgiftsincidenter"),
        Permission("privacy_incidents.export", "Ta ut listan och registret som fil"),
        Permission("privacy_incidents.export_texts", "Ta ut registret enligt artikel 33.5 med texter"),
    ),
    menu=(
        MenuItem("Personuppgiftsincidenter", "privacy_incidents:list", "privacy_incidents.view"),
        MenuItem("Rapportera en personuppgiftsincident", "privacy_incidents:report", "privacy_incidents.report"),
        MenuItem("Register enligt artikel 33.5", "privacy_incidents:register", "privacy_incidents.view"),
    ),
    list_page="privacy_incidents:list",
    readable=queries.READABLE,
    mine=my_rows,
    seldom=(queries.REPORTED, queries.WAITING),
    tasks=queries.list_tasks,
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    held=queries.HELD,
    reassign=actions.reassign,
    tasks_for=(
        "privacy_incidents.assess",
        "privacy_incidents.advise",
        "privacy_incidents.decide",
        "privacy_incidents.notify",
    ),
    related=RELATED,
    choices=CHOICES,
    takes=Taking(
        permission=queries.HANDLE,
        excluded=queries.EXCLUDED,
        accept=lambda referral, by, now: actions.accept_referral(referral=referral, by=by, now=now),
        labels={"": marked("Är det en personuppgiftsincident?")},
    ),
    files=Files(
        add=actions.add_files,
        remove=actions.remove_file,
        may_add=queries.may_add,
        may_remove=queries.may_remove,
        reads_all=queries.reads_all_files,
        page=queries.page_with_files,
    ),
    meeting_lines=meeting_lines,
)
