"""Inserts its argument as the app does on Windows and macOS, by Qt's clipboard; the paste keys are those of X.

Prints what came of it. The second argument: how many seconds a program has to read the text.
"""

from __future__ import annotations

import sys
import threading
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from mojovoice_gui.desktop.hotkeys.chords import Modifier
from mojovoice_gui.desktop.insertion.connection import Connection
from mojovoice_gui.desktop.insertion.habits import Habits, Spacing
from mojovoice_gui.desktop.insertion.keyboard import Keyboard
from mojovoice_gui.desktop.insertion.paste import Held
from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.domain import NoFocus
from mojovoice_gui.ui.insertion.inserter import LIMITS, PasteDesk, QtInserter


class XKeyboard:
    """``PasteKeyboard`` on an X server."""

    def __init__(self) -> None:
        self._keyboard = Keyboard(Connection())

    def obstacle(self) -> str:
        return ""

    def held(self) -> frozenset[Modifier]:
        return frozenset(Modifier) if self._keyboard.held() is Held.MODIFIERS else frozenset()

    def usual(self, _program: str) -> PasteKey:
        return PasteKey.CTRL_V

    def press(self, keys: PasteKey) -> None:
        self._keyboard.press(keys)

    def type(self, _text: str) -> None:
        """It pastes."""


def main() -> None:
    app = QApplication([])
    text, reader_s = sys.argv[1:]
    desk = PasteDesk(XKeyboard(), replace(LIMITS, reader_s=float(reader_s)))
    inserter = QtInserter(desk, NoFocus(), Habits(), Spacing(after=False, before=False), restore_clipboard=True)
    threading.Thread(target=lambda: print(inserter.insert(text), flush=True), daemon=True).start()
    app.exec()


if __name__ == "__main__":
    main()
