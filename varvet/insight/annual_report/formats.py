"""Swedish number formats: the one place where a figure becomes text."""

from varvet.insight.annual_report.chart_data import Amount, Measured, Missing, Number

NO_BREAK = "\u00a0"  # between a figure and its unit in running text
NARROW = "\u202f"  # narrow no-break space: thousands, percent sign
FIGURE_SPACE = "\u2007"  # as wide as a digit
MINUS = "\u2212"
SOFT_HYPHEN = "\u00ad"  # where a long heading may be parted; not for running text
DASH = "–"  # not measured, or cannot occur
HIDDEN = ".."  # counted but hidden (too few), or too uncertain

NUMBER_WORDS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


def integer(number: int) -> str:
    digits = f"{abs(number):,}".replace(",", NARROW)
    return (MINUS if number < 0 else "") + digits


def decimal(number: float, places: int = 1) -> str:
    whole, _, part = f"{abs(number):.{places}f}".partition(".")
    nonzero = int(whole) or int(part or 0)
    sign = MINUS if number < 0 and nonzero else ""
    return sign + integer(int(whole)) + ("," + part if part else "")


def half_up(number: float) -> int:
    """Rounds 0.5 away from zero, as people do and Python does not."""
    return int(abs(number) + 0.5) * (-1 if number < 0 else 1)


def percent(number: float, places: int = 0) -> str:
    """number is 0-100: '72 %'."""
    return (decimal(number, places) if places else integer(half_up(number))) + NARROW + "%"


def days(number: float) -> str:
    """A median of days, in halves and quarters: '1 dag', '12 dagar', '2,5 dagar'."""
    text = integer(int(number)) if float(number).is_integer() else decimal(number)
    return f"{text}{NO_BREAK}{'dag' if number == 1 else 'dagar'}"


def percent_range(low: float, high: float) -> str:
    """low and high are 0-100: '35–59 %'."""
    return f"{integer(half_up(low))}–{percent(high)}"


def percent_words(number: float) -> str:
    """For running text: '76 procent'."""
    return integer(half_up(number)) + NO_BREAK + "procent"


def with_previous(now: int, before: int, width: int = 2) -> str:
    """'9 (13)' with the parenthesis padded so that digits stand under digits."""
    text = integer(before)
    return f"{integer(now)} {FIGURE_SPACE * (width - len(text))}({text})"


def word(number: int) -> str:
    return NUMBER_WORDS[number] if 0 <= number < len(NUMBER_WORDS) else integer(number)


def number(value: Number, measured: Measured) -> str:
    """As written in a table or beside a mark in a chart."""
    if measured is Measured.PERCENT:
        return percent(value)
    if measured is Measured.DECIMAL or not float(value).is_integer():
        return decimal(value)
    return integer(int(value))


def amount(value: Amount, measured: Measured = Measured.COUNT) -> str:
    if isinstance(value, Missing):
        return HIDDEN if value is Missing.HIDDEN else DASH
    return number(value, measured)


def said(value: Amount, measured: Measured = Measured.COUNT) -> str:
    """As spoken: what is hidden is called hidden, in alt texts too."""
    if isinstance(value, Missing):
        return "dold" if value is Missing.HIDDEN else "inte mätt"
    if measured is Measured.PERCENT:
        return percent_words(value)
    return number(value, measured)


def is_nothing(text: str) -> bool:
    """Nothing happened or nothing is known: shown pale, so that what happened stands out."""
    return text in ("0", f"0{NARROW}%", DASH, HIDDEN) or (text.startswith("0 ") and text.endswith("(0)"))


def sentence_start(text: str) -> str:
    return text[:1].upper() + text[1:]


def inside_sentence(text: str) -> str:
    """First letter small, unless the word is an abbreviation such as IVO, or a name of one letter."""
    return text if len(text) == 1 or text[1:2].isupper() else text[:1].lower() + text[1:]
