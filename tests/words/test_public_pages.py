"""The public's pages: at most 20 words a sentence, and the easy-read texts far fewer, each on a line of its own."""

import re

import pytest

from tests.words.sentences import sentences_in
from varvet.config.catalogues.places import PACKAGE

FOLDER = PACKAGE / "registers/feedback/templates/feedback"
MARKED = re.compile(r'{% translate "([^"]+)"|{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}', re.DOTALL)
MOST, MOST_EASY = 20, 9  # words
HARD = re.compile(r"[,;:()]|\b(samt|avseende|enligt|gällande|erhålla|handläggare|dock|huruvida)\b", re.IGNORECASE)


def sentences(pattern: str) -> list[str]:
    pages = [path.read_text("utf-8") for path in sorted(FOLDER.glob(pattern))]
    texts = ["".join(found) for page in pages for found in MARKED.findall(page)]
    return [sentence for text in texts for sentence in sentences_in(text)]


@pytest.mark.parametrize(("pattern", "most", "at_least"), [("public_*", MOST, 50), ("easy_*", MOST_EASY, 20)])
def test_sentences_are_short(pattern: str, most: int, at_least: int) -> None:
    found = sentences(f"{pattern}.html")
    assert len(found) >= at_least
    assert [sentence for sentence in found if len(sentence.split()) > most] == []


def test_easy_words_have_no_clauses_and_no_office_language() -> None:
    assert [sentence for sentence in sentences("easy_*.html") if HARD.search(sentence)] == []


def test_each_easy_sentence_is_a_line() -> None:
    """`by-sense` breaks after each span: no text stands beside another."""
    for path in FOLDER.glob("easy_*.html"):
        spans = re.findall(r"<span>(.*?)</span>", path.read_text("utf-8"))
        assert all(len(MARKED.findall(span)) == 1 for span in spans), path.name


def test_what_is_too_long_is_found() -> None:
    assert len(sentences_in("Ett två. Tre fyra fem.")) == 2
    assert HARD.search("Skriv, om du vill.")
