"""Every page in English: nothing is left in Swedish but names, data and what is marked as Swedish."""

import re
from http import HTTPStatus

import pytest
from django.test import Client

from tests.words.addresses import addresses
from tests.words.pages import texts_in
from varvet.config.catalogues.kept import read
from varvet.config.catalogues.places import catalogues
from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Category, Setting, Unit
from varvet.registers.activities.models import Occasion
from varvet.registers.activities.rules import shipped_wheel
from varvet.registers.analyses.models import Conclusion
from varvet.registers.improvements.models import EffectPlan, Improvement, Step
from varvet.registers.inspections.models import Important, Inspection, Point
from varvet.registers.inspections.models import Question as AskedQuestion
from varvet.registers.involvement.models import Activity
from varvet.registers.meetings.models import Line, Meeting
from varvet.registers.provider_reports.models import Provider
from varvet.registers.risks.models import ControlPoint, Overview, Risk, Suggestion, Workshop
from varvet.registers.self_checks.models import ColumnChoice, Form, PlanRow, Question, Round
from varvet.registers.self_checks.rules.library import shipped_forms
from varvet.registers.self_checks.rules.ready_plans import list_ready_plans

# Letters that English lacks, and common words that are no English words.
SWEDISH = re.compile(
    r"[åäö]|\b(och|inte|dag|dagar|timmar|eller|som|det|ska|av|kvar|sedan|alla|hur|inga|mest|finns)\b", re.IGNORECASE
)
ROOT = "bromma"
PEOPLE = ["", "Bo Ek", "Alice Lind", "Eva Sand", "Hugo Lind", "Gun Dahl"]  # nobody, and five roles


@pytest.fixture(scope="module")
def untranslated() -> dict[str, str]:
    """Every whole text that is said in another way in English."""
    messages = [message for path in catalogues() for message in read(path) if isinstance(message.id, str)]
    return {str(m.id): str(m.string) for m in messages if m.id and m.id != m.string}


def data() -> list[str]:
    """What is called or written in Swedish whoever reads it, the longest first."""
    named = [
        str(name) for model in (Unit, User, Provider, Form) for name in model.objects.values_list("name", flat=True)
    ]
    named += [str(source) for source in ColumnChoice.objects.values_list("source", flat=True)]
    listed = [str(label) for label in Category.objects.values_list("label_sv", flat=True)]
    written = [text for row in Improvement.objects.values_list("what", "effect_words") for text in row]
    written += [text for row in EffectPlan.objects.values_list("indicator", "target") for text in row]
    written += [str(text) for text in Step.objects.values_list("what", flat=True)]
    written += [str(text) for text in Improvement.objects.values_list("origin_words", flat=True)]
    written += [text for row in Round.objects.values_list("part", "goal", "not_done_reason") for text in row]
    written += [text for row in Question.objects.values_list("text", "help") for text in row]
    written += [text for row in PlanRow.objects.values_list("goal", "indicator", "control_point") for text in row]
    written += [text for row in Activity.objects.values_list("whom", "result_line") for text in row]
    written += [text for row in Occasion.objects.values_list("name", "reason") for text in row]
    written += [text for row in Conclusion.objects.values_list("line", "no_action") for text in row]
    written += [text for ready in shipped_wheel() for text in (ready.name, ready.since)]
    looked_at = Inspection.objects.values_list("subject", "basis", "provider", "contract")
    written += [text for row in looked_at for text in row]
    written += [text for row in Point.objects.values_list("line", "no_action") for text in row]
    written += [
        *Important.objects.values_list("line", flat=True),
        *AskedQuestion.objects.values_list("text", flat=True),
    ]
    written += [text for row in Risk.objects.values_list("name", "process", "routine") for text in row]
    written += [str(text) for text in Line.objects.exclude(name="").values_list("name", flat=True)]
    written += [str(text) for text in Meeting.objects.exclude(question="").values_list("question", flat=True)]
    written += [text for row in ControlPoint.objects.values_list("name", "method", "responsible") for text in row]
    written += [text for row in Overview.objects.values_list("summary", "decided_by") for text in row]
    written += [text for row in Suggestion.objects.values_list("text", "group") for text in row]
    written += [str(name) for name in Workshop.objects.values_list("name", flat=True)]
    written += [form.name for form in shipped_forms()]
    written += [text for ready in list_ready_plans() for text in (ready.title, ready.words)]
    chosen = [text for value in Setting.objects.values_list("value", flat=True) for text in _texts(value)]
    return sorted({text for text in [*named, *listed, *written, *chosen] if text}, key=len, reverse=True)


def _texts(value: object) -> list[str]:
    """What an organisation has written in a choice of its own, however it is kept."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [value] if isinstance(value, str) else []


def english_browser(name: str) -> Client:
    client = Client()
    if name:
        user = User.objects.get(name=name)
        user.language = "en"
        user.save()
        client.force_login(user)
    else:
        client.post("/sprak/", {"language": "en", "next": "/"})
    return client


class Known:
    """What may stand in Swedish on an English page: what is called so, or written by people."""

    def __init__(self, names: list[str], untranslated: dict[str, str]) -> None:
        self._name = re.compile("|".join(re.escape(name) for name in names) or r"(?!)", re.IGNORECASE)
        self._untranslated = untranslated.keys() - set(names)
        self._judged: dict[str, bool] = {}

    def left_in(self, page: str) -> list[str]:
        return [text for text in texts_in(page) if self._is_left(text)]

    def _is_left(self, text: str) -> bool:
        """The same text stands on many pages, and is judged once."""
        if text not in self._judged:
            self._judged[text] = text in self._untranslated or self._is_swedish(text)
        return self._judged[text]

    def _is_swedish(self, text: str) -> bool:
        """Whether something is Swedish in it when what is called or written in Swedish is left out."""
        return bool(SWEDISH.search(text)) and bool(SWEDISH.search(self._name.sub("", text)))


@pytest.mark.parametrize("name", PEOPLE)
def test_pages_are_in_english(town: None, untranslated: dict[str, str], name: str) -> None:
    left: dict[str, str] = {}
    browser, known, seen = english_browser(name), Known(data(), untranslated), 0
    for address in addresses(ROOT):
        answer = browser.get(address, follow=True)
        if answer.status_code == HTTPStatus.OK and "text/html" in answer["Content-Type"]:
            seen += 1
            left |= dict.fromkeys(known.left_in(answer.content.decode()), address)
    assert seen
    assert left == {}


def test_what_is_left_is_found(untranslated: dict[str, str]) -> None:
    page = '<p>Välj Norra enheten</p><p lang="sv">Ärende</p><p class="narr">Så var det</p><p title="Alla">All</p>'
    assert Known(["Norra enheten"], untranslated).left_in(page) == ["Välj Norra enheten", "Alla"]
