"""A plain text window of Qt. ``--busy S``: each key press keeps its GUI thread busy for S seconds first."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

STYLE = "QPlainTextEdit { background: #fdfdfb; color: #22262a; border: none; padding: 18px; }"


class Editor(QPlainTextEdit):
    """Tells a file what it holds."""

    def __init__(self, state: Path, busy_s: float) -> None:
        super().__init__()
        self._state = state
        self._busy_s = busy_s
        self.setStyleSheet(STYLE)
        self.setFont(QFont("DejaVu Sans", 15))
        self.textChanged.connect(self.write)

    def write(self) -> None:
        fresh = self._state.with_suffix(".new")
        fresh.write_text(json.dumps({"text": self.toPlainText()}))
        fresh.replace(self._state)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        time.sleep(self._busy_s)
        super().keyPressEvent(event)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("state", type=Path)
    parser.add_argument("--title", default="Letter")
    parser.add_argument("--busy", type=float, default=0.0, metavar="S")
    options = parser.parse_args()
    app = QApplication([])
    editor = Editor(options.state, options.busy)
    editor.setWindowTitle(options.title)
    editor.resize(760, 300)
    editor.show()
    editor.write()
    app.exec()


if __name__ == "__main__":
    main()
