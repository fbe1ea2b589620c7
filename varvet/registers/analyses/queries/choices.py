"""What a root chooses about analyses: which questions are asked."""

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.setting_cards import Group, ListCard

CHOICES = (
    ListCard(
        "analysis_questions",
        marked("Analysmötets frågor om varje register"),
        marked("De ställs om avvikelser, lex Sarah, synpunkter och de andra var för sig."),
        Group.QUALITY,
    ),
    ListCard(
        "analysis_questions_whole",
        marked("Analysmötets frågor om helheten"),
        marked("De ställs en gång i varje analys."),
        Group.QUALITY,
    ),
)
