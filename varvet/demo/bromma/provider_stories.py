"""What private providers have told of in the last months, each as far as it has come; nobody in it exists."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from varvet.demo.bromma.organisation import PRIVATE
from varvet.demo.lex_sarah import LIST
from varvet.demo.models import DemoPerson
from varvet.demo.published import Published
from varvet.demo.site import SINCE, Site
from varvet.demo.telling import at
from varvet.kernel.access.models import User
from varvet.kernel.law.days import add_working_days, day_of
from varvet.registers.provider_reports import actions
from varvet.registers.provider_reports.models import FollowUp, Narrative, Provider, ProviderReport
from varvet.registers.provider_reports.rules import Agreement, Channel, Known, Law, Notified, Outcome, Subject

HANDLER, SUPPORT = "Dag Holm", "funktionsnedsattning"
PROVIDERS = (("Påhittade Ljungbacka omsorg", "Ramavtal gruppbostad"), ("Påhittade Ekhagens stöd", "Daglig verksamhet"))


@dataclass(frozen=True)
class Informed:
    """What a provider told; `day` counts working days back from today, `provider` is its place in the list."""

    day: int
    provider: int
    code: str
    what: str
    at_once: str = ""
    unit: str = PRIVATE
    channel: Channel = Channel.MAIL
    law: Law = Law.LSS
    ours: Known = Known.YES
    case_reference: str = ""


@dataclass(frozen=True)
class Told:
    """A report and who handles it. Every step takes the working day, counted back from today, it happens on."""

    site: Site
    handler: User
    pk: int

    @property
    def report(self) -> ProviderReport:
        return ProviderReport.objects.select_related("unit", "root").get(pk=self.pk)

    def moment(self, day: int) -> datetime:
        return at(self.site, day, 15)

    def known(self, day: int) -> dict[str, object]:
        report = self.report
        return {"report": report, "version": report.version, "by": self.handler, "now": self.moment(day)}

    def request(self, day: int, *, days: int, words: str = "") -> "Told":
        due_on = add_working_days(day_of(self.moment(day)), days)
        _done(actions.request, self.known(day), content=actions.Request(due_on, words))
        return self

    def take_in(self, day: int, outcome: Outcome, words: str) -> "Told":
        content = actions.Investigation(day_of(self.moment(day)), outcome, words)
        _done(actions.take_in, self.known(day), content=content)
        return self

    def authority(self, day: int, on: int, number: str) -> "Told":
        content = Notified(Known.YES, day_of(self.moment(on)), number)
        _done(actions.note_authority, self.known(day), content=content)
        return self

    def assess(self, day: int, agreement: Agreement, grounds: str) -> "Told":
        _done(actions.assess, self.known(day), content=actions.Assessment(agreement, grounds))
        return self

    def plan(self, day: int, subject: Subject, words: str, *, days: int) -> FollowUp:
        due_on = add_working_days(day_of(self.moment(day)), days)
        _done(actions.plan, self.known(day), content=actions.Plan(subject, words, due_on))
        return FollowUp.objects.filter(report_id=self.pk).latest("pk")

    def answered(self, day: int, follow_up: FollowUp, words: str) -> None:
        self._came(actions.note_answer, day, follow_up, words)

    def finished(self, day: int, follow_up: FollowUp, words: str) -> None:
        self._came(actions.finish_follow_up, day, follow_up, words)

    def _came(self, act: Callable[..., object], day: int, follow_up: FollowUp, words: str) -> None:
        known = self.known(day)
        del known["report"]
        act(follow_up=follow_up, content=actions.Came(words, day_of(self.moment(day))), **known)

    def tell(self, day: int, words: str) -> "Told":
        _done(actions.tell_provider, self.known(day), words=words)
        return self

    def close(self, day: int, lesson: str) -> "Told":
        _done(actions.close, self.known(day), lesson=lesson)
        return self

    def disown(self, day: int, principal: str, reason: str) -> "Told":
        _done(actions.disown, self.known(day), content=actions.Handover(principal, reason))
        return self


def _done(act: Callable[..., object], known: dict[str, object], **values: object) -> None:
    act(**known, **values)


def write(site: Site, _: Published) -> int:
    """In the order they came in, so that their numbers follow the days."""
    handler = DemoPerson.objects.select_related("user").get(root=site.root, user__name=HANDLER).user
    providers = [_provider(site, handler, name, contract) for name, contract in PROVIDERS]
    for story in STORIES:
        story(site, handler, providers)
    made = ProviderReport.objects.filter(root=site.root)
    Narrative.objects.filter(report__in=made).update(synthetic=True)
    return made.count()


def _provider(site: Site, by: User, name: str, contract: str) -> Provider:
    content = actions.Listed(name=name, first_day=SINCE, contract=contract)
    return actions.save_provider(root=site.root, provider=None, content=content, by=by, now=site.now)


def _informed(site: Site, handler: User, providers: list[Provider], said: Informed) -> Told:
    coded, now = site.lists[LIST], at(site, said.day, 10)
    about = actions.About(
        unit=site.units[said.unit],
        provider=providers[said.provider],
        law=said.law,
        occurred_day=day_of(now),
        ours=said.ours,
        category_list=coded.row,
        category=coded.by_code[said.code],
        case_reference=said.case_reference,
    )
    content = actions.Information(
        about=about, what=said.what, informed_on=day_of(now), channel=said.channel, at_once=said.at_once
    )
    key = f"demo-provider-{site.root.slug}-{said.day}"
    return Told(site, handler, actions.register(content=content, key=key, by=handler, now=now).pk)


def evening_medicine(site: Site, handler: User, providers: list[Provider]) -> None:
    """From the information to the end, with both the contract and the person followed up."""
    said = Informed(
        day=62,
        provider=0,
        code="support",
        what="En boende fick inte sin kvällsmedicin två dagar i rad. Det upptäcktes av nattpersonalen.",
        at_once="Jourläkaren kontaktades och den boende mår bra.",
        case_reference="LSS 24-118",
    )
    told = _informed(site, handler, providers, said).request(61, days=20, words="Beskriv hur kvällspassen bemannas.")
    told.take_in(44, Outcome.MISCONDUCT, "Ingen är utsedd att läsa signeringslistan på kvällen.")
    told.assess(40, Agreement.PARTLY, "Händelsen är väl beskriven. Bemanningen saknas bland orsakerna.")
    contract = told.plan(40, Subject.CONTRACT, "Skriftlig rutin för läkemedel på kvällspass.", days=10)
    person = told.plan(40, Subject.PERSON, "Besök hos den boende tillsammans med god man.", days=5)
    told.finished(36, person, "Den boende är nöjd och får sin medicin i tid.")
    told.answered(32, contract, "Rutinen är skriven och gås igenom på nästa personalmöte.")
    told.finished(24, contract, "Rutinen fanns på plats vid ett oanmält besök.")
    told.tell(23, "Ni behöver se över hur kvällspassen bemannas. I övrigt delar vi er bedömning.")
    told.close(22, "Fråga om läkemedel på kvällspass vid varje avtalsuppföljning.")


def harsh_words(site: Site, handler: User, providers: list[Provider]) -> None:
    """Another municipality has placed the person."""
    said = Informed(
        day=38,
        provider=1,
        code="treatment",
        what="En deltagare blev tillsagd i hård ton inför hela gruppen.",
        channel=Channel.LETTER,
        ours=Known.NO,
    )
    told = _informed(site, handler, providers, said)
    told.disown(37, "Grannkommunen", "Personen är placerad av grannkommunen, som är informerad av utföraren.")


def money_gone(site: Site, handler: User, providers: list[Provider]) -> None:
    """Serious, notified by the provider, and being followed up."""
    said = Informed(
        day=30,
        provider=0,
        code="financial",
        what="Privata medel för en boende saknas i kassan. Summan har minskat under tre månader.",
        at_once="Kassan låstes in och en polisanmälan gjordes.",
        case_reference="LSS 23-041",
    )
    told = _informed(site, handler, providers, said).request(29, days=15)
    told.take_in(14, Outcome.SERIOUS, "Två personer hade nyckel till kassan och ingen räknade den.")
    told.authority(13, on=14, number="IVO 3.1-118")
    told.assess(9, Agreement.AGREES, "Utredningen visar orsaken och utföraren har ersatt den boende.")
    contract = told.plan(8, Subject.CONTRACT, "Två i förening räknar kassan varje vecka.", days=7)
    told.plan(8, Subject.PERSON, "Samtal med den boende om hur privata medel ska skötas.", days=12)
    told.answered(3, contract, "Vi räknar kassan varje fredag och sparar listan.")


def fall_from_lift(site: Site, handler: User, providers: list[Provider]) -> None:
    """The investigation is asked for, and late."""
    said = Informed(
        day=24,
        provider=1,
        code="premises",
        what="En lyft gick sönder under en förflyttning och en deltagare föll.",
        at_once="Lyften togs ur bruk och deltagaren undersöktes.",
        unit=SUPPORT,
        case_reference="LSS 25-007",
    )
    _informed(site, handler, providers, said).request(22, days=20, words="Bifoga lyftens serviceprotokoll.")


def missed_evenings(site: Site, handler: User, providers: list[Provider]) -> None:
    """Has just come in."""
    said = Informed(
        day=1,
        provider=0,
        code="support",
        what="Stöd på kvällen uteblev fyra gånger under en månad utan att någon märkte det.",
        channel=Channel.PHONE,
        ours=Known.UNKNOWN,
    )
    _informed(site, handler, providers, said)


STORIES = (evening_medicine, harsh_words, money_gone, fall_from_lift, missed_evenings)
