"""The list of microphones, as it is now: what is plugged in appears, what is pulled out goes."""

from __future__ import annotations

import contextlib
import shutil

from PySide6.QtCore import QProcess, QTimer, Signal

from mojovoice_gui.audio.devices import InputDevice, choose_device, input_devices
from mojovoice_gui.errors import AudioError, MojoVoiceError
from mojovoice_gui.settings import Value
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.settings.field import DropDown, Field
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import told, translate

LOOK_EVERY_MS = 3000
SETTLE_MS = 200
"""A microphone that comes is told as several changes."""


class MicrophoneField(Field):
    """For the option ``microphone``."""

    channels = Signal(int)  # so many has the one that would be heard

    def __init__(self, surroundings: Surroundings) -> None:
        self._list = DropDown()
        self._devices: tuple[InputDevice, ...] = ()
        super().__init__(surroundings.choices, "microphone", self._list, self._show_chosen, explains=False)
        self._surroundings = surroundings
        self._asked: Awaited[tuple[InputDevice, ...]] | None = None
        self._list.activated.connect(lambda index: self.choose(self._list.itemData(index)))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._server = QProcess(self)
        self._server.readyReadStandardOutput.connect(self._hear_server)

    def watch(self, *, is_on: bool) -> None:
        """Keep the list as it is in truth; the sound server says what changes, where there is one."""
        if not is_on:
            self._timer.stop()
            self._server.kill()
            self._server.waitForFinished(SETTLE_MS)
            return
        self._look()
        pactl = shutil.which("pactl")
        if pactl is None:
            self._timer.setSingleShot(False)
            self._timer.start(LOOK_EVERY_MS)
        else:
            self._timer.setSingleShot(True)
            self._server.start(pactl, ["subscribe"])

    def _hear_server(self) -> None:
        said = bytes(self._server.readAllStandardOutput().data())
        if b" on source #" in said or b" on server" in said:
            self._timer.start(SETTLE_MS)

    def _look(self) -> None:
        asked = self._surroundings.background.submit(input_devices)
        self._asked = Awaited(self, asked, self._show_devices, self._show_trouble)

    def _show_devices(self, devices: tuple[InputDevice, ...]) -> None:
        self._devices = tuple(device for device in devices if not device.is_monitor)
        self.refuse("" if self._devices else self.tr("There is no microphone. Connect one."))
        self._show_chosen(self._surroundings.choices.settings.microphone)

    def _show_trouble(self, error: MojoVoiceError) -> None:
        self._devices = ()
        self.refuse(told(error))
        self._show_chosen(self._surroundings.choices.settings.microphone)

    def _show_chosen(self, value: Value) -> None:
        chosen = str(value)
        default = next((device.description for device in self._devices if device.is_default), "")
        own = self.tr("The system's own ({microphone})") if default else self.tr("The system's own")
        entries = [("", own.format(microphone=default))]
        entries += [(device.name, _said(device)) for device in self._devices]
        if chosen not in (name for name, _ in entries):
            fits = any(chosen.lower() in f"{one.name} {one.description}".lower() for one in self._devices)
            absent = self.tr("{microphone} (not connected)").format(microphone=chosen)
            entries.append((chosen, chosen if fits else absent))
        if entries != [(self._list.itemData(i), self._list.itemText(i)) for i in range(self._list.count())]:
            self._list.clear()
            for name, said in entries:
                self._list.addItem(said, name)
        self._list.setCurrentIndex(self._list.findData(chosen))
        with contextlib.suppress(AudioError):  # not there: it says so itself
            self.channels.emit(choose_device(self._devices, chosen).channels)


def _said(device: InputDevice) -> str:
    if not device.is_muted:
        return device.description
    return translate("MicrophoneField", "{microphone} (muted)").format(microphone=device.description)
