"""Receiving: what is sent stays in memory, never as plain text on disk, and only from people who are logged in."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest

from varvet.kernel.files.stored import MEGABYTE, MOST_BYTES, MOST_KEPT, Upload

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
    """The files of one field, in the order chosen. A form that was cut off has none of them whole."""
    return [_upload(file) for file in request.FILES.getlist(field)]


def _upload(file: "UploadedFile[bytes]") -> Upload:
    if file.closed:
        return Upload(file.name or "", MOST_BYTES + 1, b"")
    return Upload(file.name or "", file.size or 0, file.read())
