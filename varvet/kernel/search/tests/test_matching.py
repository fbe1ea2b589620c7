"""Words in a text: endings are left out, compounds are found, and what stands in quotation marks is taken as it is."""

import pytest

from varvet.kernel.search.matching import MOST_TERMS, Snippet, has_all, snippet_of, terms_of

TEXT = "Medicinen låg kvar i ytterdörrens fack. Kalle (82) hade inte fått dropparna."


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("medicin", True),
        ("MEDICINER", True),
        ("dörrar", False),  # a short stem begins a word: a door is no outer door
        ("ytterdörr", True),
        ("fack", True),
        ("drop", True),
        ("kalle 82", True),
        ("kalle lisa", False),
        ('"fått dropparna"', True),
        ('"fått  dropparna"', True),
        ('"dropparna fått"', False),
        ("å", False),
        ("i", True),
        ("8", False),
        ("(82)", True),
        ("f.ck", False),
        (".*", False),
        ("låg-kvar", True),
    ],
)
def test_what_is_found(asked: str, *, found: bool) -> None:
    assert has_all([TEXT], terms_of(asked)) is found


def test_words_may_stand_in_different_texts_of_a_record() -> None:
    assert has_all(["Han föll.", "Vi ringde larmet."], terms_of("föll larm"))
    assert not has_all(["Han föll."], terms_of("föll larm"))


@pytest.mark.parametrize("asked", ["", "  ", "…", '""', '" "', "- _ -"])
def test_signs_alone_ask_for_nothing(asked: str) -> None:
    assert terms_of(asked) == ()
    assert not has_all([TEXT], terms_of(asked))


def test_only_so_many_words_are_asked_for() -> None:
    assert len(terms_of(" ".join(f"ord{n}" for n in range(50)))) == MOST_TERMS


def test_a_pattern_cannot_run_away() -> None:
    """Signs that mean something in a pattern are only signs."""
    assert not has_all(["a" * 20_000], terms_of("(a+)+$ b"))


def test_a_snippet_shows_the_whole_word_and_a_little_around_it() -> None:
    assert snippet_of("Han föll i duschen.", terms_of("dusch")) == Snippet("Han föll i ", "duschen", ".")
    long = "ord " * 60 + "duschen" + " ord" * 60
    snippet = snippet_of(long, terms_of("dusch"))
    assert snippet is not None
    assert snippet.before.startswith("…ord ")
    assert snippet.after.endswith(" ord…")
    assert len(snippet.before) <= 71
    assert snippet_of("Han föll.", terms_of("dusch")) is None
