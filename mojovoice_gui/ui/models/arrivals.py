"""What becomes of a download once it is over: it is put to use if that was wanted, and told where no page shows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from mojovoice_gui.domain import Notice
from mojovoice_gui.errors import Sentence, SettingsError
from mojovoice_gui.models.library import Phase, Transfer
from mojovoice_gui.ui.choices import Choices
from mojovoice_gui.ui.models.desk import ModelDesk


class Arrivals(QObject):
    """Lives as long as ``desk``, in the GUI thread."""

    def __init__(self, desk: ModelDesk, choices: Choices, tell: Callable[[Notice], None]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._choices = choices
        self._tell = tell
        desk.transfer.connect(self._heed)
        choices.changed.connect(self._heed_choice)

    def _heed(self, transfer: Transfer) -> None:
        is_wanted = transfer.name == self._desk.wanted.name
        if transfer.phase is Phase.CANCELLED and is_wanted:
            self._desk.wanted.put("")
        elif transfer.phase is Phase.FAILED and transfer.notice is not None and not self._desk.is_watched:
            why = transfer.notice
            failed = Sentence("The model {model} did not arrive: {why}", model=transfer.name, why=why.sentence)
            self._tell(Notice(failed, why.action))
        elif transfer.phase is Phase.DONE:
            self._arrived(transfer.name, is_wanted=is_wanted)

    def _arrived(self, name: str, *, is_wanted: bool) -> None:
        here = Sentence("The model {model} is here.", model=name)
        try:
            if is_wanted:
                self._desk.wanted.put("")
                self._choices.change(target=name)
        except SettingsError as error:
            self._tell(Notice.of(error))
            return
        if not self._desk.is_watched:
            is_used = name == self._choices.settings.target
            choose = Sentence("Choose it in the settings, under Models.")
            self._tell(Notice(here, Sentence("It is used from now on.") if is_used else choose, is_error=False))

    def _heed_choice(self, names: frozenset[str]) -> None:
        """Whoever has chosen one since then has thought better of it."""
        if "target" in names:
            self._desk.wanted.put("")
