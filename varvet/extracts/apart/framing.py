"""Reads a list as a frame to draw from: what comes back is codes, or for whoever holds the list its own names."""

from varvet.extracts.apart.asked import Refused
from varvet.extracts.apart.asked_of_frames import FindNames, FrameTold, NamesTold, ReadFrame
from varvet.extracts.frames import Wanted, own_names, read_frame
from varvet.extracts.pseudonyms import Pseudonyms
from varvet.kernel.records.errors import RuleBroken


def answer(asked: ReadFrame | FindNames, content: bytes) -> FrameTold | NamesTold | Refused:
    try:
        return _frame(asked, content) if isinstance(asked, ReadFrame) else _names(asked, content)
    except RuleBroken as broken:
        return Refused(broken.code, broken.wording, {name: str(value) for name, value in broken.values.items()})


def _frame(asked: ReadFrame, content: bytes) -> FrameTold:
    found = read_frame(content, _wanted(asked), _pseudonyms(asked))
    lines = (f"{row.code}\t{row.sex}\t{row.unit}\t{row.group}" for row in found.rows)
    return FrameTold("\n".join(lines), found.read, found.columns, found.findings)


def _names(asked: FindNames, content: bytes) -> NamesTold:
    frame = asked.frame
    return NamesTold(own_names(content, _wanted(frame), _pseudonyms(frame), frozenset(asked.codes)))


def _wanted(asked: ReadFrame) -> Wanted:
    return Wanted(asked.columns, asked.names, asked.remembered)


def _pseudonyms(asked: ReadFrame) -> Pseudonyms:
    return Pseudonyms(bytes.fromhex(asked.key), this_year=asked.this_year)
