"""Lists as a case system writes them, sent for a round; answered in this process, since another takes its time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from varvet.extracts.apart import calling
from varvet.extracts.apart.answering import answer
from varvet.extracts.apart.asked import Asked, Told
from varvet.extracts.mappings import ColumnMap
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.files.stored import Upload
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.actions.compute_list import compute
from varvet.registers.self_checks.models import ListCheck, Round
from varvet.registers.self_checks.rules import Method
from varvet.registers.self_checks.tests.factories import make, plan_of

HEADINGS = ("Ärende", "Personnummer", "Kön", "Enhet", "Grupp", "Inkom", "Förhandsbedömning klar")
NUMBERS = ("19800101-9876", "19550617-8765", "201012249870")
AS_OF = date(2026, 3, 31)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the process of its own would do, done here."""

    def answered(asked: Asked, content: bytes) -> Told:
        return answer(asked, content)

    monkeypatch.setattr(calling, "_answer", answered)


def rows(count: int = 40, *, late: int = 7) -> list[tuple[str, ...]]:
    """Assessments of reports of concern: the first ones late, two open past their deadline, one that is open within."""
    made: list[tuple[str, ...]] = []
    for number in range(count):
        done = "2026-02-20" if number < late else "2026-02-05"
        sex = "kvinna" if number % 2 else "man"
        group = "barn" if number % 4 else "unga"
        who = NUMBERS[number % len(NUMBERS)]
        made.append((f"B-{number}", who, sex, f"Enhet {number % 2}", group, "2026-02-01", done))
    made.append(("B-901", NUMBERS[0], "man", "Enhet 0", "barn", "2026-02-02", ""))
    made.append(("B-902", NUMBERS[0], "man", "Enhet 0", "barn", "2026-02-03", ""))
    made.append(("B-903", NUMBERS[1], "kvinna", "Enhet 1", "unga", "2026-03-25", ""))
    return made


def content(lines: Sequence[tuple[str, ...]] | None = None, headings: tuple[str, ...] = HEADINGS) -> bytes:
    return "\r\n".join(";".join(row) for row in [headings, *(lines if lines is not None else rows())]).encode()


def upload(given: bytes, name: str = "lista.csv") -> Upload:
    return Upload(name, len(given), given)


def sent(given: bytes | None = None, check: str = "forhandsbedomning") -> actions.ListSent:
    given = content() if given is None else given
    return actions.ListSent(check, "Treserva", ColumnMap("Treserva"), AS_OF, upload(given))


def make_list_round(cast: Cast, method: Method = Method.LIST_CHECK) -> Round:
    return make(cast, replace(plan_of(cast), method=method, target_percent=None))


def make_list(cast: Cast, given: bytes | None = None, check: str = "forhandsbedomning") -> ListCheck:
    """Taken in by Alice and counted."""
    held = make_list_round(cast)
    row = actions.take_in_list(round_=held, sent=sent(given, check), version=held.version, by=cast.alice, now=NOW)
    compute(row, now=NOW)
    return ListCheck.objects.get(pk=row.pk)
