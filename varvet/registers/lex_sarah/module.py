"""What the house knows of this register."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.by_link import ByLink
from varvet.kernel.records.registry import Measures, MenuItem, Permission, Register, Value
from varvet.kernel.records.taking import Taking
from varvet.registers.lex_sarah import actions, queries
from varvet.registers.lex_sarah.actions.reassign import reassign
from varvet.registers.lex_sarah.facts import HAPPENINGS, RELATED, facts
from varvet.registers.lex_sarah.models import KIND, LexSarah
from varvet.registers.lex_sarah.queries.choices import CHOICES
from varvet.registers.lex_sarah.queries.held import HELD
from varvet.registers.lex_sarah.queries.meetings import meeting_lines
from varvet.registers.lex_sarah.rules import (
    MISCONDUCT_OR_RISK,
    MOVES,
    OPEN,
    STARTS,
    STATUS_LABELS,
    TAKEN_ON,
    Outcome,
)
from varvet.registers.lex_sarah.views.shown_mine import my_rows

FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "provider", "category", "outcome", "kind"),
    missing="0 betyder att inget ärende nådde så långt under perioden. Det betyder inte att inget hände.",
)

WAS_MISCONDUCT = ("outcome", tuple(sorted(MISCONDUCT_OR_RISK)))

MEASURES = (
    FIGURES.measure(
        "received",
        "Inkomna lex Sarah-rapporter",
        "Antal inkomna rapporter. Dubbletter ingår inte. Rapporter som utreds tillsammans räknas var för sig.",
        "received",
    ),
    FIGURES.measure(
        "repeated",
        "Dubbletter av lex Sarah-rapporter",
        "Antal rapporter om händelser som redan utreds. De ingår inte bland inkomna rapporter.",
        "repeated",
    ),
    FIGURES.measure("opened", "Inledda lex Sarah-utredningar", "Antal inledda utredningar enligt lex Sarah.", "opened"),
    FIGURES.measure(
        "completed", "Färdiga lex Sarah-utredningar", "Antal färdiga utredningar enligt lex Sarah.", "completed"
    ),
    FIGURES.measure(
        "completed_misconduct_or_risk",
        "Utredningar som visade missförhållande eller risk",
        "Antal färdiga utredningar som visade missförhållande eller påtaglig risk. Allvarliga ingår.",
        "completed",
        WAS_MISCONDUCT,
    ),
    FIGURES.measure(
        "completed_no_misconduct",
        "Utredningar som inte visade missförhållande",
        "Antal färdiga utredningar som inte visade missförhållande eller påtaglig risk.",
        "completed",
        ("outcome", (Outcome.NO_MISCONDUCT,)),
    ),
    FIGURES.measure("decided", "Beslut enligt lex Sarah", "Antal beslut efter utredning enligt lex Sarah.", "decided"),
    FIGURES.measure(
        "decided_misconduct_or_risk",
        "Beslut om missförhållande eller risk",
        "Antal beslut om missförhållande eller påtaglig risk. Allvarliga ingår.",
        "decided",
        WAS_MISCONDUCT,
    ),
    FIGURES.measure(
        "reported_to_authority",
        "Anmälningar till IVO",
        "Antal anmälningar av allvarliga missförhållanden, eller risk för dem, till IVO.",
        "reported_to_authority",
    ),
    FIGURES.measure(
        "events_decided",
        "Händelser med beslut enligt lex Sarah",
        "Antal händelser som beslutats. Ett ärende kan omfatta flera händelser.",
        "event_decided",
    ),
    FIGURES.measure(
        "authority_decided", "IVO:s beslut", "Antal beslut av IVO om anmälda ärenden.", "authority_decided"
    ),
    FIGURES.measure(
        "proposed",
        "Åtgärdsförslag efter lex Sarah",
        "Antal åtgärdsförslag från utredningar enligt lex Sarah.",
        "proposed",
    ),
    FIGURES.measure(
        "proposals_answered",
        "Besvarade åtgärdsförslag",
        "Antal åtgärdsförslag som ansvarig chef har svarat på.",
        "proposal_answered",
    ),
    FIGURES.measure(
        "proposals_taken_on",
        "Antagna åtgärdsförslag",
        "Antal åtgärdsförslag som ansvarig chef har antagit, med eller utan ändring.",
        "proposal_answered",
        ("outcome", tuple(sorted(TAKEN_ON))),
    ),
    FIGURES.measure(
        "told", "Återkopplade lex Sarah-ärenden", "Antal ärenden där rapportören fått veta hur det blev.", "told"
    ),
    FIGURES.measure(
        "lessons_spread",
        "Spridda lärdomar",
        "Antal enheter som har fått en lärdom från ett lex Sarah-ärende.",
        "lesson_spread",
    ),
    FIGURES.measure(
        "reopened",
        "Återöppnade lex Sarah-ärenden",
        "Antal ärenden som öppnats igen, efter den dag det senast hände.",
        "reopened",
    ),
    FIGURES.measure("closed", "Avslutade lex Sarah-ärenden", "Antal avslutade ärenden enligt lex Sarah.", "closed"),
    FIGURES.measure(
        "days_to_completion",
        "Dagar till färdig utredning",
        "Mediantid från det att rapporten kom in till färdig utredning. De som pågår ingår inte.",
        "completed",
        value=Value.MEDIAN_DAYS,
    ),
    FIGURES.measure(
        "days_to_decision",
        "Dagar till beslut enligt lex Sarah",
        "Mediantid från det att rapporten kom in till beslutet. De som väntar ingår inte.",
        "decided",
        value=Value.MEDIAN_DAYS,
    ),
)

REGISTER = Register(
    kind=KIND,
    label="Lex Sarah",
    prefix="LXS",
    page="lex_sarah:page",
    model=LexSarah,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES.transitions,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission("lex_sarah.report", "Rapportera enligt lex Sarah"),
        Permission("lex_sarah.view", "Läsa enhetens lex Sarah-ärenden"),
        Permission("lex_sarah.view_excluded", "Läsa lex Sarah-ärenden där enhetens chef är utesluten"),
        Permission("lex_sarah.investigate", "Utreda lex Sarah-ärenden"),
        Permission("lex_sarah.case_reference", "Läsa och skriva den berördas ärendenummer"),
        Permission("lex_sarah.reconcile", "Stämma av att inget som kan vara lex Sarah saknar svar"),
        Permission("lex_sarah.decide", "Besluta i lex Sarah-ärenden"),
        Permission("lex_sarah.respond", "Svara på åtgärdsförslag efter lex Sarah"),
        Permission("lex_sarah.delegate", "Ändra vem som får besluta enligt delegationsordningen"),
    ),
    menu=(
        MenuItem("Lex Sarah", "lex_sarah:list", "lex_sarah.view"),
        MenuItem("Mina lex Sarah-rapporter", "lex_sarah:mine", "lex_sarah.report"),
        MenuItem("Frågor från andra register", "questions:list", "lex_sarah.investigate"),
        MenuItem("Avstämning av lex Sarah", "questions:reconciliation", "lex_sarah.reconcile"),
        MenuItem("Lärdomar från lex Sarah", "lex_sarah:lessons", "lex_sarah.respond"),
        MenuItem("Delegation i lex Sarah", "lex_sarah:delegations", "lex_sarah.delegate"),
    ),
    follows=("deviations", "feedback"),
    list_page="lex_sarah:list",
    readable=queries.READABLE,
    mine=my_rows,
    tasks=queries.list_tasks,
    tasks_for=("lex_sarah.investigate", "lex_sarah.decide", "lex_sarah.respond"),
    seldom=(*queries.SELDOM, queries.REPORTED),
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of_case,
    held=HELD,
    reassign=reassign,
    related=RELATED,
    by_link=ByLink(
        question=marked("Har någon farit illa, eller riskerat det?"),
        label=marked("Rapportera enligt lex Sarah i stället"),
        page="lex_sarah:link_report",
        follow_label=marked("Har du rapporterat enligt lex Sarah? Följ den rapporten här"),
        follow_page="lex_sarah:follow",
    ),
    choices=CHOICES,
    takes=Taking(
        permission="lex_sarah.investigate",
        excluded="lex_sarah.view_excluded",
        accept=lambda referral, by, now: actions.accept_referral(referral=referral, by=by, now=now),
        labels={"": marked("Kan det vara lex Sarah?")},
    ),
    meeting_lines=meeting_lines,
)
