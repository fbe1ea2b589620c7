"""A year's risk picture and control plan: chosen, decided and frozen, followed up, read by the board, on paper."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Link, Record
from varvet.registers.risks import actions
from varvet.registers.risks.actions import Assessment, Decision, Outcome, Point, Year
from varvet.registers.risks.models import ControlPoint, Overview, Risk
from varvet.registers.risks.models.frozen import thaw
from varvet.registers.risks.rules import Score, control
from varvet.registers.risks.rules.control import Frequency, Light
from varvet.registers.risks.tests.factories import NEXT, by, identified, treated

PAGE = "/risker/riskbild/2026/"
DONE = Outcome(1, Light.YELLOW, "Nio av tio stämde.")
BOARD = Decision("Socialnämnden", TODAY, "§ 23")


def year(cast: Cast, version: int, who: User | None = None) -> Year:
    return Year(cast.root, 2026, version, who or cast.eva, NOW)


def point_on(risk: Risk) -> Point:
    return Point(risk, "Inkorgen läses varje dag", "Stickprov av tio dagar", Frequency.TERTIAL, "Enhetschef")


def drafted(cast: Cast) -> tuple[Overview, ControlPoint]:
    risk = treated(cast)
    actions.choose(year(cast, 0), "De flesta är lägre än förra året.", [risk])
    point = actions.write_point(year(cast, 1), point_on(risk))
    return Overview.objects.get(), point


def decided(cast: Cast) -> tuple[Overview, ControlPoint]:
    _, point = drafted(cast)
    return actions.decide(year(cast, 2), BOARD), point


@pytest.mark.parametrize(
    ("frequency", "months"),
    [("yearly", "1" * 12), ("half_yearly", "111111222222"), ("tertial", "111122223333"), ("quarterly", "111222333444")],
)
def test_months_and_parts_of_the_year(frequency: str, months: str) -> None:
    assert "".join(str(control.period_of(frequency, month)) for month in range(1, 13)) == months
    assert [control.period_of("monthly", month) for month in (1, 12)] == [1, 12]
    assert set(control.PERIODS) == set(control.PERIOD_WORDS) == set(Frequency)


def test_what_is_decided_stays_though_the_risk_changes(cast: Cast) -> None:
    overview, _ = decided(cast)
    risk = Risk.objects.get()
    actions.assess(by(risk, cast.alice), Assessment(Score(1, 1), NEXT))
    kept = thaw(Overview.objects.get(pk=overview.pk))
    assert [(one.score, one.residual) for one in kept.risks] == [((4, 4), (4, 1))]
    assert [(one.number, one.name, one.frequency) for one in kept.points] == [
        (1, "Inkorgen läses varje dag", "tertial")
    ]
    assert (overview.decided_by, overview.paragraph) == ("Socialnämnden", "§ 23")
    rows = AuditEvent.objects.filter(kind="risks", event__startswith="picture").order_by("pk")
    assert [row.event for row in rows] == ["picture_chosen", "picture_decided"]
    Overview.objects.update(value="{}")
    with pytest.raises(ValueError, match="hash"):
        thaw(Overview.objects.get())


def test_a_decided_year_is_not_changed(cast: Cast) -> None:
    overview, point = decided(cast)
    now = year(cast, overview.version)
    for act in (
        lambda: actions.choose(now, "Annat.", []),
        lambda: actions.write_point(now, point_on(point.risk)),
        lambda: actions.remove_point(now, point),
        lambda: actions.decide(now, BOARD),
    ):
        with pytest.raises(RuleBroken, match="är beslutad"):
            act()


def test_nothing_is_decided_half_done(cast: Cast) -> None:
    actions.choose(year(cast, 0), "", [treated(cast), identified(cast)])
    assert Overview.objects.get().risks.count() == 1  # what is not scored is in no picture
    with pytest.raises(RuleBroken, match="minst en kontrollpunkt"):
        actions.decide(year(cast, 1), BOARD)
    actions.choose(year(cast, 1), "", [])
    with pytest.raises(RuleBroken, match="minst en risk"):
        actions.decide(year(cast, 2), BOARD)


@pytest.mark.parametrize(
    ("wrong", "says"), [(replace(BOARD, by=" "), "vem som"), (replace(BOARD, on=TODAY + timedelta(days=1)), "framåt")]
)
def test_a_decision_has_somebody_and_a_day(cast: Cast, wrong: Decision, says: str) -> None:
    drafted(cast)
    with pytest.raises(RuleBroken, match=says):
        actions.decide(year(cast, 2), wrong)


def test_two_who_write_at_once(cast: Cast) -> None:
    drafted(cast)
    with pytest.raises(StaleVersion):
        actions.choose(year(cast, 0), "Annat.", [])
    sent = {"version": "1", "summary": "Mitt.", "risks": []}
    answer = as_(cast.eva).post(f"{PAGE}valj/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "De flesta är lägre än förra året." in page
    assert "Mitt." in page


def test_others_decide_nothing(cast: Cast) -> None:
    _, point = drafted(cast)
    for who in (cast.alice, cast.bo, cast.dag, cast.gun, cast.stranger, cast.hugo):
        with pytest.raises(NotAllowed):
            actions.choose(year(cast, 2, who), "", [])
        with pytest.raises(NotAllowed):
            actions.remove_point(year(cast, 2, who), point)
        with pytest.raises(NotAllowed):
            actions.decide(year(cast, 2, who), BOARD)


def test_each_part_of_the_year_is_followed_up(cast: Cast) -> None:
    _, point = decided(cast)
    actions.follow_up(point, DONE, by=cast.alice, now=NOW)
    again = actions.follow_up(point, replace(DONE, light=Light.GREEN, version=1), by=cast.eva, now=NOW)
    assert (point.follow_ups.count(), again.light, again.by) == (1, "green", cast.eva)
    with pytest.raises(RuleBroken, match="delar"):
        actions.follow_up(point, replace(DONE, period=4, version=2), by=cast.eva, now=NOW)
    for who in (cast.bo, cast.cecilia, cast.gun, cast.dag, cast.stranger):
        with pytest.raises(NotAllowed):
            actions.follow_up(point, DONE, by=who, now=NOW)


def test_a_draft_is_not_followed_up(cast: Cast) -> None:
    _, point = drafted(cast)
    with pytest.raises(RuleBroken, match="inte beslutad"):
        actions.follow_up(point, DONE, by=cast.eva, now=NOW)


def test_a_self_check_serves_as_the_point(cast: Cast) -> None:
    overview, point = drafted(cast)
    check = Record.objects.create(
        kind="self_checks", reference="EGK-2026-0001", root=cast.root, unit=cast.a, status="planned", received_at=NOW
    )
    told = replace(point_on(point.risk), check=check)
    actions.write_point(year(cast, overview.version), told, point)
    [tie] = Link.objects.filter(part=point.part)
    assert (tie.source_id, tie.target_id) == (point.risk_id, check.pk)
    actions.write_point(year(cast, overview.version + 1), point_on(point.risk), point)
    assert not Link.objects.exists()
    check.delete()


def test_the_way_from_nothing_to_a_followed_up_plan(cast: Cast) -> None:
    risk, client = treated(cast), as_(cast.eva)
    assert client.post("/risker/riskbild/", {"year": "2026"})["Location"] == f"{PAGE}valj/"
    form = client.get(f"{PAGE}valj/").context["form"]
    assert form.initial["risks"] == []  # a low one is not suggested
    client.post(f"{PAGE}valj/", {"version": "0", "summary": "Kort.", "risks": [str(risk.pk)]})
    point = {"version": "1", "risk": str(risk.pk), "name": "Inkorgen läses", "method": "Stickprov av tio dagar"}
    point |= {"frequency": "half_yearly", "responsible": "Enhetschef", "check": ""}
    assert client.post(f"{PAGE}punkt/", point).status_code == 302
    pk = ControlPoint.objects.get().pk
    wrong = client.post(f"{PAGE}punkt/{pk}/", point | {"version": "2", "check": "EGK-2026-9999"})
    assert "Du kan inte öppna någon egenkontroll med det numret." in wrong.content.decode()
    assert client.post(f"{PAGE}punkt/{pk}/", point | {"version": "2", "name": "Ny text"}).status_code == 302
    assert client.get(f"{PAGE}beslut/").status_code == 200
    sent = {"version": "3", "by": "Nämnden", "on": date(2026, 3, 1).isoformat(), "paragraph": ""}
    assert client.post(f"{PAGE}beslut/", sent).status_code == 302
    assert client.get(f"{PAGE}valj/").status_code == 409
    told = {"period": "2", "light": "red", "words": "Det fungerar inte.", "version": "0"}
    assert as_(cast.alice).post(f"{PAGE}punkt/{pk}/uppfoljning/", told).status_code == 302
    page = client.get(PAGE).content.decode()
    assert "1 av 2 uppföljningar är gjorda." in page
    assert "Fungerar inte" in page


def test_a_point_is_taken_away(cast: Cast) -> None:
    _, point = drafted(cast)
    assert as_(cast.eva).get(f"{PAGE}punkt/{point.pk}/ta-bort/").status_code == 200
    assert as_(cast.eva).post(f"{PAGE}punkt/{point.pk}/ta-bort/", {"version": "2"}).status_code == 302
    assert not ControlPoint.objects.exists()


def test_the_board_reads_what_is_decided(cast: Cast) -> None:
    drafted(cast)
    gun = as_(cast.gun)
    assert gun.get(PAGE).status_code == 404
    actions.decide(year(cast, 2), BOARD)
    page = gun.get(PAGE).content.decode()
    assert "Socialnämnden" in page
    assert f'href="/risker/{Risk.objects.get().reference}/"' not in page
    assert gun.get("/risker/riskbild/").status_code == 200
    assert gun.get(f"{PAGE}valj/").status_code == 403
    for outsider in (cast.bo, cast.hugo):
        assert as_(outsider).get("/risker/riskbild/").status_code == 403
        assert as_(outsider).get(PAGE).status_code == 404
    assert as_(cast.stranger).get(PAGE).status_code == 404


def test_on_paper_in_word_and_as_a_sheet(cast: Cast) -> None:
    _, point = decided(cast)
    actions.follow_up(point, replace(DONE, words="=SUMMA(A1)"), by=cast.eva, now=NOW)
    client = as_(cast.gun)
    page = client.get(f"{PAGE}papper/").content.decode()
    for words in ("Samlad riskbild", "4 × 4 = 16", "4 × 1 = 4", "Uppföljning", "Fungerar delvis", "Inte uppföljd"):
        assert words in page
    assert client.get(f"{PAGE}fil.pdf").content.startswith(b"%PDF")
    assert client.get(f"{PAGE}fil.docx").content.startswith(b"PK")
    sheet = load_workbook(BytesIO(client.get(f"{PAGE}fil.xlsx").content)).active
    rows = list(sheet.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert [row[6] for row in rows[1:]] == ["Tertial 1", "Tertial 2", "Tertial 3"]
    assert rows[1][8] == "=SUMMA(A1)"
    assert b"'=SUMMA" in b"".join(client.get(f"{PAGE}fil.csv"))
    assert AuditEvent.objects.filter(event="picture_taken_out").count() == 3
    assert client.get(f"{PAGE}fil.exe").status_code == 404
