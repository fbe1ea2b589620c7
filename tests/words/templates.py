"""Reading a template for what stands in it unmarked: texts, read attributes and words given to a tag."""

import re
from collections.abc import Iterator

SILENT = [
    re.compile(r"\{#.*?#\}|\{%\s*comment\b.*?endcomment\s*%\}", re.DOTALL),
    re.compile(r"\{%\s*blocktranslate\b.*?endblocktranslate\s*%\}", re.DOTALL),
    re.compile(r"\{%\s*translate\b.*?%\}", re.DOTALL),
    re.compile(r"_\((\"[^\"]*\"|'[^']*')\)"),
    re.compile(r"\{%\s*block (body_class|size|main_class|form_attributes)\b.*?endblock\s*%\}", re.DOTALL),
    re.compile(r"<(svg|script|style)\b.*?</\1>", re.DOTALL),
]
SAID = re.compile(r"(?:aria-label|data-label|title|placeholder|alt)=\"([^\"]*)\"")
TAG_WITH_WORDS = re.compile(
    r"\{%\s*(?:nothing|tag|crumbs|state|lock|missing|tabs|clock|term|steps)\b(.*?)%\}", re.DOTALL
)
QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
DEFAULT = re.compile(r"\|default:\"([^\"]*)\"")
TEMPLATE_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
ELEMENT = re.compile(r"<[^>]*>", re.DOTALL)
LETTERS = re.compile(r"[A-Za-zÅÄÖåäö]{2}")
WORDS = re.compile(r"[A-ZÅÄÖåäö ]")  # a word for people, not a name for the program
ENTITY = re.compile(r"&\w+;")


def unmarked_in(source: str) -> Iterator[str]:
    for pattern in SILENT:
        source = pattern.sub("", source)
    for tag in TAG_WITH_WORDS.findall(source):
        yield from (text for pair in QUOTED.findall(tag) if WORDS.search(text := "".join(pair)))
    yield from (text for text in DEFAULT.findall(source) if LETTERS.search(text) and WORDS.search(text))
    plain = TEMPLATE_TAG.sub("\0", source)
    yield from (text for text in SAID.findall(plain) if LETTERS.search(text))
    pieces = re.split("\0", ENTITY.sub("", ELEMENT.sub("\0", plain)))
    yield from (piece.strip() for piece in pieces if LETTERS.search(piece))
