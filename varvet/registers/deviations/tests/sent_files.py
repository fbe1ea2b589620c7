"""Files as people send them to a deviation, and what lies in their folder."""

from pathlib import Path

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.files.stored import Upload
from varvet.kernel.files.tests import samples
from varvet.kernel.records.models import Attachment
from varvet.kernel.records.once import new_key
from varvet.kernel.records.sent_files import Removal, Sending
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import reported

NAME = "Bild på Lisens nycklar.jpg"
LETTER = Upload("brev.txt", 3, b"Hej")
PICTURE = Upload(NAME, 1000, samples.jpeg())


def sending(by: User, *uploads: Upload, key: str = "") -> Sending:
    return Sending(uploads or (LETTER,), key or new_key(), by, NOW)


def removal(deviation: Deviation, by: User, reason: str = "Fel person.", version: int | None = None) -> Removal:
    attachment = Attachment.objects.get(record_id=deviation.pk)
    known = Deviation.objects.get(pk=deviation.pk).version if version is None else version
    return Removal(attachment.pk, reason, known, by, NOW)


def contents(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def with_file(cast: Cast) -> Deviation:
    deviation = reported(cast)
    actions.add_files(deviation, sending(cast.bo))
    return Deviation.objects.get(pk=deviation.pk)
