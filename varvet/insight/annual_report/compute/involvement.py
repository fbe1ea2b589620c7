"""How users have taken part, in front of what came of a department's year: figures in a line, then each activity."""

from collections.abc import Iterator

from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.parts import lines_from
from varvet.insight.annual_report.compute.words import text_of
from varvet.insight.annual_report.value import Bullets, Run, Text
from varvet.insight.measures.counting import units_at
from varvet.kernel.records.errors import Told
from varvet.kernel.records.registry import ReportLine

KIND = "involvement"
MEASURES = (f"{KIND}.held", f"{KIND}.led_to_change", f"{KIND}.told_back")
NOTHING = "Inga aktiviteter för brukarmedverkan är inskrivna för året. Det betyder inte att ingen har frågat brukarna."
SAID = (
    "Aktiviteter där brukare kunde påverka: {v:involvement.held%s}. "
    "Aktiviteter som ledde till en ändring: {v:involvement.led_to_change%s}. "
    "Aktiviteter där deltagarna har fått veta det: {v:involvement.told_back%s}."
)


def blocks_of(unit: str, context: Context) -> Iterator[Text | Bullets]:
    """`unit` is a slug, with all below it; empty for the whole root.

    An activity is counted where it was held, and told of in every unit whose users took part.
    """
    lines = lines_in(unit, context)
    if not lines:
        yield Text((Run(NOTHING),))
        return
    narrowing = f"?unit={unit}" if unit else ""
    yield text_of(SAID.replace("%s", narrowing), context, _no_label)
    yield Bullets(tuple(Text((Run(said_of(line)),)) for line in lines))


def said_of(line: ReportLine) -> str:
    return f"{line.title} ({line.unit_name}). {line.result}"


def lines_in(unit: str, context: Context) -> list[ReportLine]:
    lines = lines_from(KIND, context)
    if not unit:
        return lines
    below = units_at(context.root, unit)
    return [line for line in lines if below & set(line.unit_ids)]


def _no_label(name: str) -> str:
    raise Told(f"The block {KIND!r} names the table or figure {name!r}.")
