"""The list checks: border days, open cases, extensions, the two ways to count, and rows that add up."""

from datetime import date, timedelta
from pathlib import Path

import ibis
import pytest

from varvet.extracts.checks.judging import LIST, judge, later
from varvet.extracts.checks.results import Line, Result
from varvet.extracts.checks.running import list_cases
from varvet.extracts.checks.shapes import Basis, Range, Round, State, term_key
from varvet.extracts.checks.shipped import BY_NAME, CHECKS
from varvet.extracts.engine import DuckEngine, Room, sql_of
from varvet.extracts.fields import BY_NAME as FIELDS
from varvet.extracts.findings import Fault
from varvet.extracts.tests.made import YEAR, check, read_list, used
from varvet.kernel.law.days import due
from varvet.kernel.law.terms import shipped_terms, term_on
from varvet.kernel.records.errors import RuleBroken

ASSESSED = ("Ärende", "Kön", "Grupp", "Inkom", "Förhandsbedömning klar")
INVESTIGATED = ("Ärende", "Utredning inledd", "Utredning avslutad", "Förlängd till", "Förlängningsskäl", "Avskriven")


def counts(line: Line) -> tuple[int, int, int, int, int]:
    return line.met, line.missed, line.pending, line.left, line.late_now


def adds_up(result: Result) -> bool:
    c = result.counts
    set_aside = sum(finding.count for finding in result.findings if finding.sets_aside)
    return (
        c.read == c.counted + c.apart + c.outside + c.aside and c.aside == set_aside and c.counted == result.total.whole
    )


@pytest.mark.parametrize(
    ("ended", "as_of", "state"),
    [
        ("2026-02-15", date(2026, 3, 1), State.MET),  # the last day
        ("2026-02-16", date(2026, 3, 1), State.MISSED),  # the day after
        ("", date(2026, 2, 15), State.PENDING),  # open on the last day
        ("", date(2026, 2, 16), State.MISSED),  # open the day after: late now
        ("2026-02-20", date(2026, 2, 15), State.PENDING),  # it ended after the list was taken out
        ("2026-02-20", date(2026, 2, 16), State.MISSED),
        ("2026-02-01", date(2026, 2, 1), State.MET),
    ],
)
def test_border_days_of_fourteen(tmp_path: Path, ended: str, as_of: date, state: State) -> None:
    result = check(tmp_path, "forhandsbedomning", [ASSESSED, ("A-1", "K", "", "2026-02-01", ended)], as_of=as_of)
    assert {State.MET: (1, 0, 0), State.MISSED: (0, 1, 0), State.PENDING: (0, 0, 1)}[state] == counts(result.total)[:3]
    assert result.total.late_now == (state is State.MISSED and (not ended or date.fromisoformat(ended) > as_of))


@pytest.mark.parametrize("name", [c.name for c in CHECKS if c.has_deadline])
def test_deadlines_are_those_of_the_law(name: str, tmp_path: Path) -> None:
    """Month ends and leap days as in `kernel.law.days`, for each day of two years."""
    days = [date(2023, 1, 1) + timedelta(days=n) for n in range(731)]
    term = term_on(shipped_terms(), term_key(BY_NAME[name].rule), YEAR[1])
    numbers = ibis.range(0, len(days)).unnest().name("n").as_table()
    start = ibis.date("2023-01-01") + numbers.n.as_interval("D")
    with DuckEngine(Room(tmp_path)) as engine:
        found = engine.rows(numbers.mutate(due=later(start, term)).order_by("n").select("due"), {})
    assert [day for (day,) in found] == [due(day, term) for day in days]


def test_open_cases_are_not_forgotten(tmp_path: Path) -> None:
    """Two were quick, two still open long after the deadline: of those that began, half; of those that ended, all."""
    rows = [
        ASSESSED,
        ("A-1", "K", "", "2026-02-01", "2026-02-03"),
        ("A-2", "M", "", "2026-02-01", "2026-02-15"),
        ("A-3", "K", "", "2026-02-01", ""),
        ("A-4", "", "", "2026-02-01", ""),
    ]
    opened = check(tmp_path, "forhandsbedomning", rows, as_of=date(2026, 6, 1))
    closed = check(tmp_path, "forhandsbedomning", rows, as_of=date(2026, 6, 1), basis=Basis.CLOSED)
    assert counts(opened.total) == (2, 2, 0, 0, 2)
    assert opened.total.share
    assert opened.total.share.share == 0.5
    assert not opened.total.is_estimate
    assert counts(closed.total) == (2, 0, 0, 0, 0)
    assert {line.sex: counts(line)[:2] for line in opened.lines if line.sex} == {
        "female": (1, 1),
        "male": (1, 0),
        "unknown": (0, 1),
    }
    assert adds_up(opened)
    assert adds_up(closed)


def test_applications_stand_apart(tmp_path: Path) -> None:
    rows = [
        (*ASSESSED, "Typ av aktualisering"),
        ("A-1", "K", "", "2026-02-01", "2026-02-03", "Anmälan"),
        ("A-2", "K", "", "2026-02-01", "", "Ansökan"),
    ]
    result = check(tmp_path, "forhandsbedomning", rows)
    assert (result.counts.counted, result.counts.apart) == (1, 1)
    assert adds_up(result)


def test_groups_and_their_sexes_add_up(tmp_path: Path) -> None:
    rows = [ASSESSED]
    for number in range(60):
        ended = "2026-02-10" if number % 3 else "2026-03-10"
        rows.append((f"A-{number}", "KM"[number % 2], ("Norr", "Söder", "")[number % 4 % 3], "2026-02-01", ended))
    lines = {(line.group, line.sex): line for line in check(tmp_path, "forhandsbedomning", rows).lines}
    groups = [line for (group, sex), line in lines.items() if group and not sex]
    assert {line.group for line in groups} == {"Norr", "Söder", "unknown"}
    assert sum(line.counted for line in groups) == lines["", ""].counted == 60
    for group in ("", *(line.group for line in groups)):
        assert sum(lines[group, sex].met for sex in ("female", "male") if (group, sex) in lines) == lines[group, ""].met


def test_an_extension_is_a_deadline_of_its_own(tmp_path: Path) -> None:
    rows = [
        INVESTIGATED,
        ("A-1", "2026-01-31", "2026-05-31", "", "", ""),  # four months later, on the month's last day
        ("A-2", "2026-01-31", "2026-06-30", "2026-07-31", "Väntar på läkarutlåtande", ""),
        ("A-3", "2026-01-31", "2026-08-01", "2026-07-31", "", ""),
        ("A-4", "2026-01-31", "2026-06-30", "2026-03-01", "", ""),  # an extension to before the deadline is none
        ("A-5", "2026-01-31", "", "", "", "2026-03-01"),  # moved before its deadline
    ]
    result = check(tmp_path, "barnavardsutredning", rows)
    assert counts(result.total) == (2, 2, 0, 1, 0)
    assert (result.counts.extended, result.counts.unexplained) == (2, 1)
    assert result.curves.extended[0].share == 0.5
    assert [step.days for step in result.curves.extended] == [-31, 1]
    assert adds_up(result)


def test_what_is_wrong_is_found_first_and_all_rows_are_accounted_for(tmp_path: Path) -> None:
    rows = [
        ASSESSED,
        ("A-1", "K", "", "2026-02-01", "2026-02-03"),
        ("a-1 ", "K", "", "2026-02-01", "2026-02-04"),  # the same case and day once more
        ("A-2", "K", "", "", "2026-02-03"),
        ("A-3", "K", "", "2026-02-31", "2026-02-03"),
        ("A-4", "K", "", "2026-02-05", "2026-02-03"),
        ("A-5", "K", "", "2027-02-05", ""),
        ("", "K", "", "2026-02-05", ""),
        ("", "", "", "", ""),
        ("A-6", "X", "", "2025-02-05", "2025-02-06"),
        ("A-7", "K", "", "2026-02-05", "2026-02-06"),
    ]
    result = check(tmp_path, "forhandsbedomning", rows)
    assert [(f.fault, f.count, f.rows) for f in result.findings] == [
        (Fault.EMPTY, 1, (9,)),
        (Fault.NO_CASE, 1, (8,)),
        (Fault.IMPOSSIBLE_DAY, 1, (5,)),
        (Fault.NO_START, 1, (4,)),
        (Fault.STARTS_LATER, 1, (7,)),
        (Fault.ENDS_BEFORE_START, 1, (6,)),
        (Fault.DUPLICATE, 1, (3,)),
        (Fault.UNKNOWN_CODE, 1, (10,)),
    ]
    assert (result.counts.read, result.counts.counted, result.counts.outside, result.counts.aside) == (10, 2, 1, 7)
    assert adds_up(result)


RULES = [
    (
        "asi",
        ("Ärende", "Senaste ASI"),
        [("2021-12-31", True), ("2021-12-30", False), ("", False), ("2027-01-01", False)],
    ),
    ("freda", ("Ärende", "FREDA"), [("2026-01-01", True), ("2025-12-31", False), ("2026-12-31", True), ("", False)]),
    ("utredningsplan", ("Ärende", "Utredningsplan", "Utredning inledd"), [("ja", True), ("Nej", False), ("", False)]),
    ("behorigheter", ("Ärende", "Antal behöriga", "Skyddad"), [("0", False), ("1", True), ("3", True), ("4", False)]),
    ("forandringsplan", ("Ärende", "Förändringsplan"), [("2026-12-31", True), ("2027-01-01", False), ("", False)]),
]
LAST_CELL = {"Utredning inledd": "2026-02-01", "Skyddad": "ja"}


@pytest.mark.parametrize(("name", "heading", "answers"), RULES, ids=[rule[0] for rule in RULES])
def test_rules_without_a_deadline(
    tmp_path: Path, name: str, heading: tuple[str, ...], answers: list[tuple[str, bool]]
) -> None:
    rest = tuple(LAST_CELL[cell] for cell in heading[2:])
    rows = [heading, *((f"A-{number}", written, *rest) for number, (written, _) in enumerate(answers))]
    result = check(tmp_path, name, rows)
    assert counts(result.total)[:2] == (sum(ok for _, ok in answers), sum(not ok for _, ok in answers))
    assert result.total.late_now == 0


def test_a_plan_that_has_run_out_is_not_current(tmp_path: Path) -> None:
    heading = ("Ärende", "Förändringsplan", "Förändringsplan gäller till")
    rows = [heading, ("A-1", "2026-01-01", "2026-12-31"), ("A-2", "2026-01-01", "2026-12-30")]
    assert counts(check(tmp_path, "forandringsplan", rows).total)[:2] == (1, 1)


def test_the_child_was_met_before_and_not_too_long_before(tmp_path: Path) -> None:
    heading = ("Ärende", "Barnet träffat", "Övervägande")
    met = ("2026-07-01", "2026-01-01", "2025-12-31", "2026-07-02", "")
    rows = [heading, *((f"A-{number}", day, "2026-07-01") for number, day in enumerate(met))]
    assert counts(check(tmp_path, "barnet_traffat", rows).total)[:2] == (2, 3)


def test_decisions_by_the_right_delegate(tmp_path: Path) -> None:
    heading = ("Ärende", "Beslutstyp", "Beslutsfattarens roll", "Beslutsdatum")
    rows = [
        heading,
        ("A-1", "Bistånd", "handläggare", "2026-02-01"),
        ("A-2", "Placering", "handläggare", "2026-02-01"),
        ("A-3", "Placering", "utskott", "2026-02-01"),
        ("A-4", "Annat", "utskott", "2026-02-01"),
    ]
    chosen = BY_NAME["delegation"]
    given = read_list(tmp_path, chosen, rows)
    asked = Round(chosen, *YEAR, YEAR[1], delegation={"Bistånd": ("handläggare",), "Placering": ("utskott", "nämnd")})
    with DuckEngine(Room(tmp_path / "engine", readable=[tmp_path])) as engine:
        missed = list_cases(asked, given, engine, State.MISSED)
        met = list_cases(asked, given, engine, State.MET)
    assert (len(met), len(missed)) == (2, 2)
    assert met == sorted(met)
    assert not [case for case in (*met, *missed) if "a-" in case]


def test_a_list_without_what_is_asked_about_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="kolumn med förhandsbedömning klar"):
        check(tmp_path, "forhandsbedomning", [("Ärende", "Inkom"), ("A-1", "2026-01-02")])


def test_only_deadlines_are_counted_in_two_ways(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="ingen frist"):
        check(tmp_path, "freda", [("Ärende", "FREDA"), ("A-1", "2026-01-02")], basis=Basis.CLOSED)


@pytest.mark.parametrize("dialect", ["duckdb", "pyspark"])
@pytest.mark.parametrize("chosen", CHECKS, ids=lambda chosen: chosen.name)
def test_every_check_is_one_expression_for_both_engines(chosen: object, dialect: str) -> None:
    asked = used(BY_NAME[getattr(chosen, "name", "")], YEAR[1])
    assert LIST in sql_of(judge(asked, asked.check.needs), dialect)


def test_every_check_is_whole() -> None:
    assert len({c.name for c in CHECKS}) == len(CHECKS)
    for chosen in CHECKS:
        assert set(chosen.uses) <= set(FIELDS)
        assert chosen.question.endswith("?")
        if isinstance(chosen.rule, Range):
            assert chosen.rule.source
