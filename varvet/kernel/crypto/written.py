"""Codes that people write down and read out: short, without letters that look alike, however they are typed."""

LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"  # none that look alike, and no vowels: no words by chance
CODE_LENGTH, GROUP = 15, 5  # 27 letters, fifteen of them: 71 bits


def as_code(number: int) -> str:
    """The lowest part of a large number as a code that people can write down: three groups of five."""
    letters = []
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(LETTERS))
        letters.append(LETTERS[place])
    return "-".join("".join(letters[start : start + GROUP]) for start in range(0, CODE_LENGTH, GROUP))


def bare_code(written: str) -> str:
    """A code as it was written, without spaces, hyphens and small letters."""
    return "".join(letter for letter in written.upper() if letter.isalnum())
