"""Figures that two municipalities counted by hand, computed out of lists made to match them."""

from pathlib import Path

from varvet.extracts.checks.results import Line
from varvet.extracts.tests.made import check
from varvet.extracts.wordings import percent


def shown(line: Line) -> tuple[int, int, str]:
    """Whole per cent, as the documents print it."""
    assert line.share is not None
    return line.met, line.counted, f"{line.share.share:.0%}"


def test_goteborg_2024_freda(tmp_path: Path) -> None:
    """In 16 of 39 cases the questions had been asked within the latest year."""
    rows = [("Ärende", "FREDA"), *((f"A-{n}", "2026-03-01" if n < 16 else "2024-03-01") for n in range(39))]
    assert shown(check(tmp_path, "freda", rows).total)[:2] == (16, 39)


def test_goteborg_2024_protected_persons(tmp_path: Path) -> None:
    """The mapping was missing in 15 of 21; in 18 of 21 one to three had the right to see the case."""
    heading = ("Ärende", "Skyddad", "Kartläggning", "Behöriga")
    rows = [heading, *((f"A-{n}", "ja", "ja" if n < 6 else "", "2" if n < 18 else "5") for n in range(21))]
    rows += [(f"B-{n}", "nej", "", "40") for n in range(30)]
    mapped, entitled = (check(tmp_path, name, rows) for name in ("kartlaggning", "behorigheter"))
    assert shown(mapped.total)[:2] == (6, 21)
    assert shown(entitled.total)[:2] == (18, 21)
    assert mapped.counts.outside == 30


def test_bromma_2023_talks_with_children(tmp_path: Path) -> None:
    """In 14 of 15 cases."""
    heading = ("Ärende", "Barnsamtal", "Barnsamtal dokumenterat")
    rows = [heading, *((f"A-{n}", "ja" if n else "nej", "ja") for n in range(15))]
    assert shown(check(tmp_path, "barnsamtal", rows).total)[:2] == (14, 15)


def test_bromma_2023_table_5_work_together(tmp_path: Path) -> None:
    groups = {"Funktionsnedsättning": (36, 48), "Socialpsykiatri": (38, 68), "Beroende": (31, 43)}
    rows = [("Ärende", "Arbetsgrupp", "Samverkat")]
    for group, (met, whole) in groups.items():
        rows += [(f"{group}-{n}", group, "ja" if n < met else "nej") for n in range(whole)]
    lines = {line.group: shown(line) for line in check(tmp_path, "samverkan", rows).lines if not line.sex}
    assert lines == {
        "Funktionsnedsättning": (36, 48, "75%"),
        "Socialpsykiatri": (38, 68, "56%"),
        "Beroende": (31, 43, "72%"),  # the document prints 74 %
        "": (105, 159, "66%"),
    }


def test_bromma_2023_investigations_of_adults(tmp_path: Path) -> None:
    """47 % of 60 in time; 66 % of the women and 29 % of the men."""
    rows = [("Ärende", "Kön", "Utredning inledd", "Utredning avslutad")]
    for sex, met, whole in (("K", 19, 29), ("M", 9, 31)):
        rows += [(f"{sex}-{n}", sex, "2026-02-01", "2026-03-01" if n < met else "2026-03-02") for n in range(whole)]
    lines = {line.sex: shown(line)[2] for line in check(tmp_path, "vuxenutredning", rows).lines if not line.group}
    assert lines == {"": "47%", "female": "66%", "male": "29%"}


def test_a_share_is_never_rounded_to_all_or_none() -> None:
    assert [percent(share) for share in (0, 0.00001, 0.5, 0.125, 0.99999, 1)] == [
        "0",
        "0,1",
        "50",
        "12,5",
        "99,9",
        "100",
    ]
