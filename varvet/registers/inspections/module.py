"""What the house knows of this register."""

from varvet.kernel.records.registry import Files, MenuItem, Permission, Register
from varvet.registers.inspections import actions, queries
from varvet.registers.inspections.facts import HAPPENINGS, MEASURES, RELATED, facts
from varvet.registers.inspections.models import KIND, Inspection
from varvet.registers.inspections.queries.meetings import meeting_lines
from varvet.registers.inspections.rules import MOVES, OPEN, SORT_LABELS, STARTS, STATUS_LABELS
from varvet.registers.inspections.views.shown_start import MY_INSPECTIONS

REGISTER = Register(
    kind=KIND,
    label="Tillsyn och granskning",
    prefix="TIL",
    page="inspections:page",
    model=Inspection,
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
        Permission(actions.REGISTER, "Skriva in tillsyn och granskning"),
        Permission(actions.VIEW, "Läsa enhetens tillsyn och granskning"),
        Permission(actions.VIEW_DECIDED, "Läsa beslutad tillsyn och granskning"),
        Permission(actions.EDIT, "Handlägga enhetens tillsyn och granskning"),
        Permission(actions.ANSWER, "Svara på frågor i tillsyn och granskning"),
        Permission(actions.REMOVE_FILES, "Ta bort filer från tillsyn och granskning"),
        Permission(actions.EXPORT, "Ta ut listan över tillsyn och granskning som fil"),
    ),
    menu=(
        MenuItem("Tillsyn och granskning", "inspections:list", actions.VIEW),
        MenuItem("Beslutad tillsyn", "inspections:list", actions.VIEW_DECIDED),
    ),
    tasks=queries.list_tasks,
    tasks_for=(actions.EDIT,),
    seldom=(queries.WAITING, queries.TO_ANSWER),
    start_panels=(MY_INSPECTIONS,),
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    held=queries.HELD,
    reassign=actions.reassign,
    report_lines=queries.report_lines,
    related=RELATED,
    list_page="inspections:list",
    readable=queries.READABLE,
    choices=queries.CHOICES,
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
