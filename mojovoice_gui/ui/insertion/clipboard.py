"""Qt's clipboard: what lies on it, saved and given back, and a text that knows when it is read. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from mojovoice_gui.desktop.insertion.content import worth_saving

TEXT = "text/plain"
IMAGE = "application/x-qt-image"  # Qt's name for a picture in whatever format
OURS = "application/x-mojovoice-lent"
WINDOWS = 'application/x-qt-windows-mime;value="{}"'
UNKEPT = {
    WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"",  # that it is there is enough
    WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
    WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
}
"""Windows and clipboard managers leave alone what is marked so. For macOS Qt has no way to say it."""

HANDLES = {WINDOWS.format("DataObject"), WINDOWS.format("Ole Private Data")}
"""What means nothing without the program that offered it."""

LARGEST_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Saved:
    """What lay on the clipboard: every format that can be given back."""

    formats: dict[str, bytes] = field(repr=False)
    image: QImage | None = field(default=None, repr=False)

    def mime_data(self) -> QMimeData:
        data = QMimeData()
        for name, value in self.formats.items():
            data.setData(name, QByteArray(value))
        if self.image is not None:
            data.setImageData(self.image)
        return data


class LentText(QMimeData):
    """A text that is made when somebody asks for it: ``read`` is called each time."""

    def __init__(self, text: str, read: Callable[[], None]) -> None:
        super().__init__()
        self._text = text
        self._read = read
        self._marks = {OURS: b"", **UNKEPT}

    def formats(self) -> list[str]:
        return [TEXT, *self._marks]

    def hasFormat(self, mimetype: str) -> bool:  # noqa: N802 - Qt calls it so
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, _preferred: object) -> str | QByteArray | None:  # noqa: N802 - the same
        if mimetype == TEXT:
            self._read()
            return self._text
        mark = self._marks.get(mimetype)
        return None if mark is None else QByteArray(mark)


def save() -> Saved:
    """Of pictures one, not each of the formats that Qt can make of it."""
    lying = _lying()
    image = lying.imageData() if lying.hasImage() else None
    names = [name for name in worth_saving(lying.formats()) if name != IMAGE and name not in HANDLES]
    formats: dict[str, bytes] = {}
    free = LARGEST_BYTES
    for name in names:
        if image is not None and name.startswith("image/"):
            continue
        value = bytes(lying.data(name).data())
        if len(value) <= free:
            formats[name] = value
            free -= len(value)
    return Saved(formats, image if isinstance(image, QImage) else None)


def lend(text: str, read: Callable[[], None]) -> None:
    QGuiApplication.clipboard().setMimeData(LentText(text, read))


def is_lent() -> bool:
    """Does our text still lie there?"""
    return _lying().hasFormat(OURS)


def give_back(saved: Saved) -> None:
    clipboard = QGuiApplication.clipboard()
    if saved.formats or saved.image is not None:
        clipboard.setMimeData(saved.mime_data())
    else:
        clipboard.clear()


def leave(text: str) -> None:
    """For the user's own paste."""
    QGuiApplication.clipboard().setText(text)


def _lying() -> QMimeData:
    """Qt gives none for a clipboard that was never filled."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()
