"""A program that has copied text, html, a file's address, a picture and a type of its own. Prints ``ready``."""

from __future__ import annotations

import random

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication


def picture() -> QImage:
    """Of noise, so that its PNG is larger than one X request."""
    return QImage(random.Random(1).randbytes(400 * 300 * 4), 400, 300, QImage.Format.Format_RGB32).copy()


def main() -> None:
    app = QApplication([])
    thing = QMimeData()
    thing.setImageData(picture())
    thing.setHtml("<b>bold</b> ünï")
    thing.setText("bold ünï")
    thing.setUrls([QUrl("file:///somewhere/a.txt")])
    thing.setData("application/x-mine", b"\x00\x01\xff binary")
    app.clipboard().setMimeData(thing)
    print("ready", flush=True)
    app.exec()


if __name__ == "__main__":
    main()
