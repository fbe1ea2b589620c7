"""The page about the law: everybody reads, administrators correct, and what is unchecked says so."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.conf import settings
from django.db import IntegrityError
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.models import TermCorrection, Unit
from varvet.kernel.organisation.terms import get_term
from varvet.kernel.organisation.tree import add_unit, rebuild_below
from varvet.kernel.records.models import OneTimeKey

pytestmark = pytest.mark.django_db

FIRST_DAY = date(2020, 1, 1)
KEY = "synpunkt_besvarad"
SENT = {
    "key": "a-key-of-its-own",
    "value": "15",
    "unit": "working days",
    "source": "nämndens beslut 2026-10-01 § 12",
    "status": "decided locally",
    "valid_from": "2026-11-01",
    "valid_to": "",
    "scope": "here",
    "reason": "nämnden har beslutat om 15 arbetsdagar",
}


def place(name: str) -> Unit:
    root = add_unit(name=name, slug=name.casefold(), level="municipality", first_day=FIRST_DAY)
    rebuild_below(root)
    return root


def person(root: Unit | None, name: str, role: str = "employee") -> User:
    user = User.objects.create_user(f"{name.casefold()}@example.org", name)
    if root:
        Assignment.objects.create(user=user, unit=root, role=role, first_day=FIRST_DAY)
    return user


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def root() -> Unit:
    return place("Exempelby")


@pytest.fixture
def reader(root: Unit) -> Client:
    return browser_of(person(root, "Bo"))


@pytest.fixture
def administrator(root: Unit) -> Client:
    return browser_of(person(root, "Ada", "administrator"))


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return unescape(response.content.decode())


def row_of(page: str, label: str) -> str:
    """The table row of a term: from its label to the row's end."""
    return page.split(f">{label}</a>", 1)[1].split("</tr>", 1)[0]


def today_value(root: Unit | None) -> int:
    return get_term(KEY, root=root, on=date(2026, 11, 22)).value


def test_a_stranger_is_sent_to_log_in() -> None:
    response = Client().get(reverse("law:index"))
    assert response.status_code == 302
    assert response["Location"].startswith(resolve_url(settings.LOGIN_URL))


def test_everybody_logged_in_reads_value_source_days_and_how_checked(reader: Client) -> None:
    row = row_of(text_of(reader, reverse("law:index")), "Förhandsbedömning av en orosanmälan")
    for said in ("14 dagar", "SoL 20 kap. 2 §", "Från 2025-07-01", "Sedd i författningstexten", "2026-11-21"):
        assert said in row
    assert "Kontrollera före användning" not in row


@pytest.mark.parametrize("label", ["Personuppgiftsincident anmäls till IMY", "Synpunkt är besvarad"])
def test_an_unverified_row_says_so_in_words(reader: Client, label: str) -> None:
    row = row_of(text_of(reader, reverse("law:index")), label)
    assert "Kontrollera före användning" in row
    assert "Sedd i författningstexten" not in row


def test_every_moved_section_and_act_is_listed(reader: Client) -> None:
    page = text_of(reader, reverse("law:index"))
    for said in ("SoL (2001:453) 14 kap. 3 §", "SoL 27 kap. 2 §", "Kommunallag (2017:725)"):
        assert said in page


def test_the_law_of_another_day_is_shown(reader: Client) -> None:
    page = text_of(reader, reverse("law:index") + "?dag=2025-06-30")
    assert "Det här gällde 2025-06-30" in page
    assert "SoL (2001:453) 11 kap. 1 a §" in row_of(page, "Förhandsbedömning av en orosanmälan")
    assert "Cyberincident: anmälan" not in page


def test_a_day_that_cannot_be_read_is_asked_for_again(reader: Client) -> None:
    response = reader.get(reverse("law:index") + "?dag=igår")
    assert response.status_code == 422
    assert "Skriv dagen som år-månad-dag" in response.content.decode()


def test_who_has_no_role_yet_reads_what_is_shipped() -> None:
    assert "14 dagar" in text_of(browser_of(person(None, "Nya")), reverse("law:index"))


def test_an_unknown_term_is_not_found(reader: Client, administrator: Client) -> None:
    assert reader.get(reverse("law:term", args=["finns_inte"])).status_code == 404
    assert administrator.get(reverse("law:correct", args=["finns_inte"])).status_code == 404


def test_only_an_administrator_is_offered_to_correct(reader: Client, administrator: Client) -> None:
    address = reverse("law:correct", args=[KEY])
    assert address not in text_of(reader, reverse("law:term", args=[KEY]))
    assert address in text_of(administrator, reverse("law:term", args=[KEY]))


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_wrong_role_is_told_who_could(reader: Client, root: Unit, method: str) -> None:
    response = getattr(reader, method)(reverse("law:correct", args=[KEY]), SENT)
    assert response.status_code == 403
    assert "systemförvaltare" in response.content.decode()
    assert today_value(root) == 10


def test_who_has_no_role_cannot_correct() -> None:
    response = browser_of(person(None, "Nya")).post(reverse("law:correct", args=[KEY]), SENT)
    assert response.status_code == 403
    assert not TermCorrection.objects.exists()


def test_correcting_adds_a_row_and_a_trace(administrator: Client, root: Unit) -> None:
    response = administrator.post(reverse("law:correct", args=[KEY]), SENT)
    assert response["Location"] == reverse("law:term", args=[KEY])
    assert (today_value(root), today_value(None)) == (15, 10)
    row = TermCorrection.objects.get()
    assert (row.root, row.reason, row.verified_on) == (root, SENT["reason"], timezone.localdate())
    event = AuditEvent.objects.get(kind="term", event="corrected")
    assert (event.unit_id, event.actor_id, event.data["value"]) == (root.pk, row.corrected_by_id, 15)
    assert SENT["reason"] not in str(event.data)


def test_the_term_tells_why_it_was_corrected_and_keeps_the_old_row(administrator: Client, reader: Client) -> None:
    administrator.post(reverse("law:correct", args=[KEY]), SENT)
    page = text_of(reader, reverse("law:term", args=[KEY]))
    for said in ("15 arbetsdagar", "10 arbetsdagar", SENT["reason"], "beslut 2026-10-01 § 12", "Rättad här av Ada"):
        assert said in page
    assert page.index("15 arbetsdagar") < page.index("Gäller i dag") < page.index("10 arbetsdagar")
    row = row_of(text_of(reader, reverse("law:index")), "Synpunkt är besvarad")
    assert "Eget mål, beslutat hos er" in row
    assert "Kontrollera före användning" not in row


def test_a_form_sent_twice_is_one_correction(administrator: Client) -> None:
    for _ in range(2):
        assert administrator.post(reverse("law:correct", args=[KEY]), SENT).status_code == 302
    assert TermCorrection.objects.count() == 1
    assert AuditEvent.objects.filter(kind="term").count() == 1


def test_a_key_that_somebody_else_has_used_writes_nothing(administrator: Client, root: Unit) -> None:
    OneTimeKey.objects.create(key=SENT["key"], user=person(root, "Bo"))
    with pytest.raises(IntegrityError):
        administrator.post(reverse("law:correct", args=[KEY]), SENT)
    assert not TermCorrection.objects.exists()


def test_a_future_correction_leaves_today(administrator: Client, reader: Client) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    administrator.post(reverse("law:correct", args=[KEY]), SENT | {"valid_from": tomorrow.isoformat()})
    assert "10 arbetsdagar" in row_of(text_of(reader, reverse("law:index")), "Synpunkt är besvarad")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"value": "0"}, "Tiden måste vara minst 1."),
        ({"value": "1001"}, "Tiden får vara högst 1000."),
        ({"value": "tio"}, "Skriv tiden som ett heltal."),
        ({"reason": "  "}, "Skriv varför du rättar."),
        ({"source": ""}, "Skriv vilken källan är."),
        ({"status": ""}, "Välj hur du har kontrollerat det."),
        ({"valid_from": "2026-11-02", "valid_to": "2026-11-01"}, "Sista dagen kan inte vara före den första."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(administrator: Client, wrong: dict[str, str], said: str) -> None:
    response = administrator.post(reverse("law:correct", args=[KEY]), SENT | wrong)
    assert response.status_code == 422
    assert said in unescape(response.content.decode())
    assert not TermCorrection.objects.exists()


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        (KEY, {"status": "seen in the statute text"}),
        (KEY, {"unit": "hours"}),
        ("personuppgiftsincident_imy", {"unit": "days", "status": "seen in the statute text"}),
        ("forhandsbedomning", {"unit": "days", "status": "decided locally"}),
    ],
)
def test_a_choice_nobody_was_offered_is_refused(administrator: Client, key: str, wrong: dict[str, str]) -> None:
    assert administrator.post(reverse("law:correct", args=[key]), SENT | wrong).status_code == 422
    assert not TermCorrection.objects.exists()


def test_who_administers_one_root_cannot_correct_for_all(administrator: Client) -> None:
    place("Grannby")
    response = administrator.post(reverse("law:correct", args=[KEY]), SENT | {"scope": "everywhere"})
    assert response.status_code == 422
    assert not TermCorrection.objects.exists()


def test_who_administers_every_root_can_correct_for_all(root: Unit) -> None:
    neighbour = place("Grannby")
    ada = person(root, "Ada", "administrator")
    Assignment.objects.create(user=ada, unit=neighbour, role="administrator", first_day=FIRST_DAY)
    sent = SENT | {"scope": "everywhere"}
    assert browser_of(ada).post(reverse("law:correct", args=[KEY]), sent).status_code == 302
    assert TermCorrection.objects.get().root is None
    assert today_value(root) == today_value(neighbour) == 15
