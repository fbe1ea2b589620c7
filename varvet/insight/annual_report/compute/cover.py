"""What stands on the cover, and the seal that tells two reports apart."""

import hashlib
from datetime import date

from django.utils import timezone

from varvet.insight.annual_report.compute import notes
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.formats import MONTHS
from varvet.insight.annual_report.value import Block, Meta, Summary


def meta_of(context: Context, summary: Summary | None, blocks: tuple[Block, ...]) -> Meta:
    """The seal is over the summary and every block: the same figures and words give the same seal, others another."""
    period = context.period()
    seal = hashlib.sha256(repr((summary, blocks)).encode()).hexdigest()[:16]
    facts = [
        ("Till", context.setting("addressee")),
        ("Avser", span(period.first, period.last)),
        ("Siffrorna räknade", said(timezone.localdate())),
        ("Status", "Utkast, inte beslutad"),
    ]
    return Meta(
        title=notes.with_years(context.template.title, context),
        subtitle=context.setting("department_name") or context.root.name,
        organisation=context.setting("organisation_name") or context.root.name,
        owner=context.setting("owner_name"),
        period=span(period.first, period.last),
        year=context.year,
        root=context.root.slug,
        template=context.template.name,
        facts=tuple((name, value) for name, value in facts if value),
        colophon=f"Framställd med Varvet ur registrerade uppgifter, avtryck {seal}. Samma siffror i alla format.",
    )


def said(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def span(first: date, last: date) -> str:
    """ "1 januari–31 december 2023", with both years where they differ."""
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]}–{said(last)}"
    return f"{said(first)}–{said(last)}"
