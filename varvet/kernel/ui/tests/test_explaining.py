"""Words that are explained: the first time on a page, in running text, in the reader's language."""

import re

import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils.translation import override

from varvet.kernel.law.glossary import entries, find_entry
from varvet.kernel.ui.explaining import explained, list_words

BUTTON = re.compile(r'<button type="button" class="term" popovertarget="(ord-[\w-]+)" title="([^"]+)">([^<]+)</button>')


def test_the_first_of_each_word_is_explained() -> None:
    told: set[str] = set()
    said = explained("<p>En avvikelse kan bli lex Sarah.</p><p>En avvikelse till.</p>", told)
    assert [name for name, _, _ in BUTTON.findall(said)] == ["ord-avvikelse", "ord-lex_sarah"]
    assert told == {"avvikelse", "lex_sarah"}
    assert "ord-" not in explained("Lex Sarah och avvikelser.", told)


def test_what_opens_says_what_hovering_says_and_the_button_names_it() -> None:
    said = explained("Anmäld till IVO", set())
    [(name, tip, word)] = BUTTON.findall(said)
    assert f'<span class="explain" id="{name}" popover role="note"><b>{word}</b> {tip}</span>' in said
    assert tip == find_entry("ivo").sv.means


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="/lex-sarah/">Lex Sarah</a>',
        "<button>Avvikelse</button>",
        '<label for="x"><span>Avvikelse</span></label>',
        "<select><option>IVO</option></select>",
        '<p title="IVO">x</p>',
        "<h1>Avvikelser</h1>",
        "<p>en sip vatten, avvikelsesystemet, anti-IVO</p>",
    ],
)
def test_what_is_pressed_or_called_by_the_word_is_left_alone(markup: str) -> None:
    assert explained(markup, set()) == markup


def test_text_after_a_link_is_running_text_again() -> None:
    assert "ord-ivo" in explained('<p><a href="/">Avvikelse</a> hos IVO</p>', set())


def test_hostile_text_stays_as_harmless_as_it_was() -> None:
    said = explained("&lt;script&gt;IVO&lt;/script&gt;", set())
    assert said.startswith("&lt;script&gt;<button")
    assert said.endswith("&lt;/script&gt;")


def test_once_a_page_whichever_part_says_it() -> None:
    page = Template("{% explained %}<p>IVO</p>{% endexplained %}{% explained %}<p>IVO</p>{% endexplained %}")
    said = page.render(Context({"request": RequestFactory().get("/")}))
    assert said.count('id="ord-ivo"') == 1


def test_in_english_the_english_words_are_explained() -> None:
    with override("en"):
        said = explained("Serious misconduct is reported to IVO.", set())
    assert [name for name, _, _ in BUTTON.findall(said)] == ["ord-missforhallande", "ord-ivo"]
    assert "health or safety" in said


def test_every_form_leads_to_its_own_word() -> None:
    for language in ("sv", "en"):
        forms = [form.lower() for entry in entries() for form in entry.spoken(language).forms]
        assert len(forms) == len(set(forms))
        assert all(entry.spoken(language).forms for entry in entries())


def test_explanations_are_short_sentences() -> None:
    means = [text for entry in entries() for text in (entry.sv.means, entry.en.means)]
    sentences = [sentence for text in means for sentence in re.split(r"(?<=[.:])\s", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 20 or "!" in sentence] == []


def test_the_list_is_in_the_readers_alphabet() -> None:
    swedish = [word.word for word in list_words()]
    assert swedish.index("WCAG") < swedish.index("åtgärd")
    with override("en"):
        english = list_words()
    assert next(word.word for word in english) == "ASI"
    assert next(word for word in english if word.key == "jav").other == "jäv"


@pytest.mark.django_db
def test_the_list_has_a_page_for_everybody(client: Client) -> None:
    page = client.get("/ordlista/").content.decode()
    assert page.count("<dt>") == len(entries())
    assert '<span class="meta" lang="en">conflict of interest</span>' in page
