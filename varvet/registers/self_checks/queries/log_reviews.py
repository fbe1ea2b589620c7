"""Reading log reviews: for those who review logs in the unit; reading what a person answered is noted."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from varvet.extracts.apart.asked import ListsRead
from varvet.extracts.apart.spoken import read
from varvet.extracts.mappings import ColumnMap, from_json
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import roles_with
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Referral
from varvet.kernel.records.reading import note_reading
from varvet.registers.self_checks.models import ColumnChoice, LogFinding, LogReview, Round, StaffCode
from varvet.registers.self_checks.queries.round import visible_to
from varvet.registers.self_checks.rules.log_review import LogList, Outcome

MAY_REVIEW = "self_checks.review_logs"
READING = "log_finding"  # the part, in the trail of readings
A_PAGE = 50


@dataclass(frozen=True)
class Counts:
    """Findings of a review: all, the reader's own, without a reviewer, asked about, and those judged, by outcome."""

    whole: int
    left: int
    mine: int
    nobodys: int
    asked: int
    outcomes: Mapping[str, int]


@dataclass(frozen=True)
class Filters:
    """`whose` is mine, nobodys or empty for all; `left_only` those not judged yet; `after` a finding's number."""

    whose: str = ""
    left_only: bool = True
    after: int = 0


def find_log_review(round_: Round) -> LogReview | None:
    return LogReview.objects.filter(round=round_).select_related("taken_in_by").first()


def read_of(review: LogReview) -> ListsRead:
    return read(ListsRead, review.read)


def reviewable(reader: Reader) -> QuerySet[Round]:
    """Rounds the reader sees and may review the logs of."""
    return visible_to(reader).filter(unit_id__in=reader.units(MAY_REVIEW))


def find_findings(reader: Reader) -> QuerySet[LogFinding]:
    rows = LogFinding.objects.filter(review__round__in=reviewable(reader))
    return rows.select_related("review__round__unit", "review__round__root", "review__round__question", "reviewer")


def list_findings(reader: Reader, review: LogReview, filters: Filters) -> tuple[list[LogFinding], bool]:
    """One page, in order, and whether there are more. By number, so that what is judged meanwhile moves nothing."""
    rows = LogFinding.objects.filter(review=review, number__gt=filters.after)
    rows = rows.select_related("reviewer").order_by("number")
    if filters.whose == "mine":
        rows = rows.filter(reviewer=reader.user)
    if filters.whose == "nobodys":
        rows = rows.filter(reviewer=None)
    if filters.left_only:
        rows = rows.filter(outcome="")
    found = list(rows[: A_PAGE + 1])
    return found[:A_PAGE], len(found) > A_PAGE


def log_counts_of(reader: Reader, review: LogReview) -> Counts:
    left = Q(outcome="")
    found = LogFinding.objects.filter(review=review).aggregate(
        whole=Count("pk"),
        left=Count("pk", filter=left),
        mine=Count("pk", filter=left & Q(reviewer=reader.user)),
        nobodys=Count("pk", filter=left & Q(reviewer=None)),
        asked=Count("pk", filter=left & Q(asked_at__isnull=False)),
        **{outcome.value: Count("pk", filter=Q(outcome=outcome)) for outcome in Outcome},
    )
    outcomes = {outcome.value: found.pop(outcome.value) for outcome in Outcome}
    return Counts(outcomes=outcomes, **found)


def read_finding(reader: Reader, finding: LogFinding) -> str:
    """What the person answered, if anything; the reading is noted."""
    note_reading(finding.review.round, READING, by=reader.user)
    return finding.answer or ""


def alike(finding: LogFinding) -> list[LogFinding]:
    """What else there is of the same member of staff."""
    rows = LogFinding.objects.filter(review=finding.review_id, staff=finding.staff).exclude(pk=finding.pk)
    return list(rows.order_by("number")[:20])


def person_of(root: Unit, code: str) -> User | None:
    """Whose code it is, where somebody has said so."""
    row = StaffCode.objects.filter(root=root, code__iexact=code).select_related("user").first() if code else None
    return row.user if row else None


def own_codes(reader: Reader, root: Unit) -> list[str] | None:
    """As `actions.own_codes`: None when the reader has not said."""
    rows = list(StaffCode.objects.filter(root=root, user=reader.user))
    said = any(row.said_by_id == reader.user.pk for row in rows)
    return [row.code for row in rows if row.code] if said else None


def list_reviewers(reader: Reader, round_: Round) -> list[User]:
    """Who may review logs in the round's unit today."""
    roles = [role.code for role in roles_with(MAY_REVIEW)]
    held = Assignment.objects.filter(
        Q(last_day__isnull=True) | Q(last_day__gte=reader.today),
        first_day__lte=reader.today,
        role__in=roles,
        unit__root=round_.root,
        user__is_active=True,
    )
    rows = held.select_related("user").order_by("user__name", "pk")
    above = {pk for pk in {row.unit_id for row in rows} if round_.unit_id in reader.below(pk)}
    return list({row.user_id: row.user for row in rows if row.unit_id in above}.values())


def list_people(root: Unit) -> list[User]:
    """Everybody who works in the root and logs in here."""
    ids = Assignment.objects.filter(unit__root=root, user__is_active=True).values("user")
    return list(User.objects.filter(pk__in=ids).order_by("name"))


def last_columns_of_lists(root: Unit) -> dict[LogList, ColumnMap]:
    """As last used, of each list."""
    kinds = [kind.value for kind in LogList]
    rows = ColumnChoice.objects.filter(root=root, kind__in=kinds).order_by("saved_at", "pk")
    return {LogList(row.kind): from_json(row.columns) for row in rows}


def list_asked(round_: Round) -> list[Referral]:
    """What other registers have been asked about the round."""
    return list(Referral.objects.filter(origin_id=round_.pk).select_related("answer").order_by("pk"))
