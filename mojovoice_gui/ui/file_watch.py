"""Whether somebody changes a file, in whichever way their editor writes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE_MS = 300
"""Some editors write a file in several steps."""


class FileWatch(QObject):
    """Lives in the GUI thread, as long as its parent."""

    changed = Signal()

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._places = {file, file.resolve(), file.parent, file.resolve().parent}
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._tell)
        self._watcher.fileChanged.connect(self._timer.start)
        self._watcher.directoryChanged.connect(self._timer.start)
        self._look()

    def _tell(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        """A file that was replaced is another one; what is watched already is passed over."""
        seen = {*self._watcher.files(), *self._watcher.directories()}
        for place in self._places:
            if str(place) not in seen and place.exists():
                self._watcher.addPath(str(place))
