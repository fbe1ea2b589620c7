"""Payments drawn day by day this month out of a made-up list, and reviewed as far as they have come."""

import tempfile
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

from django.conf import settings

from varvet.demo.bromma.organisation import INCOME
from varvet.demo.bromma.questions import code_of
from varvet.demo.bromma.reviews import publish_shipped, review_case
from varvet.demo.dice import Dice
from varvet.demo.involvement import people_of
from varvet.demo.published import Published
from varvet.demo.self_checks import LIST
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.pseudonyms import Pseudonyms, key_for
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of, is_working_day
from varvet.kernel.records.once import new_key
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.actions.draw_payments import EachDay, draw_payments
from varvet.registers.self_checks.models import FOLDER, Round
from varvet.registers.self_checks.rules import Method, payments

MANAGER, COORDINATOR, SOURCE = "Farid Noor", "Eva Sand", "Exempelsystemet"
DAYS, AHEAD, EACH = 20, 10, 2  # of the round behind and ahead of today; drawn of each day
HOUSEHOLDS = 400


def write(site: Site, _: Published) -> int:
    people = people_of(site)
    publish_shipped(site, payments.FORM, people[COORDINATOR])
    _keep_list(site)
    held = _round(site, people[MANAGER])
    wanted = EachDay(EACH, day_of(at(site, 3, 8)))
    draw_payments(round_=held, wanted=wanted, version=held.version, by=people[MANAGER], now=at(site, 2, 8))
    held = Round.objects.get(pk=held.pk)
    held = actions.start(round_=held, version=held.version, by=people[MANAGER], now=at(site, 2, 9))
    for case in list(held.cases.order_by("number"))[:-EACH]:
        review_case(site, held, case, people[MANAGER], 1)
    return 1


def _round(site: Site, by: User) -> Round:
    questions, today = site.lists[LIST], day_of(site.now)
    content = actions.Plan(
        unit=site.units[INCOME],
        question=questions.by_code[code_of("A.5.1")],
        category_list=questions.row,
        method=Method.PAYMENT_CHECK,
        first_day=today - timedelta(days=DAYS),
        last_day=today + timedelta(days=AHEAD),
        goal="Rätt bistånd till rätt person",
        quality_area="A",
        target_percent=95,
    )
    record = actions.plan(content=content, key=new_key(), by=by, now=at(site, 3, 9))
    return Round.objects.get(pk=record.pk)


def _keep_list(site: Site) -> None:
    """As `varvet extract import` keeps it. What reads lists is heavy, and the demo's pages are to load without it."""
    shelf, kinds = (import_module(f"varvet.extracts.shelf.{name}") for name in ("importing", "kinds"))
    pseudonyms = Pseudonyms(key_for(settings.AUDIT_KEY, site.root.slug), this_year=day_of(site.now).year)
    rows = _paid(day_of(site.now), site.dice("payments"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "utbetalningar.csv"
        file.write_text("\r\n".join(["Ärende;Kön;Belopp;Utbetald", *rows]), "utf-8")
        asked = shelf.Import(file, site.root.slug, kinds.ExtractKind.PAYMENTS, ColumnMap(SOURCE))
        shelf.keep(asked, pseudonyms, settings.VARVET_DATA / FOLDER, site.now)


def _paid(today: date, dice: Dice) -> list[str]:
    """Some households each working day, as far back as the round reaches."""
    days = [today - timedelta(days=number) for number in range(DAYS, 0, -1)]
    rows = []
    for day in filter(is_working_day, days):
        for _ in range(dice.between(6, 18)):
            household = dice.below(HOUSEHOLDS)
            sex = "kvinna" if household % 2 else "man"
            rows.append(f"EB-{household:04};{sex};{dice.between(900, 14_000)};{day}")
    return rows
