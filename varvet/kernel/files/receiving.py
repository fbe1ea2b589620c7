"""Receiving: what is sent stays in memory, never as plain text on disk, and only from people who are logged in."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest

from varvet.kernel.files.stored import MEGABYTE, MOST_BYTES, MOST_KEPT, Upload

CUT_OFF = "upload_cut_off"  # on the request: the name of the file that was too much
MOST_READ = 200 * MEGABYTE  # of one form; whoever sends more is cut off


class Receiver(FileUploadHandler):
    """Named in settings.FILE_UPLOAD_HANDLERS. Keeps each file up to the most that is taken, and counts the rest."""

    kept = read = 0  # bytes, of all the form's files

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if getattr(self.request, "reader", None) is None:
            raise SkipFile
        self.size, self.content, self.whole = 0, bytearray(), True

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.read += len(raw_data)
        self.size += len(raw_data)
        if self.read > MOST_READ:
            setattr(self.request, CUT_OFF, self.file_name or "")
            raise StopUpload(connection_reset=True)
        if self.size > MOST_BYTES or self.kept + len(raw_data) > MOST_KEPT:
            self._let_go()
        if self.whole:
            self.kept += len(raw_data)
            self.content += raw_data

    def _let_go(self) -> None:
        self.kept -= len(self.content)
        self.content, self.whole = bytearray(), False

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        content = BytesIO(bytes(self.content))
        self.content = bytearray()
        return InMemoryUploadedFile(content, self.field_name, self.file_name or "", "", self.size, None)


def uploads_of(request: HttpRequest, field: str) -> list[Upload]:
    """The files of one field, in the order chosen. Where the form was cut off, the last is told of without content."""
    whole = [Upload(file.name or "", file.size or 0, file.read()) for file in request.FILES.getlist(field)]
    cut_off: str | None = getattr(request, CUT_OFF, None)
    return whole if cut_off is None else [*whole, Upload(cut_off, MOST_BYTES + 1, b"")]
