"""What the house knows of this register."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Files, Measures, MenuItem, Permission, Register, Value
from varvet.kernel.records.taking import Taking
from varvet.registers.provider_reports import actions, queries
from varvet.registers.provider_reports.facts import HAPPENINGS, RELATED, facts
from varvet.registers.provider_reports.models import KIND, ProviderReport
from varvet.registers.provider_reports.queries.choices import CHOICES
from varvet.registers.provider_reports.rules import (
    LAW_LABELS,
    MISCONDUCT_OR_RISK,
    MOVES,
    OPEN,
    STARTS,
    STATUS_LABELS,
    Subject,
)

FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "category", "outcome", "kind", "channel"),
    missing="0 betyder att ingen utförare informerade om något. Det betyder inte att inget hände.",
)

MEASURES = (
    FIGURES.measure(
        "received",
        "Lex Sarah i enskild regi, mottagen information",
        "Antal händelser enligt lex Sarah som privata utförare har informerat om. Egen regi ingår inte.",
        "received",
    ),
    FIGURES.measure(
        "requested",
        "Lex Sarah i enskild regi, begärda utredningar",
        "Antal lex Sarah-utredningar som begärts från privata utförare.",
        "requested",
    ),
    FIGURES.measure(
        "investigation_received",
        "Lex Sarah i enskild regi, mottagna utredningar",
        "Antal lex Sarah-utredningar som kommit in från privata utförare.",
        "investigation_received",
    ),
    FIGURES.measure(
        "investigation_misconduct_or_risk",
        "Lex Sarah i enskild regi, utredningar som visade missförhållande eller risk",
        "Antal mottagna utredningar där utföraren fann missförhållande eller påtaglig risk. Allvarliga ingår.",
        "investigation_received",
        ("outcome", tuple(sorted(MISCONDUCT_OR_RISK))),
    ),
    FIGURES.measure(
        "assessed",
        "Lex Sarah i enskild regi, bedömda",
        "Antal lex Sarah hos privata utförare som nämnden har bedömt.",
        "assessed",
    ),
    FIGURES.measure(
        "reported_to_authority",
        "Lex Sarah i enskild regi, anmälda till IVO av utföraren",
        "Antal anmälningar till IVO som privata utförare själva har gjort.",
        "reported_to_authority",
    ),
    FIGURES.measure(
        "contracts_followed_up",
        "Lex Sarah i enskild regi, uppföljda avtal",
        "Antal slutförda uppföljningar av avtal efter lex Sarah hos privata utförare.",
        "followed_up",
        ("direction", (Subject.CONTRACT,)),
    ),
    FIGURES.measure(
        "persons_followed_up",
        "Lex Sarah i enskild regi, uppföljda personer",
        "Antal slutförda uppföljningar av den person som berörts hos en privat utförare.",
        "followed_up",
        ("direction", (Subject.PERSON,)),
    ),
    FIGURES.measure(
        "closed",
        "Lex Sarah i enskild regi, avslutade",
        "Antal avslutade ärenden om lex Sarah hos privata utförare.",
        "closed",
    ),
    FIGURES.measure(
        "reopened",
        "Lex Sarah i enskild regi, återöppnade",
        "Antal ärenden som öppnats igen, efter den dag det senast hände.",
        "reopened",
    ),
    FIGURES.measure(
        "not_ours",
        "Lex Sarah i enskild regi, en annan huvudmans",
        "Antal händelser som hörde till en annan huvudman. De ingår inte i mottagen information.",
        "not_ours",
    ),
    FIGURES.measure(
        "days_to_investigation",
        "Lex Sarah i enskild regi, dagar till utredningen",
        "Mediantid från informationen till att utredningen kom in. De som väntar ingår inte.",
        "investigation_received",
        value=Value.MEDIAN_DAYS,
    ),
)

REGISTER = Register(
    kind=KIND,
    label="Lex Sarah i enskild regi",
    prefix="LXE",
    page="provider_reports:page",
    model=ProviderReport,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    kinds=LAW_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES.transitions,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission(actions.REGISTER, "Registrera lex Sarah i enskild regi"),
        Permission("provider_reports.view", "Läsa lex Sarah i enskild regi"),
        Permission(actions.EXCLUDED, "Läsa lex Sarah i enskild regi där enhetens chef är utesluten"),
        Permission(actions.HANDLE, "Handlägga lex Sarah i enskild regi"),
        Permission(actions.CASE_REFERENCE, "Läsa ärendereferensen till den som berörs"),
        Permission(actions.REMOVE_FILES, "Ta bort filer från lex Sarah i enskild regi"),
        Permission("provider_reports.export", "Ta ut listan som fil"),
        Permission(actions.EDIT_PROVIDERS, "Ändra listan över privata utförare"),
    ),
    menu=(
        MenuItem("Lex Sarah i enskild regi", "provider_reports:list", "provider_reports.view"),
        MenuItem("Privata utförare", "provider_reports:providers", actions.EDIT_PROVIDERS),
    ),
    follows=("deviations", "feedback", "lex_sarah"),
    tasks=queries.list_tasks,
    tasks_for=(actions.HANDLE,),
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    held=queries.HELD,
    reassign=actions.reassign,
    related=RELATED,
    choices=CHOICES,
    list_page="provider_reports:list",
    readable=queries.READABLE,
    files=Files(
        add=actions.add_files,
        remove=actions.remove_file,
        may_add=queries.may_add,
        may_remove=queries.may_remove,
        reads_all=queries.reads_all_files,
        page=queries.page_with_files,
    ),
    takes=Taking(
        permission=actions.HANDLE,
        excluded=actions.EXCLUDED,
        accept=lambda referral, by, now: actions.accept_referral(referral=referral, by=by, now=now),
        labels={"": marked("Är det lex Sarah hos en privat utförare?")},
        term=queries.REQUEST_TERM,
    ),
)
