"""How much people write where something must be told."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

SHORTEST, LONGEST = 3, 20_000  # characters


def check_words(register: str, field: str, text: str, missing: str) -> None:
    """Something must be told, and no more than a few pages; `missing` is the sentence when it is not."""
    if len(text.strip()) < SHORTEST:
        raise RuleBroken(f"{register}.{field}.empty", missing, field=field)
    if len(text) > LONGEST:
        sentence = marked("Texten är för lång. Korta den till högst 20 000 tecken.")
        raise RuleBroken(f"{register}.{field}.long", sentence, field=field)
