"""What a desktop says of its looks: the Settings portal, read anew from a JSON file whenever SIGHUP comes.

python portal.py settings.json
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from pathlib import Path

from dbus_fast import Variant
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_property, method
from dbus_fast.service import signal as dbus_signal
from dbus_fast import PropertyAccess

Settings = dict[str, dict[str, Variant]]


def read(file: Path) -> Settings:
    """Namespace -> key -> value."""
    kinds = {bool: "b", int: "u", str: "s"}
    return {
        space: {key: Variant(kinds[type(value)], value) for key, value in keys.items()}
        for space, keys in json.loads(file.read_text()).items()
    }


class SettingsPortal(ServiceInterface):
    def __init__(self, file: Path) -> None:
        super().__init__("org.freedesktop.portal.Settings")
        self._file = file
        self._settings = read(file)

    def changed(self) -> None:
        before, self._settings = self._settings, read(self._file)
        for space, keys in self._settings.items():
            for key, value in keys.items():
                if before.get(space, {}).get(key) != value:
                    self.SettingChanged(space, key, value)

    @method()
    def Read(self, namespace: "s", key: "s") -> "v":  # noqa: F821, N802, UP037 - the words of D-Bus
        return Variant("v", self._settings[namespace][key])

    @method()
    def ReadOne(self, namespace: "s", key: "s") -> "v":  # noqa: F821, N802, UP037 - the words of D-Bus
        return self._settings[namespace][key]

    @method()
    def ReadAll(self, namespaces: "as") -> "a{sa{sv}}":  # noqa: F821, F722, N802, UP037 - the words of D-Bus
        return self._settings

    @dbus_signal()
    def SettingChanged(self, namespace: str, key: str, value: Variant) -> "ssv":  # noqa: F821, N802, UP037 - the words of D-Bus
        return [namespace, key, value]

    @dbus_property(PropertyAccess.READ)
    def version(self) -> "u":  # noqa: F821, UP037 - the words of D-Bus
        return 2


async def serve(file: Path) -> None:
    bus = await MessageBus().connect()
    portal = SettingsPortal(file)
    bus.export("/org/freedesktop/portal/desktop", portal)
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, portal.changed)
    await bus.request_name("org.freedesktop.portal.Desktop")
    await bus.wait_for_disconnect()


asyncio.run(serve(Path(sys.argv[1])))
