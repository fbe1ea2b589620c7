"""The list: narrowed by its address, kept as a view, taken out as a file; never a word or an amount."""

import csv
from datetime import date
from io import StringIO

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast, make_person, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.law.days import day_of
from varvet.registers.payment_errors import queries
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.tests.factories import SECRET, begun, closed, completed, decided, reported
from varvet.registers.payment_errors.views import shown_export
from varvet.registers.payment_errors.views.shown_mine import my_rows

PAGES = "/felaktiga-utbetalningar/"


def listed(user: User, query: str = "") -> set[str]:
    """The references in the list's table."""
    shown = text_of(as_(user).get(f"{PAGES}{query}"))
    return {part[:13] for part in shown.split(f'class="rf"><a href="{PAGES}')[1:]}


@pytest.fixture
def three(cast: Cast) -> list[PaymentError]:
    """Told of, looked into with a decision, and closed."""
    return [reported(cast), decided(cast), closed(cast)]


def test_the_list_is_narrowed(cast: Cast, three: list[PaymentError]) -> None:
    told, judged, done = (error.reference for error in three)
    PaymentError.objects.filter(pk=three[2].pk).update(handler=cast.eva)
    assert listed(cast.alice) == {told, judged}
    assert listed(cast.alice, "?lage=alla") == {told, judged, done}
    assert listed(cast.alice, "?lage=closed") == {done}
    assert listed(cast.alice, "?lage=alla&orsak=client") == {judged, done}
    assert listed(cast.alice, "?lage=alla&orsak=us") == set()
    assert listed(cast.alice, "?lage=alla&kom-fram=tip") == {told, judged, done}
    assert listed(cast.alice, "?lage=alla&kom-fram=own") == set()
    assert listed(cast.alice, "?lage=alla&aterkrav=yes&polis=no") == {judged, done}
    assert listed(cast.alice, "?lage=alla&polis=yes") == set()
    assert listed(cast.alice, "?lage=alla&mina=1") == {judged}
    assert listed(cast.alice, f"?lage=alla&till={date(2020, 1, 1)}") == set()
    assert listed(cast.alice, f"?lage=alla&enhet={cast.a.pk}") == {told, judged, done}
    assert listed(cast.alice, "?lage=alla&orsak=%00&polis=x&fran=y&enhet=99999999999999") == {told, judged, done}


@pytest.mark.usefixtures("three")
def test_what_is_chosen_is_said_and_can_be_kept(cast: Cast) -> None:
    page = text_of(as_(cast.alice).get(f"{PAGES}?lage=alla&orsak=client"))
    assert "Orsak: Hos den som fick pengarna" in page
    assert "/vyer/ny/" in page or "spara" in page.casefold()
    assert f"{PAGES}fil.xlsx?lage=alla&amp;orsak=client" in page


def test_the_file_holds_coded_values_alone(cast: Cast) -> None:
    done = closed(cast)
    cast.a.name = "=1+1 enheten"
    cast.a.save()
    answer = as_(cast.alice).get(f"{PAGES}fil.csv?lage=closed")
    [row] = list(csv.DictReader(StringIO(answer.getvalue().decode("utf-8-sig")), delimiter=";"))
    assert (row["Ärende"], row["Enhet"]) == (done.reference, "'=1+1 enheten")
    assert (row["Orsak"], row["Återkrav"]) == ("Hos den som fick pengarna", "Ja, vi återkräver")
    assert (row["Polisanmälan"], row["Anmäld"]) == ("Nej, ingen anmälan", day_of(NOW).isoformat())
    assert SECRET not in str(row)
    assert "4200" not in str(row)
    assert AuditEvent.objects.get(event="exported").data["rows"] == 1
    assert as_(cast.alice).get(f"{PAGES}fil.xlsx").status_code == 200
    assert as_(cast.alice).get(f"{PAGES}fil.pdf").status_code == 404


def test_every_state_has_as_many_cells_as_heads(cast: Cast) -> None:
    for make in (reported, begun, completed, decided, closed):
        assert len(shown_export.row(make(cast))) == len(shown_export.heads())


def test_who_takes_the_list_out(cast: Cast, three: list[PaymentError]) -> None:
    for user in (cast.bo, cast.hugo, cast.gun):
        assert as_(user).get(f"{PAGES}fil.csv").status_code == 403
    assert queries.exported_ids(reader_of(cast.cecilia), queries.Filters()) == []
    assert len(queries.exported_ids(reader_of(cast.eva), queries.Filters())) == len(three)


def test_what_one_told_of_is_among_ones_reports(cast: Cast) -> None:
    error = reported(cast)
    [row] = my_rows(reader_of(cast.bo))
    assert (row.reference, row.step, row.steps) == (error.reference, 1, 4)
    assert my_rows(reader_of(cast.cecilia)) == []
    assert error.reference in text_of(as_(cast.bo).get("/mina-rapporter/"))


def test_the_controller_of_payments_handles_them_and_reads_nothing_else(cast: Cast) -> None:
    error = reported(cast)
    paula = make_person("Paula", "payment_controller", cast.a)
    assert listed(paula) == {error.reference}
    assert as_(paula).get(f"{PAGES}{error.reference}/utred/").status_code == 200
    assert as_(paula).get(f"{PAGES}fil.csv").status_code == 200
    for place in ("/avvikelser/", "/lex-sarah/", "/synpunkter/"):
        assert as_(paula).get(place).status_code == 403
    elsewhere = make_person("Pia", "payment_controller", cast.b)
    assert as_(elsewhere).get(f"{PAGES}{error.reference}/").status_code == 404
