"""From a text of the interface to its sentences."""

import re

TAGS = re.compile(r"<[^>]+>")
VALUES = re.compile(r"%\(\w+\)s|\{\w*\}")


def without_markup(text: str) -> str:
    return TAGS.sub(" ", text)


def sentences_in(text: str) -> list[str]:
    """Each value counts as a word; a quoted example is read with its sentence."""
    plain = VALUES.sub("x", without_markup(text))
    return [sentence.strip() for sentence in re.split(r"(?<=[.?:])[”\"]?\s", plain) if sentence.strip()]
