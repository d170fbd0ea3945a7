"""Secrets in the keyring of the desktop, and nowhere else: no keyring, no secret.

Every call may wait for the user to unlock the keyring: never make one in the GUI thread.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mojovoice_gui.errors import KeyringUnavailable, Sentence

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "mojovoice"
SAFE = (("SecretService", "Keyring"), ("kwallet", "DBusKeyring"), ("macOS", "Keyring"), ("Windows", "WinVaultKeyring"))
"""Modules and classes of ``keyring.backends`` that encrypt. Plug-ins are not asked: some of them write plain text."""

INSTALL = Sentence("Install one: gnome-keyring, KWallet or KeePassXC, and log in again.")


def hub_token_name(mirror: str) -> str:
    """Each hub has a token of its own: that of one is never sent to another. "" is the hub itself."""
    return f"hub token {mirror}".strip()


class Secrets:
    """Kept under a name each. Every method raises ``KeyringUnavailable``, whose words never hold a secret."""

    def put(self, name: str, secret: str) -> None:
        with _our_errors():
            _keyring().set_password(SERVICE, name, secret)

    def get(self, name: str) -> str | None:
        with _our_errors():
            return _keyring().get_password(SERVICE, name)

    def has(self, name: str) -> bool:
        return self.get(name) is not None

    def delete(self, name: str) -> None:
        """Says nothing when there is none."""
        from keyring.errors import PasswordDeleteError

        with _our_errors():
            keyring = _keyring()
            if keyring.get_password(SERVICE, name) is None:
                return
            try:
                keyring.delete_password(SERVICE, name)
            except PasswordDeleteError:
                if keyring.get_password(SERVICE, name) is not None:
                    raise


def _keyring() -> KeyringBackend:
    """The one that works here; looked for each time, as it may start and end."""
    for module, name in SAFE:
        found: type[KeyringBackend] = getattr(importlib.import_module(f"keyring.backends.{module}"), name)
        if found.viable:
            return found()
    raise KeyringUnavailable("This desktop has no keyring, so the secret is not kept.", INSTALL)


@contextmanager
def _our_errors() -> Iterator[None]:
    """Told by their kind alone: what a keyring says might hold what it was given."""
    from keyring.errors import KeyringError, KeyringLocked

    others: tuple[type[Exception], ...] = (KeyringError, OSError, *_bus_errors())
    try:
        yield
    except KeyringLocked as error:
        raise KeyringUnavailable("The keyring is locked.", "Unlock it and try again.") from error
    except others as error:
        raise KeyringUnavailable(
            Sentence("The keyring does not answer ({kind}).", kind=type(error).__name__), "Try again."
        ) from error


def _bus_errors() -> tuple[type[Exception], ...]:
    """What keyring lets through on Linux."""
    if sys.platform != "linux":
        return ()
    from jeepney import DBusErrorResponse
    from secretstorage.exceptions import SecretStorageException

    return DBusErrorResponse, SecretStorageException
