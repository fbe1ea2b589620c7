"""Computing what a list says, beside the pages: a job that bears being done twice."""

import logging
from datetime import datetime

from django.utils import timezone
from django_tasks import task

from varvet.extracts.apart import calling
from varvet.extracts.apart.asked import Compute, Computed, ListRead
from varvet.extracts.apart.spoken import read, written
from varvet.extracts.checks.shapes import term_key
from varvet.extracts.checks.shipped import BY_NAME
from varvet.kernel.law.terms import NoTerm, Term
from varvet.kernel.organisation.terms import get_term
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.models import DelegationLine, ListCheck
from varvet.registers.self_checks.rules.list_check import ListState

logger = logging.getLogger(__name__)


@task
def compute_list(list_check_id: int) -> None:
    compute(ListCheck.objects.select_related("round__root").get(pk=list_check_id), now=timezone.now())


def compute(row: ListCheck, *, now: datetime) -> None:
    """Only what has not been computed; of two that do so at once, both write the same."""
    if row.state != ListState.COUNTING or row.removed_on:
        return
    try:
        found = written(calling.ask(_asked(row), Computed))
        counted = {"state": ListState.COUNTED, "computed": found}
    except (RuleBroken, NoTerm) as error:  # too heavy, or a term the root has removed
        logger.warning("A list could not be computed: %s", type(error).__name__)
        counted = {"state": ListState.FAILED, "computed": ""}
    ListCheck.objects.filter(pk=row.pk, state=ListState.COUNTING).update(computed_at=now, **counted)


def _asked(row: ListCheck) -> Compute:
    told = read(ListRead, row.read)
    return Compute(
        check=row.check_name,
        first=row.round.first_day,
        last=row.round.last_day,
        as_of=row.as_of,
        term=_term(row),
        delegation=_delegation(row),
        fields=told.fields,
        findings=told.findings,
        folder=str(row.folder),
    )


def _term(row: ListCheck) -> Term | None:
    """As it was on the period's last day."""
    key = term_key(BY_NAME[row.check_name].rule)
    return get_term(key, root=row.round.root, on=row.round.last_day) if key else None


def _delegation(row: ListCheck) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in DelegationLine.objects.filter(order=row.delegation_id):
        found[line.decision] = (*found.get(line.decision, ()), line.role)
    return found
