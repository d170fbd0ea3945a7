"""The token box: typed once, kept in the keyring, never shown again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from mojovoice_gui.desktop.secrets import Secrets
from mojovoice_gui.errors import KeyringUnavailable
from mojovoice_gui.ui.models.token import TokenBox, TokenKeeper

TOKEN = "hf_not-a-real-token"


class RememberingSecrets(Secrets):
    """A keyring in memory; ``is_locked`` is what goes wrong."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.is_locked = False

    def put(self, name: str, secret: str) -> None:
        self._open()
        self.kept[name] = secret

    def get(self, name: str) -> str | None:
        self._open()
        return self.kept.get(name)

    def delete(self, name: str) -> None:
        self._open()
        self.kept.pop(name, None)

    def _open(self) -> None:
        if self.is_locked:
            raise KeyringUnavailable("The keyring is locked.", "Unlock it and try again.")


def at_once(errand: Callable[[], None]) -> None:
    """Instead of in another thread."""
    errand()


@pytest.fixture
def secrets() -> RememberingSecrets:
    return RememberingSecrets()


@pytest.fixture
def box(qtbot: QtBot, secrets: RememberingSecrets) -> TokenBox:
    made = TokenBox(TokenKeeper(secrets, lambda: "hub token", at_once))
    qtbot.addWidget(made)
    made.show()
    made.look()
    return made


def field(box: TokenBox) -> QLineEdit:
    found = box.findChild(QLineEdit)
    assert found is not None
    return found


def button(box: TokenBox, text: str) -> QPushButton:
    return next(found for found in box.findChildren(QPushButton) if found.text() == text)


def words(box: TokenBox) -> str:
    return "\n".join(label.text() for label in box.findChildren(QLabel))


def test_a_token_is_kept_and_gone_from_the_window(qtbot: QtBot, box: TokenBox, secrets: RememberingSecrets) -> None:
    assert "no token" in words(box)
    qtbot.keyClicks(field(box), TOKEN)
    assert field(box).displayText() == "●" * len(TOKEN)
    qtbot.mouseClick(button(box, "&Keep"), Qt.MouseButton.LeftButton)
    assert secrets.kept == {"hub token": TOKEN}
    assert field(box).text() == ""
    assert "A token is in the keyring" in words(box)


def test_a_token_is_forgotten(qtbot: QtBot, box: TokenBox, secrets: RememberingSecrets) -> None:
    secrets.kept["hub token"] = TOKEN
    box.look()
    qtbot.mouseClick(button(box, "&Forget"), Qt.MouseButton.LeftButton)
    assert secrets.kept == {}
    assert "no token" in words(box)
    assert not button(box, "&Forget").isEnabled()


def test_without_a_keyring_nothing_is_kept_and_that_is_said(
    qtbot: QtBot, box: TokenBox, secrets: RememberingSecrets
) -> None:
    secrets.is_locked = True
    qtbot.keyClicks(field(box), TOKEN)
    qtbot.keyClick(field(box), Qt.Key.Key_Return)
    assert secrets.kept == {}
    assert "The keyring is locked. Unlock it" in words(box)
    assert TOKEN not in words(box)


@pytest.mark.parametrize("text", ["", "two words", "tokén", "a\tb"])
def test_what_would_break_the_header_is_no_token(qtbot: QtBot, box: TokenBox, text: str) -> None:
    field(box).setText(text)
    assert not button(box, "&Keep").isEnabled()
