"""The reader: one root at a time, scopes read once."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.adapter import ClosedSignup
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import ReaderMiddleware
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import get_role, list_roles, roles_with
from varvet.kernel.access.tests.cast import LONG_AGO, TODAY, Cast, reader_of
from varvet.kernel.organisation.models import Unit

VIEW = "deviations.view"


class Answers:
    """Stands where the rest of the program would: notes the reader of each request."""

    reader: Reader | None = None

    def ask(self, address: str, user: User | AnonymousUser, session: SessionStore) -> None:
        request = RequestFactory().get(address)
        request.user, request.session = user, session
        ReaderMiddleware(self._answer)(request)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        self.reader = getattr(request, "reader")  # noqa: B009 - the middleware puts it there, the type does not say so
        return HttpResponse()


def in_two_roots(cast: Cast) -> User:
    Assignment.objects.create(user=cast.alice, unit=cast.other_unit, role="unit_manager", first_day=LONG_AGO)
    return cast.alice


def test_a_manager_reads_her_unit(cast: Cast) -> None:
    reader = reader_of(cast.alice)
    assert reader.root == cast.root
    assert (reader.unit_name, reader.role_label) == ("Mottagning A", "Enhetschef")
    assert reader.units(VIEW) == {cast.a.pk}
    assert reader.can(VIEW, cast.a.pk)
    assert not reader.can(VIEW, cast.b.pk)
    assert reader.has(VIEW)


def test_an_administrator_reads_no_content(cast: Cast) -> None:
    reader = reader_of(cast.hugo)
    for role in list_roles():
        reads = [p for p in role.permissions if p.endswith((".view", ".assess", ".read", ".investigate"))]
        content = [p for p in reads if p != "operations.view"]  # how the machinery feels, no content
        assert not any(reader.has(permission) for permission in content)
    assert reader.has("organisation.edit")


def test_the_root_is_the_wanted_one_only_when_a_role_is_held_there(cast: Cast) -> None:
    user = in_two_roots(cast)
    assert [root.name for root in Reader(user, TODAY).roots] == ["Annanstad", "Exempelby"]
    assert Reader(user, TODAY).root == cast.other_root
    assert Reader(user, TODAY, "exempelby").root == cast.root
    assert Reader(cast.bo, TODAY, "annanstad").root == cast.root


def test_scopes_never_mix_roots(cast: Cast) -> None:
    user = in_two_roots(cast)
    assert Reader(user, TODAY, "exempelby").units(VIEW) == {cast.a.pk}
    assert Reader(user, TODAY, "annanstad").units(VIEW) == {cast.other_unit.pk}


@pytest.mark.parametrize("today", [date(2019, 12, 31)])
def test_somebody_without_a_role_has_no_root(cast: Cast, today: date) -> None:
    reader = reader_of(cast.alice, today=today)
    assert reader.root is None
    assert (reader.unit_name, reader.role_label, reader.main_assignment) == ("", "", None)
    assert reader.units(VIEW) == frozenset()
    assert not reader.has(VIEW)


def test_somebody_who_has_left_has_no_assignments(cast: Cast) -> None:
    cast.alice.is_active = False
    assert reader_of(cast.alice).assignments == []


def test_units_are_listed_where_one_may(cast: Cast) -> None:
    assert reader_of(cast.bo).list_units("deviations.report") == [cast.a]
    assert reader_of(cast.bo).list_units("lex_sarah.decide") == []
    assert cast.other_unit not in reader_of(cast.eva).list_units(VIEW)


def test_a_unit_that_is_closed_is_not_listed(cast: Cast) -> None:
    Unit.objects.filter(pk=cast.a.pk).update(last_day=TODAY)
    assert cast.a in reader_of(cast.eva).list_units(VIEW)
    Unit.objects.filter(pk=cast.a.pk).update(last_day=TODAY - timedelta(days=1))
    assert cast.a not in reader_of(cast.eva).list_units(VIEW)


def test_who_may_nowhere_is_told_who_may(cast: Cast) -> None:
    reader_of(cast.alice).require(VIEW)
    with pytest.raises(NotAllowed, match=r"Det kan: .*Enhetschef"):
        reader_of(cast.bo).require(VIEW)


def test_a_scope_costs_two_queries_however_often_it_is_asked(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    reader = reader_of(cast.eva)
    with django_assert_num_queries(2):
        for _ in range(3):
            reader.can(VIEW, cast.a.pk)
            reader.has(VIEW)


def test_the_request_carries_the_reader_and_remembers_the_root(cast: Cast) -> None:
    session = SessionStore()
    answers = Answers()
    for address, wanted in (("/?rot=exempelby", cast.root), ("/", cast.root), ("/?rot=unknown", cast.root)):
        answers.ask(address, in_two_roots(cast) if address.endswith("exempelby") else cast.alice, session)
        assert answers.reader is not None
        assert answers.reader.root == wanted


def test_somebody_who_has_not_logged_in_has_no_reader(cast: Cast) -> None:
    answers = Answers()
    answers.ask("/", AnonymousUser(), SessionStore())
    assert answers.reader is None


def test_nobody_makes_an_account_for_themselves() -> None:
    assert not ClosedSignup().is_open_for_signup(RequestFactory().get("/"))


def test_roles_are_found_by_permission() -> None:
    assert get_role("administrator") not in roles_with(VIEW)
    assert get_role("unit_manager") in roles_with(VIEW)
