"""One report as the action makes it, and the same rows by plain SQL."""

from collections.abc import Callable

from bench import plain
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions, rules

WHAT = "Medicinen delades ut en timme för sent, eftersom nyckeln till skåpet låg kvar på en annan avdelning. " * 3


def kinds(process: int) -> dict[str, Callable[[int], None]]:
    """By name: what one client does once. Each client is told its number in the process."""
    reporter, unit = User.objects.get(name="Bo"), Unit.objects.get(name="Mottagning A")
    content = actions.Report(unit=unit, what=WHAT, when=rules.When.TODAY, worry=2)

    def whole(_client: int) -> None:
        actions.report(content=content, key=new_key(), by=reporter, now=NOW)

    rows = plain.rows_of(actions.report(content=content, key=new_key(), by=reporter, now=NOW))

    def bare(client: int) -> None:
        plain.write(rows, f"P{process}-{client}")

    return {"whole": whole, "plain": bare}
