"""The law table as a page of Markdown, for docs/law.md."""

from collections.abc import Iterable
from datetime import date

from varvet.kernel.law import lists, shipped, statutes, terms
from varvet.kernel.law.shipped import HowChecked

INTRODUCTION = """# The law in Varvet

Generated from `varvet/kernel/law/data/`; a test keeps it equal to the data. Do not edit it by hand.

Each row says how it was checked. Only *seen in the statute text* is certain. Every other row is marked
**check before use** here, and "Kontrollera före användning" in the interface. An administrator corrects a
term on the page `/lag/`: the correction is a new dated row with a reason, and the shipped row stays.
"""
TERMS_TEXT = """## Terms

Both days are included. A local goal is no legal duty: each root sets its own.
"""
SECTIONS_TEXT = """## Old and new sections

What happened before the new act's first day follows the old act, what happened from that day on the new one.
"""
COUNTING_TEXT = """## How terms are counted

| unit | counted |
|---|---|
| hours | elapsed hours from an instant, also across a change of clocks |
| days | calendar days after the day of the event |
| working days | not Saturdays, Sundays, public holidays, midsommarafton, julafton or nyårsafton |
| months, years | to the day with the same number, or the month's last day where it has no such day |

A last day on a weekend is not moved forward. Days are days in Sweden (Europe/Stockholm).
"""


def as_markdown() -> str:
    parts = [INTRODUCTION, _checked_on(), TERMS_TEXT, _terms(), COUNTING_TEXT, "## Statutes\n", _statutes()]
    parts += [SECTIONS_TEXT, _sections(), "## Neighbouring duties\n", _duties(), "## Shipped lists\n", _lists()]
    return "\n".join(parts)


def _checked_on() -> str:
    return f"Checked on {shipped.verified_on(terms.TERMS_FILE).isoformat()}.\n"


def _terms() -> str:
    heads = ("key", "what", "value", "source", "valid from", "valid to", "how checked", "exception or note")
    return _table(heads, (_term_cells(term) for term in terms.shipped_terms()))


def _term_cells(term: terms.Term) -> tuple[str, ...]:
    extra = "; ".join(text for text in (term.exception, term.note) if text)
    unit = term.unit.removesuffix("s") if term.value == 1 else term.unit
    value = f"{term.value} {unit}" + (" (local goal)" if term.local else "")
    days = (_day(term.valid_from), _day(term.valid_to))
    return (f"`{term.key}`", term.label, value, term.source, *days, _checked(term.status), extra)


def _statutes() -> str:
    heads = ("id", "title", "valid from", "valid to", "how checked", "note")
    rows = (
        (row.id, row.title, _day(row.valid_from), _day(row.valid_to), _checked(row.status), row.note)
        for row in statutes.shipped_statutes()
    )
    return _table(heads, rows)


def _sections() -> str:
    heads = ("key", "topic", "old", "new", "how checked", "note")
    rows = (
        (
            f"`{row.key}`",
            row.topic,
            statutes.old_citation(row),
            statutes.new_citation(row),
            _checked(row.status),
            row.note,
        )
        for row in statutes.section_changes()
    )
    return _table(heads, rows)


def _duties() -> str:
    rows = ((f"`{row.key}`", row.label, row.source, row.note, _checked(row.status)) for row in lists.duties())
    return _table(("key", "what", "source", "note", "how checked"), rows)


def _lists() -> str:
    rows = [
        ("Lex Sarah types", "; ".join(lists.lex_sarah_types())),
        ("Lex Sarah outcomes", "; ".join(lists.lex_sarah_outcomes())),
    ]
    rows += [(f"Quality areas, {row.origin}", "; ".join(row.areas)) for row in lists.quality_areas()]
    rows += [(f"Instrument {row.name}", _scale(row)) for row in lists.instruments()]
    return _table(("list", "values"), rows)


def _scale(row: lists.Instrument) -> str:
    parts = {
        "points": _range(row.lowest, row.highest),
        "cut-off men": _number(row.cutoff_men),
        "cut-off women": _number(row.cutoff_women),
        "areas": _number(row.areas),
        "client scale": _range(row.client_lowest, row.client_highest),
        "interviewer scale": _range(row.interviewer_lowest, row.interviewer_highest),
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items() if value)


def _range(lowest: int | None, highest: int | None) -> str:
    return "" if lowest is None or highest is None else f"{lowest}–{highest}"


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "not stated"


def _checked(status: HowChecked) -> str:
    return str(status) if status.certain else f"**check before use**: {status}"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"
