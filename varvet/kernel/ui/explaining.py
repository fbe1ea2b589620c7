"""Words of the work explained where they stand: the first time on a page, in running text and nowhere else."""

import re
from dataclasses import dataclass
from functools import cache

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from varvet.kernel.law.glossary import Entry, entries
from varvet.kernel.organisation.tree import sort_key

TAG = re.compile(r"(<[^>]*>)")
# In these a word is already something to press, to choose or to be called by.
NOT_TEXT = {"a", "button", "summary", "label", "legend", "option", "h1", "svg", "title", "textarea", "time"}
NAME = re.compile(r"</?\s*([a-z0-9]+)", re.IGNORECASE)


def explanation(key: str, word: str, means: str) -> SafeString:
    """A button that opens what the word means. Hovering shows the same as the browser's own tip.

    The opened text stays until Esc, another press, or a press beside it: the browser sees to that, without script.
    """
    return format_html(
        '<button type="button" class="term" popovertarget="ord-{0}" title="{2}">{1}</button>'
        '<span class="explain" id="ord-{0}" popover role="note"><b>{1}</b> {2}</span>',
        key,
        word,
        means,
    )


def explained(content: str, told: set[str]) -> SafeString:
    """The markup with the first of each word explained; `told` are those explained before, and is added to."""
    pieces, inside = [], 0
    for piece in TAG.split(content):
        if piece.startswith("<"):
            inside += _step(piece)
            pieces.append(piece)
        else:
            pieces.append(piece if inside else _with_words(piece, told))
    return mark_safe("".join(pieces))  # noqa: S308 - the pieces were markup before, and what is put in is escaped


def _step(tag: str) -> int:
    """1 where an element begins whose text is left alone, -1 where it ends."""
    name = NAME.match(tag)
    if name is None or name[1].lower() not in NOT_TEXT:
        return 0
    return -1 if tag.startswith("</") else 1


def _with_words(text: str, told: set[str]) -> str:
    by_form, pattern = _known(get_language() or "sv")

    def put(match: re.Match[str]) -> str:
        entry = by_form[match[0].lower()]
        if entry.key in told or not _is_written(match[0], entry):
            return match[0]
        told.add(entry.key)
        return explanation(entry.key, match[0], entry.spoken(get_language() or "sv").means)

    return pattern.sub(put, text)


def _is_written(found: str, entry: Entry) -> bool:
    """Whether the word stands as it is written: SIP is a plan, sip is a drink."""
    forms = entry.spoken(get_language() or "sv").forms
    return found in forms or any(form.lower() == found.lower() and not form.isupper() for form in forms)


@dataclass(frozen=True)
class Word:
    """A word of the list in the reader's language, and the same in the other."""

    key: str
    word: str
    means: str
    other: str
    other_language: str


def list_words() -> list[Word]:
    """In the alphabet of the reader's language."""
    here, there = ("en", "sv") if get_language() == "en" else ("sv", "en")
    pairs = [(entry.key, entry.spoken(here), entry.spoken(there).word) for entry in entries()]
    words = [Word(key, own.word, own.means, other if other != own.word else "", there) for key, own, other in pairs]
    return sorted(words, key=lambda word: sort_key(word.word))


@cache
def _known(language: str) -> tuple[dict[str, Entry], re.Pattern[str]]:
    by_form = {escape(form).lower(): entry for entry in entries() for form in entry.spoken(language).forms}
    longest_first = sorted(by_form, key=len, reverse=True)
    return by_form, re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
