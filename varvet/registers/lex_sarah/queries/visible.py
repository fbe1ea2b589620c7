"""Which cases a reader sees, and what is read of one."""

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records import narratives
from varvet.kernel.records.confidential import within
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.reading import note_reading
from varvet.registers.lex_sarah.models import REPORTED_PARTS, CaseReference, LexSarah, Reporting
from varvet.registers.lex_sarah.queries.addressed import list_addressed

VIEW, EXCLUDED, CASE_REFERENCE = "lex_sarah.view", "lex_sarah.view_excluded", "lex_sarah.case_reference"
UNTIED = Q(cause__isnull=True, happening__isnull=True)  # the words of causes and events are read with them


def visible_to(reader: Reader) -> QuerySet[LexSarah]:
    """Cases in the reader's units, those the reader reported, and those with a proposal for the reader to answer."""
    addressed = Q(pk__in=list_addressed(reader).values("case_id"))
    seen = within(reader, VIEW, EXCLUDED) | own(reader) | addressed
    related = ("unit", "root", "category", "category_list", "investigator")
    return LexSarah.objects.filter(seen, root=reader.root).select_related(*related)


def reported_by(reader: Reader) -> QuerySet[LexSarah]:
    return LexSarah.objects.filter(own(reader), root=reader.root).select_related("unit", "root")


def own(reader: Reader) -> Q:
    """What the reader reported; but for a manager whom the case has come to be about."""
    return Q(opened_by=reader.user, reporter_shut_out=False)


def is_own(reader: Reader, case: LexSarah) -> bool:
    return case.opened_by_id == reader.user.pk and not case.reporter_shut_out


def can(reader: Reader, permission: str, case: LexSarah) -> bool:
    """May the reader do this to the case, also when it shuts the unit's manager out?"""
    normal = case.confidentiality == Confidentiality.NORMAL
    return reader.can(permission, case.unit_id) and (normal or reader.can(EXCLUDED, case.unit_id))


def handles(reader: Reader, case: LexSarah) -> bool:
    """Whether it is more to the reader than a report of their own."""
    return can(reader, VIEW, case)


def is_only_addressed(reader: Reader, case: LexSarah) -> bool:
    """Whether all the reader has to do with the case is to answer a proposal."""
    return not handles(reader, case) and not is_own(reader, case)


def read_narratives(reader: Reader, case: LexSarah) -> list[Words]:
    """The texts, oldest first; each reading is noted. A reporter who does not handle sees the report alone.

    Whoever only answers a proposal reads none.
    """
    if is_only_addressed(reader, case):
        return []
    only = UNTIED if handles(reader, case) else Q(part__in=REPORTED_PARTS)
    return narratives.read(case, by=reader.user, only=only)


def read_report(reader: Reader, case: LexSarah) -> list[Words]:
    """What was reported, oldest first; the reading is noted. Whoever only answers a proposal reads none."""
    if is_only_addressed(reader, case):
        return []
    return narratives.read(case, by=reader.user, only=Q(part__in=REPORTED_PARTS))


def told_by(reader: Reader, case: LexSarah) -> str:
    """For those who handle: who told it, where somebody else wrote it down; empty for nobody."""
    found = Reporting.objects.filter(case=case).first() if handles(reader, case) else None
    return str(found.told_by) if found else ""


def has_case_reference(case: LexSarah) -> bool:
    return CaseReference.objects.filter(case=case).exists()


def read_case_reference(reader: Reader, case: LexSarah) -> str:
    """The number of the affected person's own case; the reading is noted. Empty for who may not, or where none is."""
    if not can(reader, CASE_REFERENCE, case):
        return ""
    found = CaseReference.objects.filter(case=case).first()
    if found is None:
        return ""
    note_reading(case, "case_reference", by=reader.user)
    return str(found.number)
