"""A record's files as shown: the part of its page, and what became of files that were sent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.files.kinds import IMAGES
from varvet.kernel.files.receiving import uploads_of
from varvet.kernel.records import attached
from varvet.kernel.records.attached import Attached, HandedOut, Removed
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import new_key
from varvet.kernel.records.registry import Files, get_register
from varvet.kernel.records.sent_files import Outcome, Turned
from varvet.kernel.ui import words
from varvet.kernel.ui.files.forms import FIELD, AddForm, RemoveForm
from varvet.kernel.ui.sentences import said

PLACE = "filer"  # of the part, on the record's page
MEGABYTE, KILOBYTE = 1_000_000, 1_000
NOTHING_RUNS = "default-src 'none'; sandbox"


@dataclass(frozen=True)
class Row:
    """A file as listed; `href` is empty until it may be opened, `remove_href` where it may not be removed."""

    name: str
    size: str
    who: str
    added_at: datetime
    state: str
    href: str
    remove_href: str


@dataclass(frozen=True)
class Part:
    """`add_href` is empty for those who may not add."""

    rows: Sequence[Row]
    removed: Sequence[Removed]
    add_href: str
    form: AddForm


@dataclass(frozen=True)
class Said:
    """A file that was not taken, and why."""

    name: str
    sentence: str


def part(reader: Reader, record: Record) -> Part | None:
    """What the record's page says of its files; None where there is nothing to see or do."""
    files = attached.files_of(record)
    if files is None:
        return None
    may_add, may_remove = files.may_add(reader, record), files.may_remove(reader, record)
    removable = record.reference if may_remove else ""
    rows = [_row(file, removable) for file in attached.list_attached(reader, record)]
    removed = attached.list_removed(reader, record)
    add_href = reverse("files:add", args=[record.reference]) if may_add else ""
    return Part(rows, removed, add_href, fresh_form()) if rows or removed or may_add else None


def fresh_form() -> AddForm:
    return AddForm(initial={"key": new_key()})


def sent_form(request: PersonRequest) -> AddForm:
    return AddForm(request.POST, request.FILES, uploads=uploads_of(request, FIELD))


def find_record(reader: Reader, reference: str) -> tuple[Any, Files]:
    """The record as its register's own, and how it takes files. Http404 outside the reader's scope."""
    record = Record.objects.filter(root=reader.root, reference=reference).first()
    files = attached.files_of(record) if record else None
    if record is None or files is None:
        raise Http404
    own = get_register(record.kind).visible_to(reader).filter(pk=record.pk).first()
    if own is None:
        raise Http404
    return own, files


def require(may: Callable[[Reader, Any], bool], reader: Reader, record: Record) -> None:
    """NotAllowed for somebody who sees the record but may not do this to its files."""
    if not may(reader, record):
        raise NotAllowed(_("Din roll får inte ändra filerna i det här ärendet."))


def find_file(reader: Reader, record: Record, attachment_id: int) -> Attached:
    file = attached.find_attached(reader, record, attachment_id)
    if file is None:
        raise Http404
    return file


def page_of(reader: Reader, record: Record) -> str:
    """Where the reader meets the record's files."""
    files = attached.files_of(record)
    assert files is not None
    return f"{files.page(reader, record)}#{PLACE}"


def after(request: PersonRequest, record: Record, outcome: Outcome) -> HttpResponse:
    """To the record's page when all were kept; else a page that says which were not, whose names are never stored."""
    kept = ngettext("Filen är sparad.", "%(count)s filer är sparade.", outcome.kept) % {"count": outcome.kept}
    if outcome.turned:
        page = add_page(request.reader, record, fresh_form()) | {
            "turned": [_said(turned) for turned in outcome.turned],
            "kept": kept if outcome.kept else "",
        }
        return render(request, "ui/files/add.html", page, status=422)
    messages.success(request, kept)
    return redirect(page_of(request.reader, record))


def add_page(reader: Reader, record: Record, form: AddForm) -> dict[str, object]:
    return {"record": record, "form": form, "back": page_of(reader, record)}


def remove_page(reader: Reader, record: Record, file: Attached, form: RemoveForm) -> dict[str, object]:
    return {"record": record, "file": file, "form": form, "back": page_of(reader, record)}


def download(file: HandedOut) -> HttpResponse:
    """To save, never to show: whatever it holds, nothing in it runs here."""
    kind = f"image/{file.kind}" if file.kind in IMAGES else "application/octet-stream"
    response = HttpResponse(file.content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name)
    response["Content-Security-Policy"] = NOTHING_RUNS
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response


def size_words(size: int) -> str:
    """Bytes -> "2,3 MB" or "14 kB"."""
    if size >= MEGABYTE:
        return f"{words.decimal(size / MEGABYTE, 1)}{words.SPACE}MB"
    return f"{words.integer(max(1, round(size / KILOBYTE)))}{words.SPACE}kB"


def _row(file: Attached, removable: str) -> Row:
    """`removable` is the record's reference where the reader may remove its files."""
    return Row(
        name=file.name,
        size=size_words(file.size),
        who=_who(file),
        added_at=file.added_at,
        state="" if file.is_open else str(file.state.label),
        href=reverse("files:hand_out", args=[file.token]) if file.is_open else "",
        remove_href=reverse("files:remove", args=[removable, file.attachment_id]) if removable else "",
    )


def _who(file: Attached) -> str:
    if file.own:
        return _("du")
    return _("den som rapporterade") if file.by_reporter else file.sender


def _said(turned: Turned) -> Said:
    return Said(turned.name, said(turned.refusal.wording).format(**turned.refusal.values))
