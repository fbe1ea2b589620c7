"""All that the documents of a case are made of, read at once; the reading is noted."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import get_role
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import Place, place_on
from varvet.kernel.records import narratives
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.registry import is_visible
from varvet.registers.lex_sarah.models import (
    REPORTED_PARTS,
    AuthorityReport,
    DecisionMade,
    Impartiality,
    LexSarah,
    Part,
    Proposal,
)
from varvet.registers.lex_sarah.queries.authority import standing_decision
from varvet.registers.lex_sarah.queries.investigation import (
    CauseRead,
    EventRead,
    list_impartiality,
    read_causes,
    read_events,
)
from varvet.registers.lex_sarah.queries.visible import UNTIED

REPLACES: dict[str, str] = {Part.VIEW: Part.NOT_ASKED, Part.NOT_ASKED: Part.VIEW}


@dataclass(frozen=True)
class ReportRead:
    """A report that the investigation is about, and its texts by part."""

    case: LexSarah
    words: Mapping[str, str]


@dataclass(frozen=True)
class CaseFile:
    """`texts` is what was written last of each part. `hidden_reports` counts joined reports the reader may not see.

    `roles` is that of everybody named, by id: when the case came in, else the latest.
    """

    case: LexSarah
    place: Place
    texts: Mapping[str, str]
    reports: tuple[ReportRead, ...]
    hidden_reports: int
    events: tuple[EventRead, ...]
    causes: tuple[CauseRead, ...]
    declared: tuple[Impartiality, ...]
    proposals: tuple[Proposal, ...]
    decision: DecisionMade | None
    authority: AuthorityReport | None
    roles: Mapping[int, str]

    @property
    def event_day(self) -> date:
        """The day the act is chosen by: of what happened, else of the report."""
        days = [one.event.day for one in self.events if one.event.day]
        return self.case.occurred_day or min(days, default=day_of(self.case.received_at))


def read_file(reader: Reader, case: LexSarah) -> CaseFile:
    """Everything, for somebody who may read it all; whether they may is asked before."""
    words = narratives.read(case, by=reader.user, only=UNTIED)
    joined = list(case.joined.select_related("unit"))
    seen = [one for one in joined if is_visible(reader, one)]
    decision = standing_decision(case)
    declared = tuple(list_impartiality(case))
    proposals = tuple(case.proposals.select_related("unit", "answered_by"))
    authority = AuthorityReport.objects.filter(case=case).select_related("reported_by").defer("sent").first()
    named = [case.investigator_id, *(one.person_id for one in declared), *(one.answered_by_id for one in proposals)]
    named += [decision.made_by_id if decision else None, authority.reported_by_id if authority else None]
    return CaseFile(
        case=case,
        place=place_on(case.unit_id, day_of(case.received_at)),
        texts=latest(words),
        reports=(ReportRead(case, latest(words)), *(_report(reader, one) for one in seen)),
        hidden_reports=len(joined) - len(seen),
        events=tuple(read_events(reader, case)),
        causes=tuple(read_causes(reader, case)),
        declared=declared,
        proposals=proposals,
        decision=decision,
        authority=authority,
        roles=roles_of({pk for pk in named if pk}, case.root, day_of(case.received_at)),
    )


def latest(words: Iterable[Words]) -> dict[str, str]:
    """Of texts read oldest first: what each part says now. A view and the reason for none replace each other; what
    the reporter has added is all of it."""
    found: dict[str, str] = {}
    for one in words:
        found.pop(REPLACES.get(one.part, ""), None)
        before = found.get(one.part, "") if one.part == Part.MORE else ""
        found[one.part] = f"{before}\n\n{one.text}" if before else one.text
    return found


def _report(reader: Reader, case: LexSarah) -> ReportRead:
    return ReportRead(case, latest(narratives.read(case, by=reader.user, only=Q(part__in=REPORTED_PARTS))))


def roles_of(people: Collection[int], root: Unit, day: date) -> dict[int, str]:
    """The Swedish name of the role each holds in the root, that of the day before one they were given later."""
    rows = Assignment.objects.filter(user_id__in=people, unit__root=root)
    rows = rows.order_by(F("last_day").asc(nulls_last=True), "-first_day", "-pk")
    found = {row.user_id: get_role(row.role).label for row in rows}
    in_force = Q(first_day__lte=day) & (Q(last_day__isnull=True) | Q(last_day__gte=day))
    return found | {row.user_id: get_role(row.role).label for row in rows.filter(in_force)}


def named(person: User | None, roles: Mapping[int, str]) -> str:
    """Name and role; empty for nobody."""
    if person is None:
        return ""
    return f"{person.name}, {roles[person.pk]}" if person.pk in roles else person.name
