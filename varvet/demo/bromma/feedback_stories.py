"""What people have said in the last weeks, each as far as it has come; nobody in it exists."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from varvet.demo.models import DemoPerson
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.access.models import User
from varvet.registers.feedback import actions
from varvet.registers.feedback.models import Feedback, Narrative
from varvet.registers.feedback.rules import AnswerWay, Channel, Contentment, Handled, Sort, Speaker

STAFF, MANAGER, COORDINATOR = "Bo Ek", "Alice Lind", "Eva Sand"
UNIT = "mottagningsgruppen"


@dataclass(frozen=True)
class People:
    """Who notes, who answers, and who sees all."""

    staff: User
    manager: User
    coordinator: User


@dataclass(frozen=True)
class Told:
    """A piece of feedback and who handles it. Every step takes the working day, counted back from today."""

    site: Site
    by: User
    pk: int

    @property
    def feedback(self) -> Feedback:
        return Feedback.objects.select_related("unit", "root").get(pk=self.pk)

    def does(self, act: Callable[..., object], day: int, **values: object) -> "Told":
        feedback = self.feedback
        act(feedback=feedback, version=feedback.version, by=self.by, now=at(self.site, day, 15), **values)
        return self

    def answer(self, day: int, text: str, how: AnswerWay) -> "Told":
        return self.does(actions.answer, day, content=actions.Answer(text, how))


def write(site: Site, _: Published) -> int:
    """In the order they came in, so that their numbers follow the days."""
    found = {one.user.name: one.user for one in DemoPerson.objects.select_related("user").filter(root=site.root)}
    people = People(found[STAFF], found[MANAGER], found[COORDINATOR])
    made = [pk for story in STORIES for pk in story(site, people)]
    Narrative.objects.filter(feedback__in=made).update(synthetic=True)
    return len(made)


def _noted(site: Site, people: People, day: int, what: str, **given: object) -> Told:
    values: dict[str, object] = {
        "unit": site.units[UNIT],
        "sort": Sort.COMPLAINT,
        "channel": Channel.PHONE,
        "what": what,
        "said_by": Speaker.CLIENT,
        "category": "availability",
    }
    content = actions.Capture(**(values | given))  # type: ignore[arg-type]  # stories give one field at a time
    key = f"demo-feedback-{site.root.slug}-{day}-{content.sort}-{content.category}"
    record = actions.capture(content=content, key=key, by=people.staff, now=at(site, day, 9))
    return Told(site, people.manager, record.pk)


def _sent_in(site: Site, people: People, day: int, sort: Sort, what: str) -> tuple[Told, str, datetime]:
    """With the hash of its sender's code, and when it came."""
    now = at(site, day, 20)
    content = actions.SentIn(site.units[UNIT], sort, what)
    record = actions.send_in(content=content, key=f"demo-sent-in-{site.root.slug}-{day}", now=now)
    told = Told(site, people.manager, record.pk)
    return told, told.feedback.following.follow_hash, now


def answered_and_closed(site: Site, people: People) -> list[int]:
    """From a letter to the close, registered with its answer, and the person was content."""
    what = "Jag väntade tre veckor på ett besked som skulle ta några dagar. Ingen hörde av sig."
    told = _noted(site, people, 30, what, channel=Channel.LETTER, sender="Påhittad Person, Exempelvägen 1")
    told.does(actions.register, 29, diary_number="BRO 2026/118")
    answer = "Vi beklagar. Beskedet låg kvar hos oss. Nu går en av oss igenom listan varje fredag."
    told.answer(25, answer, AnswerWay.LETTER).does(actions.register_answer, 24)
    told.does(actions.judge, 20, contentment=Contentment.CONTENT).does(actions.close, 20, reason="")
    return [told.pk]


def said_the_same(site: Site, people: People) -> list[int]:
    """Two families about the same waiting room are answered as one."""
    first = _noted(site, people, 12, "Väntrummet är för litet. Alla hör vad man säger i luckan.", category="other")
    second = _noted(
        site,
        people,
        10,
        "Det går inte att prata ostört i luckan.",
        category="other",
        sort=Sort.VIEW,
        said_by=Speaker.RELATIVE,
    )
    second.does(actions.join, 9, lead=first.feedback)
    first.does(actions.assign, 9, handler=people.manager)
    return [first.pk, second.pk]


def late_question(site: Site, people: People) -> list[int]:
    told = _noted(
        site, people, 14, "När får jag veta vem som är min handläggare?", sort=Sort.QUESTION, category="information"
    )
    return [told.pk]


def asked_and_replied(site: Site, people: People) -> list[int]:
    """Sent in by the public; we asked, and they have replied with their code."""
    what = "Handläggaren svarade kort och ville lägga på. Jag kände mig inte tagen på allvar."
    told, code, _ = _sent_in(site, people, 7, Sort.COMPLAINT, what)
    told.does(actions.categorise, 6, sorting=actions.Sorting(Sort.COMPLAINT, ("treatment", "information")))
    told.does(actions.ask, 6, text="Tack för att du berättar. Minns du ungefär vilken dag det var?")
    told.does(actions.note, 6, text="Prata med gruppen om telefontiden. Nämn inte vem som hörde av sig.")
    actions.add_by_code(
        follow_hash=code, text="Det var i måndags, strax före lunch.", key="demo-reply", now=at(site, 4, 8)
    )
    return [told.pk]


def looked_at_again(site: Site, people: People) -> list[int]:
    what = "Blanketten på webben går inte att skicka in från en mobil."
    told, code, _ = _sent_in(site, people, 16, Sort.VIEW, what)
    told.does(actions.categorise, 15, sorting=actions.Sorting(Sort.VIEW, ("availability",)))
    told.answer(13, "Tack. Vi har felanmält blanketten.", AnswerWay.CODE)
    actions.reopen_by_code(
        follow_hash=code, reason="Den går fortfarande inte att skicka.", key="demo-again", now=at(site, 3, 19)
    )
    return [told.pk]


def in_their_own_case(site: Site, people: People) -> list[int]:
    """Counted, with no content."""
    taps = {"channel": Channel.SPOKEN, "handled": Handled.IN_CASE, "category": "handling"}
    return [_noted(site, people, 5, "", **taps).pk]


def about_the_manager(site: Site, people: People) -> list[int]:
    """The unit's manager does not see it; the coordinator has it."""
    shut = {"confidentiality": "manager_excluded", "said_by": Speaker.RELATIVE, "category": "treatment"}
    told = _noted(site, people, 4, "Chefen lovade ett möte två gånger och ställde in båda.", **shut)
    return [told.pk]


def kind_words(site: Site, people: People) -> list[int]:
    praise = {"sort": Sort.PRAISE, "channel": Channel.VISIT, "category": "treatment", "said_by": Speaker.RELATIVE}
    return [_noted(site, people, 2, "Ni tog er tid och förklarade allt så att vi förstod.", **praise).pk]


def settled_at_once(site: Site, people: People) -> list[int]:
    """Four taps and no words."""
    taps = {"channel": Channel.SPOKEN, "handled": Handled.AT_ONCE, "category": "information"}
    return [_noted(site, people, 1, "", **taps).pk]


Story = Callable[[Site, People], list[int]]
STORIES: tuple[Story, ...] = (
    answered_and_closed,
    looked_at_again,
    late_question,
    said_the_same,
    asked_and_replied,
    in_their_own_case,
    about_the_manager,
    kind_words,
    settled_at_once,
)
