"""The steps from the decision to the closing, and what each says."""

from varvet.kernel.law.words import marked
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.rules import Event, Status
from varvet.registers.lex_sarah.views.asks import Asks, by_name

PROPOSE = Asks(
    "propose",
    Event.PROPOSE,
    marked("Lämna ett förslag"),
    marked("Lämna ett åtgärdsförslag"),
    marked("Spara förslaget"),
    marked("Förslaget är sparat."),
    marked("Chefen svarar på förslaget när ärendet är beslutat."),
)
REMOVE_PROPOSAL = Asks(
    "remove_proposal",
    Event.PROPOSE,
    "",
    marked("Ta bort förslaget?"),
    marked("Ta bort förslaget"),
    marked("Förslaget är borttaget."),
)
DECIDE = Asks(
    "decide",
    Event.DECIDE,
    marked("Besluta"),
    marked("Vad var det?"),
    marked("Fatta beslutet"),
    marked("Beslutet är fattat."),
    marked("Ärendet blir så allvarligt som den allvarligaste händelsen i det."),
    template="lex_sarah/decide.html",
)
SEND_BACK = Asks(
    "send_back",
    Event.SEND_BACK,
    marked("Begär mer utredning"),
    marked("Begär mer utredning"),
    marked("Skicka tillbaka till utredaren"),
    marked("Ärendet är tillbaka hos utredaren."),
    marked("Ett beslut som redan är fattat gäller då inte längre."),
)
NOTIFY = Asks(
    "report_to_authority",
    Event.REPORT_TO_AUTHORITY,
    marked("Anmäl till IVO"),
    marked("Anmäl till IVO"),
    marked("Anmälan är skickad"),
    marked("Anmälan till IVO är antecknad."),
    marked("Hämta och skicka anmälan först. Den sparas här som PDF, precis som den är nu."),
    template="lex_sarah/notify.html",
)
NUMBER = Asks(
    "authority_number",
    Event.AUTHORITY_ASKS,
    marked("Fyll i IVO:s nummer"),
    marked("Fyll i IVO:s nummer"),
    marked("Spara numret"),
    marked("Numret är sparat."),
)
QUESTION = Asks(
    "authority_asks",
    Event.AUTHORITY_ASKS,
    marked("Skriv in en fråga från IVO"),
    marked("Skriv in en fråga från IVO"),
    marked("Spara frågan"),
    marked("Frågan är sparad."),
)
ANSWER = Asks(
    "answer_authority",
    Event.ANSWER_AUTHORITY,
    "",
    marked("Vad svarade ni IVO?"),
    marked("Spara svaret"),
    marked("Svaret är sparat."),
)
RULING = Asks(
    "authority_decides",
    Event.AUTHORITY_DECIDES,
    marked("Skriv in IVO:s beslut"),
    marked("Skriv in IVO:s beslut"),
    marked("Spara IVO:s beslut"),
    marked("IVO:s beslut är sparat."),
)
TELL = Asks(
    "tell",
    Event.TELL,
    marked("Återkoppla"),
    marked("Berätta hur det blev"),
    marked("Spara och berätta"),
    marked("Återkopplingen är sparad."),
    marked("Berätta för var och en. Ärendet kan avslutas när alla har fått veta."),
)
SHARE = Asks(
    "share",
    Event.SHARE,
    marked("Sprid en lärdom"),
    marked("Sprid en lärdom till andra enheter"),
    marked("Skicka lärdomen"),
    marked("Lärdomen är skickad."),
    marked("Enheterna ser lärdomen men inte ärendet."),
)
PLAN = Asks(
    "follow_up",
    Event.FOLLOW_UP,
    marked("Planera uppföljning"),
    marked("Planera uppföljningen"),
    marked("Spara planen"),
    marked("Uppföljningen är planerad."),
)
JUDGE = Asks(
    "judge",
    Event.JUDGE,
    marked("Följ upp"),
    marked("Hjälpte åtgärderna?"),
    marked("Spara uppföljningen"),
    marked("Uppföljningen är sparad."),
)
CLOSE = Asks(
    "close",
    Event.CLOSE,
    marked("Avsluta ärendet"),
    marked("Avsluta ärendet"),
    marked("Avsluta"),
    marked("Ärendet är avslutat."),
    template="lex_sarah/close.html",
)
REOPEN = Asks(
    "reopen",
    Event.REOPEN,
    marked("Öppna ärendet igen"),
    marked("Öppna ärendet igen"),
    marked("Öppna igen"),
    marked("Ärendet är öppnat igen."),
    marked("Beslutet står kvar. Den som rapporterade får veta på nytt hur det blev."),
)
RECONSIDER = Asks(
    "reconsider",
    Event.RECONSIDER,
    marked("Ompröva att inte utreda"),
    marked("Ompröva att inte utreda"),
    marked("Ompröva"),
    marked("Ärendet bedöms på nytt."),
)
ASKS = by_name(
    PROPOSE,
    DECIDE,
    SEND_BACK,
    NOTIFY,
    NUMBER,
    QUESTION,
    RULING,
    TELL,
    SHARE,
    PLAN,
    JUDGE,
    CLOSE,
    REOPEN,
    RECONSIDER,
)
OF_AUTHORITY = frozenset({NUMBER.name, QUESTION.name, RULING.name})


def fits(name: str, case: LexSarah) -> bool:
    """Whether a step has anything to do in this case, beside what its state says."""
    if name in OF_AUTHORITY:
        return case.reported_on is not None and (name != NUMBER.name or not case.ivo_number)
    if name == NOTIFY.name:
        return case.outcome in rules.TO_AUTHORITY
    planned = case.status == Status.FOLLOWING_UP and case.follow_ups.filter(result="").exists()
    return planned if name == JUDGE.name else not (name == PLAN.name and planned)
