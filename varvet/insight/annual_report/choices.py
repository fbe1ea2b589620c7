"""What a root chooses about its annual report: the template it is written in."""

from varvet.insight.annual_report.compute.spec import list_templates
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.setting_cards import Group, SettingCard, Shape

NAMES = {"tables": marked("Alla tabeller, utan text"), "bromma": marked("Text och tabeller, som Brommas")}

TEMPLATE = SettingCard(
    "report_template",
    marked("Mall för kvalitetsberättelsen"),
    marked("Den mall som nya rapporter skrivs i."),
    marked("Nya rapporter skrivs i mallen. De som är fastställda ändras inte."),
    Group.QUALITY,
    Shape.ONE,
    labels={name: NAMES.get(name, name) for name in list_templates()},
)
