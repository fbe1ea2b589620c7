"""How the system itself is: whether the trail is sealed and checked, and who lacks a role. Never any content."""

from datetime import datetime

from django.db.models import Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.audit.models import AuditEvent, Seal, Stream
from varvet.kernel.audit.sealing import ALARM_AFTER
from varvet.kernel.audit.trail import VERIFIED
from varvet.kernel.deadlines.models import Watch
from varvet.kernel.jobs.models import Beat
from varvet.kernel.jobs.worker import SILENT_AFTER
from varvet.kernel.notifications.mail import follow_up
from varvet.kernel.records.panels import Figure, Panel, Sentence, StartPanel


def tell_operations(reader: Reader) -> Panel | None:
    now = timezone.now()
    told = (
        _mail(reader, now),
        _work(now),
        _sealing(now),
        _checking(now),
        _without_role(reader),
        _without_holder(reader),
    )
    return Panel(
        title=_("Driften"),
        sentences=tuple(sentence for sentence in told if sentence),
        href=reverse("notifications:operations"),
        link=_("Se mejlen"),
    )


def _mail(reader: Reader, now: datetime) -> Sentence:
    page, counts = reverse("notifications:operations"), follow_up.count(reader, now=now)
    if counts.failed:
        text = ngettext("{count} mejl kom inte fram.", "{count} mejl kom inte fram.", counts.failed)
        return Sentence(text, (("count", Figure(counts.failed, page)),))
    text = ngettext(
        "{count} mejl gick iväg det senaste dygnet.", "{count} mejl gick iväg det senaste dygnet.", counts.sent
    )
    return Sentence(text, (("count", Figure(counts.sent, page)),))


def _work(now: datetime) -> Sentence:
    """Without a worker nothing is sent and nobody is reminded."""
    if Beat.objects.filter(seen_at__gte=now - SILENT_AFTER).exists():
        return Sentence(_("Arbeten i bakgrunden utförs."))
    return Sentence(_("Inget arbete i bakgrunden utförs. Inga mejl eller påminnelser skickas."))


def _sealing(now: datetime) -> Sentence:
    """Rows are sealed in order, so the first one after the last seal tells how long any has waited."""
    last = Seal.objects.filter(stream=Stream.EVENTS).order_by("-number").values("row_id")[:1]
    waiting = (
        AuditEvent.objects.filter(pk__gt=Coalesce(Subquery(last), Value(0)))
        .order_by("pk")
        .values_list("at", flat=True)
        .first()
    )
    if waiting is None or waiting > now - ALARM_AFTER:
        return Sentence(_("Spåret över vad som gjorts är förseglat till nu."))
    minutes = int((now - waiting).total_seconds() // 60)
    text = _("Spåret över vad som gjorts har väntat på försegling i {minutes} minuter. Kontrollera att tjänsten går.")
    return Sentence(text, (("minutes", Figure(minutes)),))


def _checking(now: datetime) -> Sentence:
    checks = AuditEvent.objects.filter(record_id=None, event=VERIFIED).order_by("-pk")
    last = checks.first()
    if last is None:
        return Sentence(_("Spåret är inte kontrollerat än. Kommandot varvet audit verify gör det."))
    days = (timezone.localtime(now).date() - timezone.localtime(last.at).date()).days
    faults = int(last.data.get("faults", 0))
    if faults:
        text = ngettext(
            "{count} fel hittades när spåret kontrollerades. Utred det genast.",
            "{count} fel hittades när spåret kontrollerades. Utred dem genast.",
            faults,
        )
        return Sentence(text, (("count", Figure(faults)),))
    if days == 0:
        return Sentence(_("Spåret kontrollerades i dag och är helt."))
    text = ngettext(
        "Spåret kontrollerades för {days} dag sedan och var helt.",
        "Spåret kontrollerades för {days} dagar sedan och var helt.",
        days,
    )
    return Sentence(text, (("days", Figure(days)),))


def _without_role(reader: Reader) -> Sentence | None:
    held = Assignment.objects.filter(first_day__lte=reader.today).exclude(last_day__lt=reader.today)
    count = User.objects.filter(is_active=True).exclude(pk__in=held.values("user_id")).count()
    if not count:
        return None
    text = ngettext(
        "{count} person har ett konto men ingen roll i dag.",
        "{count} personer har ett konto men ingen roll i dag.",
        count,
    )
    return Sentence(text, (("count", Figure(count)),))


def _without_holder(reader: Reader) -> Sentence | None:
    """An alarm: a time runs for something that nobody could do, questions between registers among it."""
    count = Watch.objects.filter(root=reader.root).values_list("without_holder", flat=True).first()
    if not count:
        return None
    text = ngettext(
        "{count} frist löper utan att någon kan ta hand om ärendet. Ge någon en roll i enheten.",
        "{count} frister löper utan att någon kan ta hand om ärendena. Ge någon en roll i enheterna.",
        count,
    )
    return Sentence(text, (("count", Figure(count)),))


OPERATIONS = StartPanel(("operations.view",), 40, tell_operations)
