"""The list and its file: narrowed, within the reader's scope, coded values only."""

import csv
from io import StringIO

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.registers.provider_reports.models import Provider
from varvet.registers.provider_reports.rules import Known, Outcome
from varvet.registers.provider_reports.tests.factories import (
    PAGES,
    closed,
    disowned,
    make_provider,
    registered,
    requested,
    taken_in,
)


def listed(user: User, query: str) -> set[str]:
    """The references in the list's table."""
    shown = text_of(as_(user).get(f"{PAGES}{query}"))
    return {part[:13] for part in shown.split('class="rf"><a href="/lex-sarah-i-enskild-regi/')[1:]}


def test_it_is_narrowed_by_what_is_chosen(cast: Cast) -> None:
    other = make_provider(cast, "Ekhagens stöd", organisation_number="")
    new, asked = registered(cast), requested(cast, provider=other, ours=Known.NO)
    found, done = taken_in(cast, Outcome.SERIOUS, unit=cast.b), closed(cast)
    everything = {one.reference for one in (new, asked, found, done)}
    assert listed(cast.dag, "?lage=alla") == everything
    assert listed(cast.dag, "") == everything - {done.reference}
    assert listed(cast.dag, "?lage=requested") == {asked.reference}
    assert listed(cast.dag, f"?lage=alla&utforare={other.pk}") == {asked.reference}
    assert listed(cast.dag, "?lage=alla&placerad=no") == {asked.reference}
    assert listed(cast.dag, "?lage=alla&utfall=serious") == {found.reference}
    assert listed(cast.dag, f"?lage=alla&enhet={cast.b.pk}") == {found.reference}
    assert listed(cast.alice, "?lage=alla") == everything - {found.reference}
    assert listed(cast.dag, "?lage=alla&handlaggare=jag") == set()
    assert listed(cast.dag, "?lage=alla&till=2026-03-11") == set()


@pytest.mark.parametrize("query", ["?utforare=x", "?utforare=9" + "9" * 30, "?lage=%00&utfall=%00", "?efter=x"])
def test_what_an_address_cannot_mean_is_left_out(cast: Cast, query: str) -> None:
    made = registered(cast)
    assert listed(cast.dag, query) == {made.reference}


@pytest.mark.parametrize("name", ["bo", "hugo", "gun"])
def test_it_is_for_those_who_see(cast: Cast, name: str) -> None:
    client = as_(getattr(cast, name))
    assert client.get(PAGES).status_code == client.get(f"{PAGES}fil.csv").status_code == 403


def test_the_file_holds_what_the_list_holds(cast: Cast) -> None:
    made, gone = taken_in(cast, Outcome.SERIOUS), disowned(cast)
    response = as_(cast.alice).get(f"{PAGES}fil.csv?lage=alla")
    rows = list(csv.DictReader(StringIO(response.getvalue().decode("utf-8-sig")), delimiter=";"))
    assert {row["Ärende"] for row in rows} == {made.reference, gone.reference}
    [row] = [row for row in rows if row["Ärende"] == made.reference]
    assert (row["Utförare"], row["Organisationsnummer"]) == ("Solgården omsorg AB", "556012-5790")
    assert (row["Informerad"], row["Utredning mottagen"], row["Placerad av oss"]) == ("2026-03-12", "2026-03-31", "Ja")
    assert (row["Läge"], row["Utförarens utfall"]) == ("Utredning mottagen", "Allvarligt missförhållande")
    event = AuditEvent.objects.get(event="exported")
    assert (event.kind, event.data["rows"]) == ("provider_reports", 2)


def test_a_name_that_begins_a_formula_is_text(cast: Cast) -> None:
    Provider.objects.filter(pk=make_provider(cast).pk).update(name="=1+1")
    registered(cast, provider=Provider.objects.get())
    assert "'=1+1" in as_(cast.dag).get(f"{PAGES}fil.csv?lage=alla").getvalue().decode()
    assert as_(cast.dag).get(f"{PAGES}fil.pdf").status_code == 404
    assert as_(cast.dag).get(f"{PAGES}fil.xlsx?lage=alla").status_code == 200
