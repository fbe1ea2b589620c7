"""Pages made from what the registers say of themselves: their states, their measures, and the law table."""

from collections.abc import Iterable
from pathlib import Path

from varvet.kernel.law.document import as_markdown
from varvet.kernel.records.drawing import diagram, lines_of, unreached
from varvet.kernel.records.errors import Told
from varvet.kernel.records.registry import Measure, Register, Sensitivity, Value

BEGIN, END = "<!-- states -->", "<!-- /states -->"
WIDTH = 116  # of a line of states, in characters

STATES_TEXT = """# States of records

Generated from the registers' `rules.py` by `varvet docs write`; a test keeps it equal to them. Do not edit it by hand.

Labels are what people read, with the name in the code after them. An arrow from the dot is how a record begins;
an arrow to the ring leaves a state in which nothing is left to do. What is taken over from another system begins
in the state it had there.
"""
MEASURES_TEXT = """# Measures

Generated from the registers' `module.py` by `varvet docs write`; a test keeps it equal to them. Do not edit it by hand.

A measure is the only way to a figure. It adds up facts: what happened in a register, narrowed by the values of
coded fields. What is said in Swedish is for those who read the figures.
"""
HOW_VALUES_COUNT = {
    Value.COUNT: "how many: the sum of `count`",
    Value.NUMERATOR: "the part: the sum of `numerator`",
    Value.DENOMINATOR: "the whole: the sum of `denominator`",
    Value.REMAINDER: "what is left: `denominator` less `numerator`",
    Value.SHARE: "`numerator` of `denominator`, 0–1",
    Value.REMAINDER_SHARE: "what is left of `denominator`, 0–1",
    Value.MEDIAN_DAYS: "the median of `days`, each as heavy as its `count`",
}
WHAT_THE_PUBLIC_SEES = {
    Sensitivity.OPEN: "as counted",
    Sensitivity.SMALL_NUMBERS: "small numbers must be withheld",
}
NOTHING = "blank"  # an allowed value of a filter that is the empty string


def pages(root: Path, registers: Iterable[Register]) -> dict[Path, str]:
    """Every generated page under the project's folder, with what it should say."""
    cards = list(registers)
    docs = {
        root / "docs/law.md": as_markdown(),
        root / "docs/measures.md": measures_page(cards),
        root / "docs/states.md": states_page(cards),
    }
    return docs | {path: _filled(path, card) for path, card in ((readme_of(card), card) for card in cards)}


def readme_of(register: Register) -> Path:
    return Path(register.model._meta.app_config.path) / "README.md"


def _filled(readme: Path, register: Register) -> str:
    try:
        return with_states(readme.read_text("utf-8"), register)
    except ValueError as error:
        raise Told(f"{readme} lacks the lines {BEGIN} and {END}, between which its states are written.") from error


def with_states(readme: str, register: Register) -> str:
    """The page with its states between the marks. ValueError where it lacks the marks."""
    before, _, rest = readme.partition(f"{BEGIN}\n")
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError("no marks")
    inside = "".join(f"    {line}\n" for line in packed(lines_of(register)))
    return f"{before}{BEGIN}\n{inside}{END}{after}"


def packed(parts: Iterable[str]) -> list[str]:
    """As many to a line as a line of text holds: a register of many events has a short page too."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]} · {part}" if lines else part
        fits = len(lines) > 1 and len(joined) <= WIDTH
        lines = [*lines[:-1], joined] if fits else [*lines, part]
    return lines


def states_page(registers: Iterable[Register]) -> str:
    return "\n".join([STATES_TEXT, *(_states_section(register) for register in registers)])


def _states_section(register: Register) -> str:
    drawn = f"{_heading(register)}\n```mermaid\n{diagram(register)}```\n"
    lonely = ", ".join(f"`{status}`" for status in unreached(register))
    if not lonely:
        return drawn
    return f"{drawn}\nNo event leads to {lonely}: only what is taken over from elsewhere can be there.\n"


def measures_page(registers: Iterable[Register]) -> str:
    values = _table(("value", "counted as"), ((value, words) for value, words in HOW_VALUES_COUNT.items()))
    public = _table(("sensitivity", "in an edition for the public"), ((s, w) for s, w in WHAT_THE_PUBLIC_SEES.items()))
    sections = [_measures_section(register) for register in registers if register.measures]
    return "\n".join([MEASURES_TEXT, values, public, *sections])


def _measures_section(register: Register) -> str:
    """What is the same for all of a register's measures is said once, above the table."""
    columns = {
        "code": [f"`{measure.code}`" for measure in register.measures],
        "label": [measure.label for measure in register.measures],
        "counts": [measure.counts for measure in register.measures],
        "facts": [_facts_of(measure) for measure in register.measures],
        "value": [str(measure.value) for measure in register.measures],
    }
    shared = {
        "unit": [measure.unit for measure in register.measures],
        "breakdowns": [", ".join(measure.breakdowns) for measure in register.measures],
        "sensitivity": [str(measure.sensitivity) for measure in register.measures],
        "missing": [measure.missing for measure in register.measures],
    }
    once = {name: cells[0] for name, cells in shared.items() if len(set(cells)) == 1}
    columns |= {name: cells for name, cells in shared.items() if name not in once}
    said = "".join(f"- {name}: {cell}\n" for name, cell in once.items())
    table = _table(tuple(columns), zip(*columns.values(), strict=True))
    return "\n".join(part for part in (_heading(register), said, table) if part)


def _facts_of(measure: Measure) -> str:
    conditions = [f"{name} {' or '.join(value or NOTHING for value in values)}" for name, values in measure.where]
    return "; ".join([f"`{measure.register}` `{measure.happening}`", *conditions])


def _heading(register: Register) -> str:
    return f"## {register.label} (`{register.kind}`)\n"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"
