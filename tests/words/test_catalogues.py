"""What the interface says: said in English too, in short calm sentences without puzzles."""

import re
from string import Formatter

from babel.messages.catalog import Message

from tests.words.sentences import sentences_in, without_markup
from varvet.config.catalogues.kept import find, read
from varvet.config.catalogues.places import PACKAGE, catalogue_in, catalogues
from varvet.config.catalogues.texts import Text
from varvet.kernel.law.glossary import entries

MOST_WORDS = 20
OLD_STYLE = re.compile(r"%\((\w+)\)s")
PUSHING = re.compile(r"!|vänligen|\bplease\b", re.IGNORECASE)
SWEDISH = re.compile(r"[åäöÅÄÖ]")
# Short words that need no explanation: files, days and the program's own; the glossary explains the others.
KNOWN = {"PDF", "CSV", "ODT", "JPEG", "HEIC", "MB", "JSON", "QR", "IT", "AVV", "LXS", "SYN", "APT", "OK", "XLSX", "AA"}
EXPLAINED = {form for entry in entries() for said in (entry.sv, entry.en) for form in said.forms}
ABBREVIATION = re.compile(r"\b[A-ZÅÄÖ]{2,}\b|\b(?:t\.?ex|bl\.?a|m\.?m|dvs|osv|resp|inkl|exkl|ev|ca|e\.g|i\.e|etc)\b\.?")


def messages() -> list[tuple[str, Message]]:
    return [(str(path.relative_to(PACKAGE)), m) for path in catalogues() for m in read(path) if m.id]


def forms(said: object) -> list[str]:
    """The one text, or each form of a counted one."""
    return [said] if isinstance(said, str) else [str(form) for form in said or ()]  # type: ignore[attr-defined]  # babel: a tuple of forms


MESSAGES = messages()
TEXTS = sorted({form for _, m in MESSAGES for said in (m.id, m.string) for form in forms(said)})


def test_the_catalogues_hold_what_the_code_says() -> None:
    said = {catalogue_in(home): {(t.singular, t.plural, t.context) for t in texts} for home, texts in find().items()}
    kept = {path: {_key(m) for m in read(path) if m.id} for path in catalogues()}
    different = {str(path): said.get(path, set()) ^ kept.get(path, set()) for path in said | kept}
    assert {path: texts for path, texts in different.items() if texts} == {}, "Run: varvet words collect"


def test_everything_is_said_in_english() -> None:
    lacking = [(path, m.id) for path, m in MESSAGES if m.fuzzy or not m.string or not all(forms(m.string))]
    assert lacking == []


def test_a_text_is_said_in_one_way() -> None:
    ways: dict[object, set[object]] = {}
    for _, message in MESSAGES:
        ways.setdefault((message.id, message.context), set()).add(message.string)
    assert {text: said for text, said in ways.items() if len(said) > 1} == {}


def test_what_is_put_into_a_sentence_is_put_into_both() -> None:
    assert [m.id for _, m in MESSAGES if placeholders(m.id) != placeholders(m.string)] == []


def test_markup_inside_a_sentence_is_the_same_in_both() -> None:
    tags = re.compile(r"<[^>]+>")
    assert [m.id for _, m in MESSAGES if tags.findall(forms(m.id)[0]) != tags.findall(forms(m.string)[0])] == []


def test_english_is_english() -> None:
    left = [m.string for _, m in MESSAGES if SWEDISH.search(re.sub(r"“[^”]*”", "", " ".join(forms(m.string))))]
    assert left == []


def test_sentences_are_short_and_calm() -> None:
    assert len(TEXTS) > 2_000
    assert [s for text in TEXTS for s in sentences_in(text) if len(s.split()) > MOST_WORDS] == []
    assert [text for text in TEXTS if PUSHING.search(text)] == []


def test_no_abbreviation_is_left_unexplained() -> None:
    found = {short for text in TEXTS for short in ABBREVIATION.findall(without_markup(text))}
    assert found - KNOWN - EXPLAINED == set()


def test_the_rule_of_sentences_catches_what_it_should() -> None:
    long = " ".join(["ord"] * 21) + "."
    assert [s for s in sentences_in(f"Kort. {long}") if len(s.split()) > MOST_WORDS] == [long]
    assert ABBREVIATION.findall("Se t.ex. FUT och bl.a. EGK") == ["t.ex.", "FUT", "bl.a.", "EGK"]


def _key(message: Message) -> tuple[str, str, str]:
    singular, *plural = forms(message.id)
    return singular, (plural or [""])[0], message.context or ""


def placeholders(said: object) -> list[set[str]]:
    """The names that stand in for values; a counted text may leave the number out where it is one."""
    found = [_names(form) for form in forms(said)]
    return found[-1:]


def _names(text: str) -> set[str]:
    old = set(OLD_STYLE.findall(text))
    return old or {name for _, name, _, _ in Formatter().parse(text) if name}


def test_placeholders_are_found() -> None:
    assert placeholders(("En sak", "%(count)s saker av {all}")) == [{"count"}]
    assert placeholders("{a} av {b}") == [{"a", "b"}]
    assert Text("x") == Text("x", "", "")
