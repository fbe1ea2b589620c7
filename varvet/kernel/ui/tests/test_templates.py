"""What holds for every template here: it parses, stands in a frame, writes no style or script, and speaks plainly."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

PACKAGE = Path(__file__).resolve().parents[3]
FOLDER = Path(__file__).resolve().parent.parent / "templates"
NAMES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.html"))
MOST_WORDS = 20
# a script of ours is a file, never text in the page
OWN_FILE = r"""(?!(?: src="(?:\{% static '|/static/)[^"]+"| defer)+></script>)"""
NOT_CLEAN = re.compile(rf"<style|\sstyle=|<script{OWN_FILE}|\son[a-z]+=|javascript:", re.IGNORECASE)


def source_of(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


SOURCES = {name: source_of(name) for name in NAMES}
INCLUDED = set(re.findall(r'\{% include "([^"]+)"', "".join(SOURCES.values())))
OWN_FRAME = {"ui/base.html"}


def is_piece(name: str) -> bool:
    """Parts and elements are drawn by tags; others are included by a page."""
    return name in INCLUDED or name.startswith(("ui/parts/", "allauth/elements/", "ui/files/attachments"))


def sentences_in(source: str) -> list[str]:
    """The Swedish of a template: tags that stand between blocks end a sentence, others are read through."""
    text = re.sub(r"\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}", " ", source, flags=re.DOTALL)
    text = re.sub(r"\{%\s*(note|term|endnote|endterm|block|endblock|if|else|elif|endif|for|endfor)\b.*?%\}", ". ", text)
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " x ", text, flags=re.DOTALL)
    text = re.sub(r"</?(a|b|i|span|small|strong|em)\b[^>]*>", " ", text)
    text = re.sub(r"<[^>]+>", ". ", text)
    return [sentence.strip() for sentence in re.split(r"[.?:]\s|\s·\s", text) if re.search(r"[a-zåäö]", sentence)]


def test_there_are_templates() -> None:
    assert len(NAMES) > 30


@pytest.mark.parametrize("name", NAMES)
def test_it_parses(name: str) -> None:
    assert get_template(name) is not None


@pytest.mark.parametrize("name", [name for name in NAMES if not is_piece(name) and name not in OWN_FRAME])
def test_a_page_stands_in_a_frame(name: str) -> None:
    assert SOURCES[name].startswith('{% extends "')


@pytest.mark.parametrize("name", NAMES)
def test_no_style_or_script_is_written_into_the_page(name: str) -> None:
    assert not NOT_CLEAN.search(source_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_sentences_are_short_and_calm(name: str) -> None:
    source = SOURCES[name]
    too_long = [s for s in sentences_in(source) if len(s.split()) > MOST_WORDS]
    assert not too_long
    swedish = " ".join(sentences_in(source))
    assert "vänligen" not in swedish.lower()
    assert "!" not in swedish.replace("!doctype", "")


def test_the_reader_of_sentences_finds_a_long_one() -> None:
    long = "<p>" + "ord " * 21 + "slut.</p>"
    assert [s for s in sentences_in(long) if len(s.split()) > MOST_WORDS]


def test_no_dead_rules_for_what_a_page_may_load() -> None:
    sources = "".join(path.read_text() for path in PACKAGE.rglob("templates/**/*.html"))
    used = re.findall(r"static '(varvet/[^']+)'", sources)
    there = {f"varvet/{path.name}" for path in (FOLDER.parent / "static" / "varvet").iterdir()}
    assert set(used) == there


@pytest.mark.parametrize(
    "written",
    ["<script>x()</script>", '<script src="https://else.example/x.js"></script>', "<script defer>x()</script>"],
)
def test_a_script_that_is_not_our_own_file_is_found(written: str) -> None:
    assert NOT_CLEAN.search(written)
    assert not NOT_CLEAN.search('<script src="/static/varvet/frame.js" defer></script>')
