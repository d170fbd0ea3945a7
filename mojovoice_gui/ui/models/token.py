"""The token for private models: typed once, kept in the keyring, never shown again."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mojovoice_gui.desktop.secrets import Secrets
from mojovoice_gui.errors import KeyringUnavailable
from mojovoice_gui.ui.translation import told

log = logging.getLogger(__name__)

Errand = Callable[[], None]


class TokenKeeper(QObject):
    """Does what may wait for the keyring's own dialogue in another thread."""

    told = Signal(bool)  # is there a token?
    failed = Signal(str)  # why that is not known

    def __init__(self, secrets: Secrets, name: Callable[[], str], run_aside: Callable[[Errand], object]) -> None:
        """``name`` is that of the secret; it changes with the mirror."""
        super().__init__()
        self._secrets = secrets
        self._name = name
        self._run_aside = run_aside

    def look(self) -> None:
        self._ask(lambda _name: None)

    def put(self, token: str) -> None:
        self._ask(lambda name: self._secrets.put(name, token))

    def delete(self) -> None:
        self._ask(self._secrets.delete)

    def _ask(self, do: Callable[[str], None]) -> None:
        name = self._name()

        def errand() -> None:
            try:
                do(name)
                self.told.emit(self._secrets.has(name))
            except KeyringUnavailable as error:
                log.info("%s", error)
                self.failed.emit(told(error))

        self._run_aside(errand)


class TokenBox(QWidget):
    """A field for the token, which is empty again once it is kept."""

    def __init__(self, keeper: TokenKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setPlaceholderText("hf_…")
        self._field.setAccessibleName(self.tr("Token for private models"))
        self._save = QPushButton(self.tr("&Keep"))
        self._forget = QPushButton(self.tr("&Forget"))
        self._said = QLabel()
        self._said.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self._field, 1)
        row.addWidget(self._save)
        row.addWidget(self._forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._said)
        self._connect()
        self._show(is_there=False)

    def look(self) -> None:
        """Asks the keyring, which may ask the user: only when the box is in view."""
        self._keeper.look()

    def _connect(self) -> None:
        self._field.textChanged.connect(lambda text: self._save.setEnabled(is_token(text)))
        self._field.returnPressed.connect(self._save.click)
        self._save.clicked.connect(self._put)
        self._forget.clicked.connect(self._keeper.delete)
        self._keeper.told.connect(self._show)
        self._keeper.failed.connect(self._fail)

    def _put(self) -> None:
        token = self._field.text().strip()
        self._field.clear()
        self._keeper.put(token)

    def _show(self, is_there: bool) -> None:
        self._forget.setEnabled(is_there)
        self._save.setEnabled(is_token(self._field.text()))
        none = self.tr("There is no token; public models need none.")
        self._said.setText(self.tr("A token is in the keyring.") if is_there else none)

    def _fail(self, sentence: str) -> None:
        self._said.setText(sentence)


def is_token(text: str) -> bool:
    """Could this be one? Printable ASCII without spaces: anything else would break the header it is sent in."""
    return re.fullmatch(r"[!-~]+", text.strip()) is not None
