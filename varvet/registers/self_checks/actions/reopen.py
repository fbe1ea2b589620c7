"""A performed round is gone on with: more are drawn, what was reviewed stays, and the result is counted anew."""

from varvet.registers.self_checks import rules
from varvet.registers.self_checks.actions.follow_up import followed_of
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.rules import decision


def reopen(round_: Round) -> dict[str, int | None]:
    """For a round that is locked; the caller saves and commits it. Returns the figures that are counted anew."""
    decision.check_extend(followed_of(round_))
    before = {"sample_before": round_.sample, "fulfilled_before": round_.fulfilled}
    round_.status = rules.check_event(rules.Event.EXTEND, round_.status)
    round_.performed_on = round_.closed_at = None
    round_.sample = round_.fulfilled = round_.stated_permille = round_.response_rate_permille = None
    round_.splits.all().delete()
    return before
