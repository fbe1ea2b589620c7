"""What an analysis looks at, side by side: of each register the measures, and what its commonest values are of."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked

WHOLE = ""  # where a question or a conclusion is of the whole, not of a register


@dataclass(frozen=True)
class Top:
    """The commonest values of a measure's breakdown by category; `category_list` says what they are called."""

    measure: str
    category_list: str


@dataclass(frozen=True)
class Source:
    """A register in the analysis; `prefix` of its questions is its kind."""

    kind: str
    label: str
    measures: tuple[str, ...]
    tops: tuple[Top, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(f"{self.kind}.{name}" for name in self.measures)


SOURCES = (
    Source(
        "deviations",
        marked("Avvikelser"),
        ("received", "good_examples", "closed", "days_to_assessment"),
        (Top("deviations.mentions", "deviation_type"), Top("deviations.causes", "deviation_causes")),
    ),
    Source(
        "lex_sarah",
        marked("Lex Sarah"),
        ("received", "opened", "completed", "completed_misconduct_or_risk", "reported_to_authority"),
    ),
    Source(
        "feedback",
        marked("Synpunkter och klagomål"),
        ("received", "complaints", "praise", "answered_in_time_share"),
        (Top("feedback.mentions", "feedback_type"),),
    ),
    Source("privacy_incidents", marked("Personuppgiftsincidenter"), ("received", "reported_to_authority")),
    Source("self_checks", marked("Egenkontroller"), ("planned", "performed", "not_done")),
    Source("inspections", marked("Tillsyn och granskning"), ("received", "decided", "criticised")),
    Source("risks", marked("Risker"), ("identified", "assessed_high", "came_true")),
    Source("improvements", marked("Åtgärder"), ("decided", "performed", "effect_judged")),
    Source("payment_errors", marked("Felaktiga utbetalningar"), ("received", "completed", "reclaimed")),
    Source("involvement", marked("Brukarmedverkan"), ("held", "led_to_change", "told_back")),
)
SOURCE_LABELS: dict[str, str] = {source.kind: source.label for source in SOURCES}
MEASURES = tuple(code for source in SOURCES for code in source.codes)
# Of these more may only mean that more is told: they never look like worse quality.
TOLD = frozenset(
    {
        "deviations.received",
        "deviations.good_examples",
        "lex_sarah.received",
        "feedback.received",
        "feedback.complaints",
        "feedback.praise",
        "privacy_incidents.received",
        "payment_errors.received",
        "risks.identified",
    }
)
