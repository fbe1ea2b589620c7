"""A round is counted from a list that was read in by command: all of it or one unit, by those who may see it all."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from varvet.extracts.mappings import ColumnMap
from varvet.extracts.pseudonyms import Pseudonyms, key_for
from varvet.extracts.shelf.importing import Import, keep
from varvet.extracts.shelf.keeping import remove_older
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.extracts.shelf.manifests import Kept
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks import actions, queries
from varvet.registers.self_checks.actions.compute_list import compute
from varvet.registers.self_checks.models import ColumnChoice, ListCheck, Round
from varvet.registers.self_checks.rules import Method
from varvet.registers.self_checks.rules.list_check import ListState
from varvet.registers.self_checks.tests.factories import fresh, last_event
from varvet.registers.self_checks.tests.list_factories import AS_OF, NUMBERS, content, here, make_list_round, rows

__all__ = ["here"]
pytestmark = pytest.mark.usefixtures("here")
CHECK = "forhandsbedomning"


@pytest.fixture(autouse=True)
def _data(settings: object, tmp_path: Path) -> None:
    settings.VARVET_DATA = tmp_path  # type: ignore[attr-defined]  # as pytest-django gives it


def shelf() -> Path:
    folder: Path = settings.VARVET_DATA / "extracts"
    return folder


def keep_list(root: Unit, kind: ExtractKind = ExtractKind.CASES, given: bytes | None = None) -> Kept:
    """As `varvet extract import` keeps it."""
    file = settings.VARVET_DATA / "stor.csv"
    file.write_bytes(content() if given is None else given)
    pseudonyms = Pseudonyms(key_for(settings.AUDIT_KEY, root.slug), this_year=2026)
    return keep(Import(file, root.slug, kind, ColumnMap("Treserva")), pseudonyms, shelf(), NOW)


def chosen(kept: Kept, unit: str = "", check: str = CHECK) -> actions.KeptChosen:
    return actions.KeptChosen(check, kept.folder.name, "Treserva", unit, AS_OF)


def take(cast: Cast, held: Round, what: actions.KeptChosen) -> ListCheck:
    row = actions.take_kept_list(round_=held, chosen=what, version=held.version, by=cast.eva, now=NOW)
    compute(row, now=NOW)
    return ListCheck.objects.get(pk=row.pk)


def page_of(held: Round, check: str = CHECK) -> str:
    return reverse("self_checks:kept_list", args=[held.reference, check])


def test_all_of_it_is_counted_as_a_list_that_was_sent(cast: Cast) -> None:
    row = take(cast, make_list_round(cast), chosen(keep_list(cast.root)))
    computed = queries.computed_of(row)
    assert computed is not None
    assert row.state == ListState.COUNTED
    assert computed.closed is not None
    assert (computed.closed.total.met, computed.closed.total.counted) == (33, 40)
    assert (row.check_name, row.source, row.as_of) == (CHECK, "Treserva", AS_OF)
    assert last_event(row.round)[0] == "kept_list_chosen"
    assert not ColumnChoice.objects.exists()
    written = b"".join(path.read_bytes() for path in row.folder.rglob("*") if path.is_file())
    assert not [one for one in NUMBERS if one.encode() in written]


def test_one_unit_of_it_is_counted_by_itself(cast: Cast) -> None:
    kept = keep_list(cast.root)
    row = take(cast, make_list_round(cast), chosen(kept, " enhet 1 "))
    computed = queries.computed_of(row)
    assert computed is not None
    assert [line.group for line in computed.opened.units if line.group and not line.sex] == ["Enhet 1"]
    assert (queries.told_of(row).read, row.part) == (21, "enhet 1")
    assert (row.folder / "list.parquet").stat().st_mode & 0o077 == 0


def test_a_unit_that_is_not_in_the_list_is_refused_with_those_that_are(cast: Cast, client: Client) -> None:
    kept, held = keep_list(cast.root), make_list_round(cast)
    client.force_login(cast.eva)
    given = {"version": held.version, "kept": kept.folder.name, "unit": "Enhet 7", "as_of": "2026-03-31"}
    refused = client.post(page_of(held), given)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert 'id="id_unit_error"' in page
    assert "Enhet 0, Enhet 1" in page
    assert not ListCheck.objects.exists()
    assert [path.name for path in shelf().iterdir() if not path.name.startswith(".")] == [cast.root.slug]


def test_a_list_without_units_cannot_be_parted(cast: Cast) -> None:
    kept = keep_list(cast.root, given="Ärende;Inkom;Förhandsbedömning klar\r\nB-1;2026-02-01;2026-02-05".encode())
    with pytest.raises(RuleBroken, match="vilken enhet"):
        take(cast, make_list_round(cast), chosen(kept, "Enhet 1"))


def test_a_list_that_lacks_what_the_check_needs_is_refused(cast: Cast) -> None:
    kept = keep_list(cast.root, given="Ärende;Inkom\r\nB-1;2026-02-01".encode())
    with pytest.raises(RuleBroken, match="Kontrollen behöver en kolumn"):
        take(cast, make_list_round(cast), chosen(kept))
    assert not ListCheck.objects.exists()


def test_what_is_gone_of_another_root_or_kind_is_not_found(cast: Cast) -> None:
    held, kept = make_list_round(cast), keep_list(cast.root)
    other = keep_list(cast.other_root, given=content(rows(12)))
    for name in (f"../../{cast.other_root.slug}/cases/{other.folder.name}", "..", ""):
        with pytest.raises(RuleBroken, match="finns inte kvar"):
            take(cast, held, actions.KeptChosen(CHECK, name, "", "", AS_OF))
    remove_older(shelf(), NOW + timedelta(days=1))
    with pytest.raises(RuleBroken, match="finns inte kvar"):
        take(cast, held, chosen(kept))


def test_who_leads_a_unit_alone_may_not(cast: Cast, client: Client) -> None:
    """The list is the whole organisation's."""
    kept, held = keep_list(cast.root), make_list_round(cast)
    with pytest.raises(NotAllowed):
        actions.take_kept_list(round_=held, chosen=chosen(kept), version=held.version, by=cast.alice, now=NOW)
    client.force_login(cast.alice)
    assert client.get(page_of(held)).status_code == 403
    given = {"version": held.version, "kept": kept.folder.name, "as_of": "2026-03-31"}
    assert client.post(page_of(held), given).status_code == 422
    sending = reverse("self_checks:list_new", args=[held.reference, CHECK])
    assert page_of(held) not in client.get(sending).content.decode()
    client.force_login(cast.stranger)
    assert client.get(page_of(held)).status_code == 404
    assert not ListCheck.objects.exists()


def test_in_the_wrong_state_it_is_refused(cast: Cast) -> None:
    kept, held = keep_list(cast.root), make_list_round(cast)
    with pytest.raises(StaleVersion):
        actions.take_kept_list(round_=held, chosen=chosen(kept), version=99, by=cast.eva, now=NOW)
    stopped = actions.mark_not_done(round_=held, reason="Hanns inte.", version=held.version, by=cast.eva, now=NOW)
    with pytest.raises(RuleBroken):
        take(cast, fresh(stopped.pk), chosen(kept))
    with pytest.raises(RuleBroken, match="på ett annat sätt"):
        take(cast, make_list_round(cast, Method.FILE_AUDIT), chosen(kept))


def test_from_the_page_of_sending_to_the_result(cast: Cast, client: Client) -> None:
    kept, held = keep_list(cast.root), make_list_round(cast)
    client.force_login(cast.eva)
    sending = reverse("self_checks:list_new", args=[held.reference, CHECK])
    assert page_of(held) in client.get(sending).content.decode()
    choosing = client.get(page_of(held)).content.decode()
    assert "Treserva, inläst" in choosing
    assert "43" in choosing
    assert client.post(page_of(held), {"version": held.version, "kept": "x"}).status_code == 422
    given = {"version": held.version, "kept": kept.folder.name, "unit": "", "as_of": "2026-03-31"}
    answer = client.post(page_of(held), given)
    row = ListCheck.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("self_checks:list_result", args=[held.reference, row.token])
    compute(row, now=NOW)
    remove_older(shelf(), NOW + timedelta(days=1))  # the round's own file is still there
    assert "Enhet 1" in client.get(answer["Location"]).content.decode()
    assert (row.folder / "list.parquet").exists()


def test_without_a_kept_list_the_page_says_how_one_comes(cast: Cast, client: Client) -> None:
    held = make_list_round(cast)
    client.force_login(cast.eva)
    assert "Ingen lista är inläst" in client.get(page_of(held)).content.decode()


def test_the_day_is_that_of_the_import_until_another_is_said(cast: Cast, client: Client) -> None:
    keep_list(cast.root)
    client.force_login(cast.eva)
    page = client.get(page_of(make_list_round(cast))).content.decode()
    assert f'value="{day_of(NOW).isoformat()}"' in page
