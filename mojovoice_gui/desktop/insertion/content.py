"""What a selection holds: one thing in several formats, by target name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Flavour:
    """The value of one target, byte for byte as its owner gave it."""

    kind: str  # the property's type, such as UTF8_STRING
    width: int  # bits of a unit: 8, 16 or 32
    data: bytes


Content: TypeAlias = Mapping[str, Flavour]

TEXT_TARGETS = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "STRING", "TEXT")
SECRET_HINT = "x-kde-passwordManagerHint"  # noqa: S105 - the name that clipboard managers know, no password

NOT_DATA = frozenset(
    {
        # questions to the owner
        "TARGETS",
        "MULTIPLE",
        "TIMESTAMP",
        "SAVE_TARGETS",
        "DELETE",
        "INSERT_SELECTION",
        "INSERT_PROPERTY",
        # handles and words that mean nothing without it
        "BITMAP",
        "CHARACTER_POSITION",
        "CLASS",
        "CLIENT_WINDOW",
        "COLUMN_NUMBER",
        "DRAWABLE",
        "GTK_TEXT_BUFFER_CONTENTS",
        "HOST_NAME",
        "LENGTH",
        "LINE_NUMBER",
        "NAME",
        "OWNER_OS",
        "PIXMAP",
        "PROCESS",
        "TASK",
        "USER",
    }
)
BEST_IMAGES = ("image/png", "image/webp", "image/tiff", "image/jpeg", "image/bmp")


def text_content(text: str, *, is_passing: bool) -> Content:
    """``text`` for any reader. Passing: clipboard managers are asked not to keep it."""
    utf8 = text.encode("utf-8", "replace")
    content = {
        "UTF8_STRING": Flavour("UTF8_STRING", 8, utf8),
        "text/plain;charset=utf-8": Flavour("text/plain;charset=utf-8", 8, utf8),
        "text/plain": Flavour("text/plain", 8, utf8),
        "TEXT": Flavour("UTF8_STRING", 8, utf8),
    }
    if all(ord(char) < 256 for char in text):  # STRING is Latin-1: better not offered than full of question marks
        content["STRING"] = Flavour("STRING", 8, text.encode("latin-1"))
    if is_passing:
        content[SECRET_HINT] = Flavour(SECRET_HINT, 8, b"secret")
    return content


def worth_saving(offered: Iterable[str]) -> tuple[str, ...]:
    """Of the targets on offer: all that is data, but one image format (Qt makes 28 of every picture: 35 MB).

    What matters most comes first, in case the owner is slow; the picture last, as it takes longest.
    """
    data = [name for name in dict.fromkeys(offered) if name not in NOT_DATA]
    pictures = [name for name in data if is_picture(name)]
    best = [name for name in BEST_IMAGES if name in pictures] or pictures
    text = [name for name in TEXT_TARGETS if name in data]
    others = [name for name in data if name not in text and name not in pictures]
    return (*text, *others, *best[:1])


def is_picture(target: str) -> bool:
    """Of pixels; a drawing (SVG) is not the same picture in another format."""
    return target.startswith("image/") and "svg" not in target
