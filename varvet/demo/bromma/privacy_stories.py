"""Privacy incidents of the last weeks, one in every state; nobody in them exists."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from varvet.demo.models import DemoPerson
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.access.models import User
from varvet.kernel.law.days import add_working_days, day_of
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.actions import Assessment
from varvet.registers.privacy_incidents.models import Narrative, PrivacyIncident
from varvet.registers.privacy_incidents.rules import (
    Answer,
    Aware,
    Breach,
    Counted,
    Decision,
    How,
    People,
    Recommendation,
    Ruling,
)

UNIT = "mottagningsgruppen"
POINT = "Punkt 7.3"


@dataclass
class Told:
    """An incident told through the register's own actions; each step says when."""

    site: Site
    people: dict[str, User]
    pk: int

    @property
    def incident(self) -> PrivacyIncident:
        return PrivacyIncident.objects.get(pk=self.pk)

    def _known(self, who: str, now: datetime) -> dict[str, object]:
        incident = self.incident
        return {"incident": incident, "version": incident.version, "by": self.people[who], "now": now}

    def do(self, act: Callable[..., object], who: str, now: datetime, **given: object) -> "Told":
        act(**self._known(who, now), **given)
        return self

    def assess(self, now: datetime, about: Assessment) -> "Told":
        return self.do(actions.assess, "Alice Lind", now, assessment=about)

    def advise(self, now: datetime, advice: Recommendation, text: str) -> "Told":
        return self.do(actions.advise, "Disa Falk", now, advice=(advice, text))

    def decide(self, now: datetime, decision: Decision) -> "Told":
        return self.do(actions.decide, "Dora Wik", now, decision=decision)

    def notify(self, now: datetime, *, more: bool = False, why_late: str = "") -> "Told":
        notice = actions.Notice(now, self.people["Dora Wik"], "IMY-2026-4711", more, why_late)
        return self.do(actions.notify, "Dora Wik", now, notice=notice)

    def inform(self, now: datetime, how: How, text: str) -> "Told":
        return self.do(actions.inform, "Alice Lind", now, told=actions.Informed(day_of(now), how, text))

    def close(self, now: datetime, done: str, feedback: str) -> "Told":
        return self.do(actions.close, "Alice Lind", now, closing=actions.Closing(done, feedback))


def write(site: Site, _: Published) -> int:
    """How many were made. In the order they became known, so that their numbers follow the days."""
    rows = DemoPerson.objects.select_related("user").filter(root=site.root)
    people = {person.user.name: person.user for person in rows}
    made = [story(site, people) for story in STORIES]
    Narrative.objects.filter(incident_id__in=made).update(synthetic=True)
    return len(made)


def _report(site: Site, people: dict[str, User], known: datetime, what: str, at_once: str = "") -> Told:
    content = actions.Report(
        unit=site.units[UNIT],
        what=what,
        aware=Aware.OTHER,
        moment=known,
        occurred_day=day_of(known),
        at_once=at_once,
    )
    record = actions.report(content=content, key=f"demo-pui-{known:%m%d%H}", by=people["Bo Ek"], now=known)
    return Told(site, people, record.pk)


def _no(why: str) -> Decision:
    return Decision(Answer.NO, Answer.NO, why, "Risken är inte hög.", POINT)


def _yes(inform: Answer = Answer.YES) -> Decision:
    reason = "" if inform is Answer.YES else "Risken är inte hög."
    return Decision(Answer.YES, inform, "", reason, POINT)


def _about(kind: str, risk: tuple[int, int], groups: tuple[str, ...], people: int, effects: str) -> Assessment:
    return Assessment(
        type=kind,
        breaches=frozenset({Breach.CONFIDENTIALITY}),
        consequence=risk[0],
        probability=risk[1],
        groups=groups,
        data=("identity", "social"),
        people=People(Counted.EXACT, people, people),
        effects=effects,
    )


def email_to_all(site: Site, people: dict[str, User]) -> int:
    """A high risk: notified in phases, people told, answered by the authority, followed up and closed."""
    told = _report(
        site,
        people,
        at(site, 40, 9),
        "Ett mejl med tolv familjers ärenden gick till en föreningslista.",
        "Bad alla radera.",
    )
    risky = _about("wrong_recipient", (4, 4), ("clients", "children"), 12, "Familjer kan kännas igen av grannar.")
    told.assess(at(site, 40, 13), risky).advise(
        at(site, 40, 14), Recommendation.NOTIFY, "Anmäl i dag och fyll på när antalet mottagare är känt."
    )
    told.decide(at(site, 39, 9), _yes()).notify(at(site, 39, 11), more=True)
    told.inform(at(site, 38, 10), How.LETTER, "Vad som hänt, vad vi gör och vem ni kan ringa.")
    last = actions.Addition(
        day_of(at(site, 33, 9)), "Listan hade 31 mottagare. Alla har svarat att de raderat.", last=True
    )
    told.do(actions.supplement, "Dora Wik", at(site, 33, 9), addition=last)
    answered = actions.Answered(Ruling.NO_ACTION, day_of(at(site, 12, 9)), "", "IMY avslutar utan åtgärd.")
    told.do(actions.write_ruling, "Dora Wik", at(site, 12, 9), answered=answered)
    told.close(
        at(site, 8, 15),
        "Förslag på mottagare är avstängda. Mejl till listor kräver en kollegas klartecken.",
        "Tack för att du ringde direkt. Det gick att stoppa.",
    )
    return told.pk


def letter_in_wrong_envelope(site: Site, people: dict[str, User]) -> int:
    """Unlikely risk: documented, not notified, closed, and opened again since more letters were found."""
    told = _report(site, people, at(site, 30, 10), "Två kallelser låg i samma kuvert. Mottagaren ringde.")
    small = _about("wrong_recipient", (2, 2), ("clients",), 1, "Mottagaren såg ett namn och en tid.")
    told.assess(at(site, 30, 14), small)
    told.advise(at(site, 29, 9), Recommendation.NEED_NOT, "Kallelsen är återlämnad. Jag ser ingen risk.")
    told.decide(at(site, 29, 13), _no("Kallelsen lämnades tillbaka oläst av andra.")).close(
        at(site, 25, 10), "Kuvert läses av två.", "Vi läser nu adressen två gånger."
    )
    reason = "Två kallelser till har kommit fel samma dag."
    return told.do(actions.reopen, "Alice Lind", at(site, 2, 11), reason=reason).pk


def lost_phone(site: Site, people: dict[str, User]) -> int:
    """Notified too late, with the reason; being followed up."""
    told = _report(
        site, people, at(site, 22, 8), "En tjänstetelefon med kalender blev kvar på bussen.", "Spärrade numret."
    )
    lost = _about("loss", (3, 3), ("clients", "staff"), 25, "Kalendern visar vilka vi besöker.")
    told.assess(at(site, 21, 9), lost).decide(at(site, 18, 9), _yes(Answer.NO))
    told.notify(at(site, 18, 10), why_late="Leverantören svarade först efter fyra dagar om telefonen var krypterad.")
    plan = ("Alla telefoner kan raderas på avstånd.", add_working_days(day_of(site.now), 6))
    return told.do(actions.follow_up, "Alice Lind", at(site, 15, 9), plan=plan).pk


def printer_out_of_order(site: Site, people: dict[str, User]) -> int:
    """No incident after all."""
    told = _report(site, people, at(site, 12, 13), "Ett papper låg kvar i skrivaren över lunchen.")
    reason = "Papperet var en tom mall. Inga personuppgifter fanns på det. Bra att du sa till."
    return told.do(actions.dismiss, "Alice Lind", at(site, 12, 15), reason=reason).pk


def text_message(site: Site, people: dict[str, User]) -> int:
    """Decided not to be notified; waits to be closed."""
    told = _report(site, people, at(site, 9, 9), "Ett sms om en mötestid gick till ett gammalt nummer.")
    small = _about("wrong_recipient", (1, 3), ("clients",), 1, "Någon vet att en person har en tid hos oss.")
    told.assess(at(site, 9, 11), small).advise(at(site, 8, 9), Recommendation.NEED_NOT, "Ingen känslig uppgift ingick.")
    return told.decide(at(site, 8, 14), _no("Meddelandet nämnde varken namn eller ärende.")).pk


def protected_address(site: Site, people: dict[str, User]) -> int:
    """A protected identity: decided to notify and tell, the notification waits to be sent."""
    told = _report(
        site,
        people,
        _hours_ago(site, 50),
        "En skyddad adress stod i ett utskick till den andra föräldern.",
        "Ringde polisen och socialjouren.",
    )
    high = _about("unauthorised", (5, 4), ("children", "protected"), 2, "Familjen kan behöva flytta.")
    told.assess(_hours_ago(site, 47), high)
    told.advise(
        _hours_ago(site, 45), Recommendation.NOTIFY, "Anmäl genast. Berätta för familjen tillsammans med polisen."
    )
    return told.decide(_hours_ago(site, 42), _yes()).pk


def open_folder(site: Site, people: dict[str, User]) -> int:
    """Assessed and advised: waits for the delegate."""
    told = _report(
        site, people, _hours_ago(site, 30), "En mapp med utredningar var öppen för hela förvaltningen i en vecka."
    )
    about = _about("unauthorised", (3, 4), ("clients", "children"), 60, "Loggen visar vilka som öppnat den.")
    told.assess(_hours_ago(site, 24), about)
    return told.advise(_hours_ago(site, 20), Recommendation.NOTIFY, "Antalet gör att jag råder till anmälan.").pk


def usb_stick(site: Site, people: dict[str, User]) -> int:
    """Just in: the clock runs."""
    told = _report(
        site, people, _hours_ago(site, 5), "Ett usb-minne med journaler saknas efter flytten.", "Vi letar i lokalerna."
    )
    return told.pk


def _hours_ago(site: Site, hours: int) -> datetime:
    return site.now - timedelta(hours=hours)


STORIES = (
    email_to_all,
    letter_in_wrong_envelope,
    lost_phone,
    printer_out_of_order,
    text_message,
    protected_address,
    open_folder,
    usb_stick,
)
