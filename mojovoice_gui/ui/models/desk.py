"""The library of models, as the GUI thread sees it: asked by calls that return at once, answering by signals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mojovoice_gui.domain import Notice
from mojovoice_gui.models.library import Library, Phase, Transfer
from mojovoice_gui.models.shelf import Shelf
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.models.wanted import Wanted


class ModelDesk(QObject):
    """Made in the GUI thread and kept by the app: downloads go on while no window is open."""

    shelf = Signal(Shelf)
    transfer = Signal(Transfer)
    notice = Signal(Notice)

    def __init__(self, open_store: Callable[[], ModelStore], wanted: Wanted) -> None:
        """``open_store`` is called for each download, so that a new mirror holds at once."""
        super().__init__()
        self.wanted = wanted
        self._watchers: set[object] = set()
        self._library = Library(open_store, self)
        self._running: dict[str, Transfer] = {}
        self.last_shelf: Shelf | None = None  # as of the last ``look``
        self.transfer.connect(self._remember)
        self.shelf.connect(self._keep)

    def look(self) -> None:
        self._library.look()

    def fetch(self, name: str) -> None:
        self._library.fetch(name)

    def take_in(self, folder: Path) -> None:
        self._library.take_in(folder)

    def pause(self, name: str) -> None:
        self._library.pause(name)

    def cancel(self, name: str) -> None:
        self._library.cancel(name)

    def delete(self, name: str) -> None:
        self._library.delete(name)

    def close(self) -> None:
        """What has arrived is kept for the next time."""
        self._library.close()

    @property
    def running(self) -> tuple[Transfer, ...]:
        """What is on its way now."""
        return tuple(self._running.values())

    def watch(self, watcher: object, *, is_on: bool) -> None:
        """``watcher`` shows what is on its way, or does so no more."""
        (self._watchers.add if is_on else self._watchers.discard)(watcher)

    @property
    def is_watched(self) -> bool:
        """Does anybody see what becomes of a download?"""
        return bool(self._watchers)

    # ---- a LibraryListener: called from other threads

    def shelf_changed(self, shelf: Shelf) -> None:
        self.shelf.emit(shelf)

    def transfer_changed(self, transfer: Transfer) -> None:
        self.transfer.emit(transfer)

    def noticed(self, notice: Notice) -> None:
        self.notice.emit(notice)

    # ---- in the GUI thread

    def _remember(self, transfer: Transfer) -> None:
        self._running.pop(transfer.name, None)
        if transfer.phase is Phase.RUNNING:
            self._running[transfer.name] = transfer

    def _keep(self, shelf: Shelf) -> None:
        self.last_shelf = shelf
