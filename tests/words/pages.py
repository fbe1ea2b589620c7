"""Reading a page as its reader does: every text with the language it is said to be in."""

from collections.abc import Iterator
from html.parser import HTMLParser

SAID_IN = ("aria-label", "data-label", "title", "placeholder", "alt")  # attributes that are read out or shown
SILENT = {"script", "style", "textarea"}  # the last holds what people have written
NO_END = {"meta", "link", "input", "br", "hr", "img", "path", "circle", "rect", "line", "use", "polyline"}
WRITTEN_BY_PEOPLE = {"narr"}  # classes of what people have written, in their own language
ENGLISH = "en"


class Reader(HTMLParser):
    """Collects the texts of a page that are said to be in English: neither marked otherwise nor people's own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []  # each open element, and whether its texts are ours and English
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        counts = self._counts(tag, given)
        if counts:
            self.texts += [value for name in SAID_IN if (value := given.get(name))]
        if tag not in NO_END:
            self.open.append((tag, counts))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that holds nothing, as in a drawing."""

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            continue

    def handle_data(self, data: str) -> None:
        if data.strip() and (not self.open or self.open[-1][1]):
            self.texts.append(" ".join(data.split()))

    def _counts(self, tag: str, given: dict[str, str | None]) -> bool:
        if tag in SILENT or WRITTEN_BY_PEOPLE & set((given.get("class") or "").split()):
            return False
        language = given.get("lang")
        return language == ENGLISH if language else not self.open or self.open[-1][1]


def texts_in(page: str) -> Iterator[str]:
    reader = Reader()
    reader.feed(page)
    yield from reader.texts
