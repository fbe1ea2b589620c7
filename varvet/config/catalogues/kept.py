"""The catalogues as files: written anew with what the code says, translations kept, and compiled for running."""

import io
import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from varvet.config.catalogues.places import LANGUAGE, PACKAGE, catalogue_in, catalogues, files, home_of, is_made_up
from varvet.config.catalogues.texts import Text, in_page, in_python

# Without dates, so that a catalogue changes only when its texts do.
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
Said = str | tuple[str, ...]  # a translation; one for each form of a counted text


@dataclass(frozen=True)
class Collected:
    """A catalogue after collecting: how many texts it holds, and which of them still lack words."""

    path: Path
    texts: int
    missing: tuple[str, ...]


def collect(package: Path = PACKAGE) -> list[Collected]:
    """Every catalogue written anew with the texts of its part. What is translated anywhere stays translated."""
    known = _translations(catalogues(package))
    found = find(package)
    for empty in set(catalogues(package)) - {catalogue_in(home) for home in found}:
        empty.unlink()
    return [_write(catalogue_in(home), texts, known) for home, texts in sorted(found.items())]


def find(package: Path = PACKAGE) -> dict[Path, dict[Text, set[str]]]:
    """For each part its texts, each with the files that say it."""
    found: dict[Path, dict[Text, set[str]]] = defaultdict(lambda: defaultdict(set))
    readers = ((".py", in_python), (".html", in_page), (".txt", in_page))
    written = ((path, texts_in) for ending, texts_in in readers for path in files(package, ending))
    for path, texts_in in ((path, texts_in) for path, texts_in in written if not is_made_up(path, package)):
        for text in texts_in(path):
            found[home_of(path, package)][text].add(str(path.relative_to(package)))
    return found


def compile_changed(package: Path = PACKAGE) -> int:
    """Compiles each catalogue that is newer than its compiled file; how many they were."""
    changed = [path for path in catalogues(package) if _is_newer(path)]
    for path in changed:
        compiled = io.BytesIO()
        write_mo(compiled, read(path))
        being_written = path.with_suffix(f".{os.getpid()}")  # several may compile at once
        being_written.write_bytes(compiled.getvalue())
        being_written.replace(path.with_suffix(".mo"))
    return len(changed)


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def _is_newer(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns


def _translations(paths: Iterable[Path]) -> dict[Text, Said]:
    """What is said of each text, where every form of it is said."""
    messages = [message for path in paths for message in read(path) if message.id]
    return {_text(m.id, m.context): _said(m) for m in messages if _whole(_said(m))}


def _said(message: Message) -> Said:
    return message.string if isinstance(message.string, str) else tuple(message.string or ())


def _text(message: str | Iterable[str], context: str | None) -> Text:
    singular, plural = (message, "") if isinstance(message, str) else message
    return Text(singular, plural, context or "")


def _whole(said: Said) -> bool:
    return bool(said) and all(said)


def _write(path: Path, texts: dict[Text, set[str]], known: dict[Text, Said]) -> Collected:
    catalog = Catalog(locale=LANGUAGE, fuzzy=False)
    for text, places in sorted(texts.items(), key=lambda item: (item[0].singular, item[0].context)):
        message = (text.singular, text.plural) if text.plural else text.singular
        nothing: Said = ("", "") if text.plural else ""
        where = [(place, 0) for place in sorted(places)]
        catalog.add(message, known.get(text, nothing), locations=where, context=text.context or None)
    written = io.BytesIO()
    write_po(written, catalog, width=0, omit_header=True, include_lineno=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(language=LANGUAGE) + written.getvalue().decode(), "utf-8")
    missing = tuple(text.singular for text in texts if not _whole(known.get(text, "")))
    return Collected(path, len(texts), missing)
