"""Taking over history: the days stay as they were, and what cannot have been is refused."""

from dataclasses import replace
from datetime import date

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.registers.privacy_incidents import actions, rules
from varvet.registers.privacy_incidents.models import Narrative, Part, PrivacyIncident
from varvet.registers.privacy_incidents.tests.factories import Desk, events, happenings, history


def taken_over(desk: Desk, *rows: actions.History) -> list[PrivacyIncident]:
    return actions.import_history(rows=rows, root=desk.cast.root, by=desk.cast.eva, now=NOW)


def test_history_keeps_its_days_and_counts(desk: Desk) -> None:
    row = history(desk, texts={Part.WHAT: "Påhittat"})
    (incident,) = taken_over(desk, row)
    assert (incident.reference, incident.version) == ("PUI-2023-0001", 1)
    assert happenings(incident) == [
        ("received", date(2023, 5, 2)),
        ("assessed", date(2023, 5, 3)),
        ("decided", date(2023, 5, 3)),
        ("reported_to_authority", date(2023, 5, 4)),
        ("closed", date(2023, 5, 12)),
    ]
    assert events(incident) == ["imported"]
    written = Narrative.objects.get(incident=incident)
    assert (written.text, written.synthetic, written.written_at) == ("Påhittat", True, row.received_at)


def test_numbers_follow_each_other(desk: Desk) -> None:
    bare = actions.History(desk.cast.root, history(desk).received_at, rules.Status.RECEIVED)
    assert [i.reference for i in taken_over(desk, history(desk), bare)] == ["PUI-2023-0001", "PUI-2023-0002"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"status": rules.Status.RECEIVED}, "privacy_incidents.course.state"),
        ({"assessed_on": date(2023, 5, 1)}, "privacy_incidents.course.order"),
    ],
)
def test_all_or_none(desk: Desk, wrong: dict[str, object], code: str) -> None:
    with pytest.raises(RuleBroken) as error:
        taken_over(desk, history(desk), replace(history(desk), **wrong))  # type: ignore[arg-type]  # one field
    assert error.value.code == code
    assert not Record.objects.exists()


def test_a_unit_of_another_root_is_a_fault_in_the_import(desk: Desk) -> None:
    with pytest.raises(ValueError, match="another root"):
        taken_over(desk, history(desk, unit=desk.cast.other_unit))


@pytest.mark.parametrize("who", ["stranger", "dag", "alice", "hugo"])
def test_only_those_who_may_import_do(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.import_history(rows=[history(desk)], root=desk.cast.root, by=getattr(desk.cast, who), now=NOW)
