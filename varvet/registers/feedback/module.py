"""What the house knows of this register."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import MenuItem, Permission, Register
from varvet.kernel.records.taking import Taking, Weighing
from varvet.registers.feedback import actions, queries
from varvet.registers.feedback.facts import HAPPENINGS, RELATED, facts
from varvet.registers.feedback.facts.measures import MEASURES
from varvet.registers.feedback.models import KIND, Feedback, Part
from varvet.registers.feedback.queries.choices import CHOICES
from varvet.registers.feedback.queries.meetings import meeting_lines
from varvet.registers.feedback.rules import MOVES, OPEN, SORT_LABELS, STARTS, STATUS_LABELS
from varvet.registers.feedback.views.shown_start import CAPTURE

REGISTER = Register(
    kind=KIND,
    label="Synpunkter och klagomål",
    prefix="SYN",
    page="feedback:page",
    model=Feedback,
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
        Permission("feedback.receive", "Ta emot synpunkter och klagomål"),
        Permission("feedback.view", "Läsa enhetens synpunkter och klagomål"),
        Permission("feedback.view_excluded", "Läsa synpunkter där enhetens chef är utesluten"),
        Permission("feedback.answer", "Besvara synpunkter och klagomål"),
        Permission("feedback.export", "Ta ut listan över synpunkter som fil"),
        Permission("feedback.edit_replies", "Ändra svarsmallar för synpunkter"),
        Permission("feedback.diary", "Diarieföra synpunkter och ta ut listan till diariet"),
    ),
    menu=(
        MenuItem("Synpunkter", "feedback:list", "feedback.view"),
        MenuItem("Registrera en synpunkt", "feedback:capture", "feedback.receive"),
        MenuItem(marked("Synpunkter att diarieföra"), "feedback:diary", "feedback.diary"),
        MenuItem(marked("Affischer om synpunkter"), "feedback:posters", "feedback.receive"),
    ),
    list_page="feedback:list",
    readable=queries.READABLE,
    tasks=queries.list_tasks,
    held=queries.HELD,
    reassign=actions.reassign,
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    tasks_for=("feedback.answer",),
    start_panels=(CAPTURE,),
    related=RELATED,
    choices=CHOICES,
    answered=actions.note_answer,
    takes=Taking(
        permission="feedback.answer",
        excluded=queries.EXCLUDED,
        accept=lambda referral, by, now: actions.accept_referral(referral=referral, by=by, now=now),
        labels={"": marked("Är det ett klagomål?")},
        term="fraga_besvarad",
    ),
    weighs=Weighing(
        "feedback.answer", queries.EXCLUDED, term="fraga_besvarad", told=frozenset({Part.WHAT, Part.ADDED})
    ),
    meeting_lines=meeting_lines,
)
