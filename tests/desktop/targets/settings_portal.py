"""The portal by which a desktop says how it should look: here, that nothing shall move.

python settings_portal.py NAMESPACE KEY TYPE VALUE
"""

from __future__ import annotations

import asyncio
import json
import sys

from dbus_fast import DBusError, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusStr, DBusVariant
from dbus_fast.service import ServiceInterface, dbus_method


class Settings(ServiceInterface):
    """One setting."""

    def __init__(self, namespace: str, key: str, value: Variant) -> None:
        super().__init__("org.freedesktop.portal.Settings")
        self._setting = (namespace, key)
        self._value = value

    @dbus_method(name="Read")
    def read(self, namespace: DBusStr, key: DBusStr) -> DBusVariant:
        """Wrapped twice, as the real one does it."""
        if (namespace, key) != self._setting:
            raise DBusError("org.freedesktop.portal.Error.NotFound", "Requested setting not found")
        return Variant("v", self._value)


async def serve(namespace: str, key: str, kind: str, value: str) -> None:
    bus = await MessageBus().connect()
    bus.export("/org/freedesktop/portal/desktop", Settings(namespace, key, Variant(kind, json.loads(value))))
    await bus.request_name("org.freedesktop.portal.Desktop")
    print("ready", flush=True)
    await bus.wait_for_disconnect()


asyncio.run(serve(*sys.argv[1:]))
