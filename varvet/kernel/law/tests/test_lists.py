"""The shipped lists come out as values."""

from varvet.kernel.law import lists


def test_lex_sarah_lists() -> None:
    assert len(lists.lex_sarah_types()) == 9
    assert lists.lex_sarah_types()[-1] == "Annat"
    assert lists.lex_sarah_outcomes()[0] == "inget missförhållande"
    assert len(lists.lex_sarah_outcomes()) == 5


def test_quality_areas_by_origin() -> None:
    first, *others = lists.quality_areas()
    assert (first.origin, len(first.areas)) == ("Socialstyrelsen", 6)
    assert [row.areas for row in others] == [("Jämlik",), ("Bemötande",)]


def test_instruments_have_their_own_scales() -> None:
    found = {row.name: row for row in lists.instruments()}
    assert (found["AUDIT"].cutoff_men, found["AUDIT"].cutoff_women) == (8, 6)
    assert (found["DUDIT"].lowest, found["DUDIT"].highest) == (0, 44)
    assert (found["ASI"].areas, found["ASI"].interviewer_highest) == (7, 9)
    assert found["SDQ"].cutoff_men is None


def test_duties_are_not_certain() -> None:
    assert {row.key for row in lists.duties()} >= {"lex_maja", "lex_maria", "arbetsskada"}
    assert not [row for row in lists.duties() if row.status.certain]


def test_kolada_is_asked_in_version_three() -> None:
    form = lists.kolada_form()
    assert form.base == "/v3"
    assert all(path.startswith("/") for path in form.paths)
