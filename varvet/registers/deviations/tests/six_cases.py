"""What holds for every step of the handling: who may, who may not, when it cannot be, and what is left of it."""

from datetime import datetime
from typing import Any, ClassVar

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import ACTED, events_of, fresh, in_state

HANDLE = frozenset({"alice", "dag", "eva"})
CLOSE = HANDLE - {"dag"}
EVERYBODY = ("alice", "bo", "cecilia", "dag", "eva", "hugo", "gun", "stranger")


class SixCases:
    """A step says which event it is, what it begins with, what it does, and what the trail calls it.

    That it works, and what it counts, each step tells in its own file.
    """

    event: ClassVar[rules.Event]
    trail: ClassVar[str]
    place: ClassVar[str]  # last part of its address
    status: ClassVar[rules.Status]  # that it begins in
    sees_it: ClassVar[frozenset[str]] = HANDLE | {"bo"}

    def make(self, cast: Cast) -> Deviation:
        return in_state(cast, self.status)

    def prepare(self, cast: Cast) -> Any:
        """What else it needs, made before."""
        return None

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        raise NotImplementedError

    @property
    def allowed(self) -> frozenset[str]:
        return CLOSE if actions.PERMISSIONS[self.event] in {"deviations.close", "deviations.reopen"} else HANDLE

    @pytest.mark.parametrize("name", EVERYBODY)
    def test_who_may(self, cast: Cast, name: str) -> None:
        deviation, extra, by = self.make(cast), self.prepare(cast), getattr(cast, name)
        version = fresh(deviation).version
        if name in self.allowed:
            self.do(deviation, extra, version=version, by=by)
            assert events_of(deviation)[-1] == (self.trail, version + 1, by.pk)
            return
        with pytest.raises(NotAllowed):
            self.do(deviation, extra, version=version, by=by)
        assert fresh(deviation).version == version

    @pytest.mark.parametrize("status", rules.Status)
    def test_only_in_its_states(self, cast: Cast, status: rules.Status) -> None:
        deviation, extra = in_state(cast, status), self.prepare(cast)
        before = fresh(deviation)
        if rules.may(self.event, status):
            return
        with pytest.raises(RuleBroken) as broken:
            self.do(deviation, extra, version=before.version, by=cast.eva)
        assert broken.value.code == f"deviation.{self.event}.state"
        assert (fresh(deviation).status, fresh(deviation).version) == (status, before.version)

    def test_a_stale_version_writes_nothing(self, cast: Cast) -> None:
        deviation, extra = self.make(cast), self.prepare(cast)
        version, events = fresh(deviation).version, len(events_of(deviation))
        with pytest.raises(StaleVersion):
            self.do(deviation, extra, version=version - 1, by=cast.eva)
        assert (fresh(deviation).version, len(events_of(deviation))) == (version, events)

    @pytest.mark.parametrize("name", EVERYBODY)
    def test_its_page(self, cast: Cast, name: str) -> None:
        """404 where one does not see it, 403 with who could where one does not handle it, else the form."""
        deviation, client = self.make(cast), as_(getattr(cast, name))
        address = f"/avvikelser/{deviation.reference}/{self.place}/"
        answers = client.get(address), client.post(address, {"version": ""})
        expected = (200, 422) if name in self.allowed else ((403, 403) if name in self.sees_it else (404, 404))
        assert tuple(answer.status_code for answer in answers) == expected
        if expected == (403, 403):
            assert "enhetschef" in text_of(answers[0]).lower()
