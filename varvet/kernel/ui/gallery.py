"""Made-up values for the page that shows every part; nothing here comes from any register."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from varvet.kernel.records.errors import Difference
from varvet.kernel.records.registry import Task
from varvet.kernel.ui.intervals import IntervalChart, IntervalRow
from varvet.kernel.ui.lists import Chip, Paging, Tab, shown_of

COLOURS = (
    ("Papper", "paper"),
    ("Kort", "card"),
    ("Nedsänkt", "sunk"),
    ("Bläck", "ink"),
    ("Bläck, svagare", "ink-2"),
    ("Linje", "line"),
    ("Ärg", "accent"),
    ("Ärg, ljus", "accent-tint"),
    ("Ockra: snart", "soon-ink"),
    ("Ockra, ljus", "soon-tint"),
    ("Tegel: för sent", "late-ink"),
    ("Tegel, ljus", "late-tint"),
)
SHARES = IntervalChart(
    [
        IntervalRow("2022", 0.6, 0.387, 0.781, "12 av 20", is_before=True),
        IntervalRow("2023", 0.7, 0.481, 0.855, "14 av 20"),
    ],
    "Andel som uppfyller målet, med 95 procents intervall",
    target=0.9,
)


@dataclass(frozen=True)
class Swatch:
    label: str
    name: str


@dataclass(frozen=True)
class Row:
    """A row of a sample list; `left` and `total` in `unit`."""

    reference: str
    kind: str
    about: str
    place: str
    state: str
    step: int
    next_step: str
    left: int
    total: int
    due: str = ""
    unit: str = "days"


@dataclass(frozen=True)
class Step:
    label: str
    when: str = ""


@dataclass(frozen=True)
class Missing:
    label: str
    href: str


class ReportExample(forms.Form):
    """The report form as the pictures show it."""

    what = forms.CharField(
        label="Berätta med egna ord",
        help_text="Till exempel: ”En anmälan låg obedömd i tre veckor.” Skriv inga namn eller personnummer.",
        widget=forms.Textarea,
        error_messages={"required": "Berätta vad som hände"},
    )
    when = forms.ChoiceField(
        label="När hände det?",
        choices=[("now", "Nyss"), ("today", "I dag"), ("other", "Annan dag"), ("unknown", "Vet inte")],
        widget=forms.RadioSelect,
    )
    who = forms.CharField(
        label="Vem berördes?", help_text="Skriv till exempel ”ett barn och en förälder”. Aldrig namn.", required=False
    )
    at_once = forms.CharField(label="Vad gjorde ni direkt?", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    worry = forms.ChoiceField(
        label="Hur orolig är du för att det leder till skada?",
        help_text="Ett tryck räcker. Är du mycket orolig går det direkt till den som har jour.",
        choices=[("0", "Inte alls"), ("1", "Lite"), ("2", "Ganska"), ("3", "Mycket")],
        widget=forms.RadioSelect,
        error_messages={"required": "Välj hur orolig du är"},
    )


class KindExample(forms.Form):
    """Other kinds of fields."""

    answer = forms.ChoiceField(
        label="Finns barnets röst med?",
        choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nej")],
        widget=forms.RadioSelect,
    )
    area = forms.ChoiceField(label="Enhet", choices=[("a", "Mottagningsgruppen"), ("b", "Umgängesgruppen")])
    day = forms.DateField(label="Dag", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    causes = forms.MultipleChoiceField(
        label="Därför hände det",
        choices=[("routine", "Rutin saknas eller är otydlig"), ("staff", "Bemanning")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    sure = forms.BooleanField(label="Jag har läst underlaget", required=False)


ROWS = (
    Row("KLA-2023-0121", "Klagomål", "Bemötande", "Mottagningsgruppen", "Utreds", 3, "Svar", -2, 10, unit="workdays"),
    Row("AVV-2023-0198", "Avvikelse", "Ej kategoriserad", "Utredningsgrupp 2", "Mottagen", 1, "Bedömning", 0, 3),
    Row(
        "PUI-2023-0006",
        "Incident",
        "Fel mottagare",
        "Resursenheten",
        "Bedömd",
        2,
        "Anmälan till IMY",
        31,
        72,
        "",
        "hours",
    ),
    Row("AVV-2023-0199", "Avvikelse", "Ny", "Umgängesgruppen", "Mottagen", 1, "Bedömning", 3, 3, "12 okt"),
    Row("SYN-2023-0133", "Synpunkt", "Tillgänglighet", "Boendestöd", "Mottagen", 1, "Svar", 4, 7, "13 okt"),
    Row("AVV-2023-0176", "Avvikelse", "Bemanning", "Servicebostad Norr", "Åtgärdas", 4, "Åtgärd klar", 9, 20, "18 okt"),
    Row("LXS-2023-0014", "Lex Sarah", "Handläggning", "Mottagningsgruppen", "Utreds", 3, "Utredning", 18, 60, "27 okt"),
    Row("AVV-2023-0142", "Avvikelse", "Samverkan, SIP", "Psykiatri", "Följs upp", 5, "Effekt mäts", 53, 60, "1 dec"),
)
CASE_STEPS = (
    Step("Mottagen", "18 sep"),
    Step("Bedömd", "19 sep"),
    Step("Utreds", "pågår"),
    Step("Beslut"),
    Step("Åtgärdas"),
    Step("Följs upp"),
    Step("Avslutad"),
)
REPORT_STEPS = ("Mottagen", "Bedöms", "Utreds", "Åtgärdas", "Följs upp", "Klar")
MISSING = (
    Missing("Åtgärd för en orsak av tre", "#orsaker"),
    Missing("Bedöm om det kan hända igen", "#igen"),
    Missing("Beslut om utfallet", "#beslut"),
    Missing("Återkoppling till rapportören", "#svar"),
)
DONE = ("Konsekvenser för barnet", "Omedelbara åtgärder", "Den enskildes syn")


def _task(title: str, reference: str, unit: str, days: int, of: int, detail: str = "") -> Task:
    today = timezone.localdate()
    due = today + timedelta(days=days)
    return Task(title, reference, unit, "#", due - timedelta(days=of), due, detail)


def _hours_task() -> Task:
    now: datetime = timezone.now()
    due = now + timedelta(hours=31, minutes=30)
    return Task("Anmäl till IMY", "PUI-2023-0006", "Ekonomiskt bistånd", "#", (due - timedelta(hours=72)).date(), due)


def _tasks() -> list[Task]:
    return [
        _task("Svara på ett klagomål om bemötande", "KLA-2023-0121", "Mottagningsgruppen", -2, 14),
        _task("Bedöm en ny avvikelse", "AVV-2023-0198", "Utredningsgrupp 2", 0, 3, "rapportören är mycket orolig"),
        _hours_task(),
        _task("Granska akter i höstens egenkontroll", "EGK-2023-0003", "A.1.1 Dokumentation", 7, 14, "6 av 20 klara"),
        _task("Utred ett möjligt missförhållande", "LXS-2023-0014", "Mottagningsgruppen", 18, 60),
    ]


def _filled() -> dict[str, Any]:
    return {"when": "today", "who": "Ett barn och en förälder", "at_once": "Ringde föräldern."}


def parts() -> dict[str, Any]:
    """Everything the page of parts shows."""
    return {
        "colours": [Swatch(label, name) for label, name in COLOURS],
        "tasks": _tasks(),
        "wrong": ReportExample(_filled()),
        "kinds": KindExample({"answer": "partly", "area": "a", "causes": ["routine"]}),
        "steps": CASE_STEPS,
        "report_steps": REPORT_STEPS,
        "missing": MISSING,
        "done": DONE,
        "day": date(2023, 10, 12),
        "tabs": _tabs(),
        "chips": [Chip("Status: öppna", "?")],
        "shares": SHARES,
    }


def _tabs() -> list[Tab]:
    return [
        Tab("Alla", "?", current=True, count="42"),
        Tab("Ska bedömas", "?vy=1", count="5"),
        Tab("Möjlig lex Sarah", "?vy=2", count="3"),
        Tab("Väntar på svar", "?vy=3", count="8"),
        Tab("Utan åtgärd i 14 dagar", "?vy=4", count="2"),
    ]


def _list_page() -> dict[str, Any]:
    paging = Paging(shown_of(1, 8, 42), next_href="?sida=2")
    return {"list": ROWS, "tabs": _tabs(), "chips": [Chip("Status: öppna", "?")], "paging": paging}


def _record_page() -> dict[str, Any]:
    return {"steps": CASE_STEPS, "missing": MISSING, "done": DONE}


def _form_page() -> dict[str, Any]:
    return {"form": ReportExample(_filled()), "submit_label": "Skicka rapporten"}


def _receipt_page() -> dict[str, Any]:
    return {"reference": "AVV-2023-0199", "report_steps": REPORT_STEPS}


def _stale_page() -> dict[str, Any]:
    differences = [
        Difference("Nästa steg", "Utredning", "Åtgärd"),
        Difference("Klart senast", "27 oktober", "3 november"),
    ]
    return {"reference": "LXS-2023-0014", "differences": differences, "back": "/delar/arende/"}


def _start_page() -> dict[str, Any]:
    return {"tasks": _tasks(), "today": timezone.localdate()}


PAGES: dict[str, Callable[[], dict[str, Any]]] = {
    "start": _start_page,
    "lista": _list_page,
    "arende": _record_page,
    "formular": _form_page,
    "kvitto": _receipt_page,
    "andrat": _stale_page,
    "lasning": dict,
}
