"""How far the handling of a case has come, as the rules ask."""

from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.links import list_answers
from varvet.registers.lex_sarah.models.case import LexSarah
from varvet.registers.lex_sarah.models.investigation import Impartiality
from varvet.registers.lex_sarah.models.narrative import SECTION_PARTS, Narrative, Part
from varvet.registers.lex_sarah.models.proposals import Proposal
from varvet.registers.lex_sarah.rules import Progress, Role, Sort, Tied


def answers_by_cause(case: LexSarah) -> dict[int, bool]:
    """Each cause by its id, and whether it has a measure, a proposal of one, or a reason for none."""
    measured = {part for part, _ in list_answers(case)} | proposed_for(case)
    return {cause.pk: cause.needs_no_measure or cause.part in measured for cause in case.causes.all()}


def proposed_for(case: LexSarah) -> frozenset[str]:
    """Parts of the causes that a proposal is about: whoever investigates proposes, and the manager answers."""
    rows = Proposal.objects.filter(case=case, sort=Sort.MEASURE).exclude(cause="")
    return frozenset(rows.values_list("cause", flat=True))


def progress_of(case: LexSarah) -> Progress:
    answered = answers_by_cause(case)
    return Progress(
        written=written_sections(case),
        causes=len(answered),
        unanswered=list(answered.values()).count(False),
        informed=case.informed_on is not None or case.not_informed,
        investigator=case.investigator_id is not None,
        impartial=_vouched(case),
        events=case.events.count(),
    )


def written_sections(case: LexSarah) -> frozenset[str]:
    """A reason for not having asked stands for the affected person's own view."""
    parts = [*SECTION_PARTS, Part.NOT_ASKED]
    rows = Narrative.objects.filter(case=case, part__in=parts, cause=None, happening=None)
    found = set(rows.values_list("part", flat=True))
    return frozenset(found | {Part.VIEW.value} if Part.NOT_ASKED in found else found)


def declared_by(case: LexSarah, person: User) -> dict[str, bool]:
    """Role -> whether the person has said that they have a conflict of interest in it.

    A conflict in a report that is investigated in the case is one in the case.
    """
    rows = Impartiality.objects.filter(concerning(case), person=person).order_by("conflict", "pk")
    return dict(rows.values_list("role", "conflict"))  # a conflict is read last, and holds


def conflicts_of(root: Unit) -> dict[int, frozenset[int]]:
    """Case -> those who have said that they have a conflict of interest in it, by ids; as `declared_by`, of a root."""
    rows = Impartiality.objects.filter(conflict=True, case__root=root)
    found: dict[int, set[int]] = {}
    for case, joined_to, person in rows.values_list("case_id", "case__joined_to_id", "person_id"):
        for pk in filter(None, (case, joined_to)):
            found.setdefault(pk, set()).add(person)
    return {pk: frozenset(people) for pk, people in found.items()}


def concerning(case: LexSarah) -> Q:
    """What has been said of the case, and of the reports that are investigated in it."""
    return Q(case=case) | Q(case__joined_to=case)


def _vouched(case: LexSarah) -> bool:
    if case.investigator is None:
        return False
    declared = declared_by(case, case.investigator)
    return Role.INVESTIGATOR in declared and not any(declared.values())


def tied(case: LexSarah) -> Tied:
    """What decides whether it may be tied to another."""
    return Tied(
        pk=case.pk,
        status=case.status,
        confidentiality=case.confidentiality,
        joined=case.joined_to_id is not None,
        leads=case.joined.exists(),
    )
