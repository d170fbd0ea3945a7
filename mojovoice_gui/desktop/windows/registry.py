"""The user's half of the registry. Made without Windows, and not run there yet."""

from __future__ import annotations

import contextlib
import sys

NOT_HERE = "this system has no registry"


class UserRegistry:
    """Of HKEY_CURRENT_USER. Every method raises ``OSError``."""

    def get(self, key: str, name: str) -> str | bytes | None:
        """None when there is no such value."""
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value, _ = winreg.QueryValueEx(opened, name)
            except FileNotFoundError:
                return None
            return value if isinstance(value, str | bytes) else None
        raise OSError(NOT_HERE)

    def put(self, key: str, name: str, value: str) -> None:
        if sys.platform == "win32":
            import winreg

            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)
            return
        raise OSError(NOT_HERE)

    def delete(self, key: str, name: str) -> None:
        """Says nothing when there is no such value."""
        if sys.platform == "win32":
            import winreg

            with (
                contextlib.suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, access=winreg.KEY_SET_VALUE) as opened,
            ):
                winreg.DeleteValue(opened, name)
            return
        raise OSError(NOT_HERE)
