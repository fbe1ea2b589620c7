"""Images come through as what is seen, and nothing else."""

import io

import pytest
from PIL import Image

from varvet.kernel.files.cleaning import images
from varvet.kernel.files.cleaning.by_kind import clean
from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.refusals import Reason, Refused
from varvet.kernel.files.tests import samples


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def reason(content: bytes, kind: Kind) -> Reason:
    with pytest.raises(Refused) as refused:
        clean(content, kind)
    return refused.value.reason


def test_where_and_with_what_it_was_taken_is_gone() -> None:
    sent = samples.jpeg()
    assert samples.GPS in opened(sent).getexif()
    assert samples.AUTHOR.encode() in sent
    kept = clean(sent, Kind.JPEG)
    assert dict(opened(kept).getexif()) == {}
    assert samples.AUTHOR.encode() not in kept
    assert "comment" not in opened(kept).info


def test_it_stands_upright() -> None:
    assert opened(clean(samples.jpeg(size=(60, 40), turned=6), Kind.JPEG)).size == (40, 60)


def test_a_large_one_is_made_smaller() -> None:
    kept = opened(clean(samples.jpeg(size=(6000, 3000)), Kind.JPEG))
    assert max(kept.size) <= images.LONGEST_SIDE
    assert kept.width == 2 * kept.height


@pytest.mark.parametrize(
    ("kind", "name", "mode"),
    [
        (Kind.JPEG, "JPEG", "RGB"),
        (Kind.JPEG, "JPEG", "CMYK"),
        (Kind.JPEG, "JPEG", "L"),
        (Kind.PNG, "PNG", "RGBA"),
        (Kind.PNG, "PNG", "P"),
        (Kind.PNG, "PNG", "1"),
        (Kind.PNG, "PNG", "I;16"),
        (Kind.WEBP, "WEBP", "RGBA"),
    ],
)
def test_each_kind_and_mode_comes_through(kind: Kind, name: str, mode: str) -> None:
    kept = opened(clean(samples.picture(name, mode), kind))
    assert (kept.format, kept.size) == (name, (30, 20))


def test_what_can_be_seen_through_still_can() -> None:
    kept = opened(clean(samples.picture("PNG", "RGBA"), Kind.PNG))
    assert kept.getpixel((0, 0)) == (0, 0, 0, 0)


def test_what_hangs_after_an_image_is_gone() -> None:
    page = b"<html><script>alert(1)</script></html>"
    assert b"script" not in clean(samples.jpeg() + page, Kind.JPEG)
    assert b"PK" not in clean(samples.picture("PNG") + samples.word(), Kind.PNG)


@pytest.mark.parametrize("side", [8_000, 60_000])
def test_a_bomb_is_not_opened(side: int) -> None:
    assert reason(samples.png_bomb(side), Kind.PNG) is Reason.TOO_HEAVY


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_cut_one_is_damaged(share: float) -> None:
    whole = samples.jpeg(size=(600, 400))
    assert reason(whole[: int(len(whole) * share)], Kind.JPEG) is Reason.DAMAGED


@pytest.mark.parametrize(
    "content",
    [
        b"GIF89a<html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        samples.picture("GIF"),
        samples.picture("BMP"),
        samples.picture("PNG"),
        samples.pdf(),
    ],
)
def test_another_content_than_the_ending_says(content: bytes) -> None:
    assert reason(content, Kind.JPEG) is Reason.MISMATCH


def test_a_beginning_alone_is_not_enough() -> None:
    assert reason(b"\xff\xd8\xff<html>", Kind.JPEG) is Reason.DAMAGED
    assert reason(b"RIFF\x00\x00\x00\x00WAVEfmt ", Kind.WEBP) is Reason.DAMAGED


@pytest.mark.parametrize("kind", Kind)
def test_an_empty_file_is_told_so(kind: Kind) -> None:
    assert reason(b"", kind) is Reason.EMPTY
