"""Which channel of the microphone is heard."""

from __future__ import annotations

from PySide6.QtCore import Signal

from mojovoice_gui.settings import Value
from mojovoice_gui.ui.choices import Choices
from mojovoice_gui.ui.settings.field import DropDown, Field
from mojovoice_gui.ui.translation import translate


class ChannelField(Field):
    """For the option ``channel``."""

    needed = Signal(bool)  # there is something to choose, or something was chosen

    def __init__(self, choices: Choices) -> None:
        self._list = DropDown()
        self._channels = 1
        super().__init__(choices, "channel", self._list, self._show_chosen, explains=False)
        self._list.activated.connect(lambda index: self.choose(self._list.itemData(index)))

    def show_channels(self, channels: int) -> None:
        """So many has the microphone."""
        self._channels = channels
        self._show_chosen(self._choices.settings.channel)

    def _show_chosen(self, value: Value) -> None:
        entries = [
            ("auto", translate("ChannelField", "The loudest at any moment")),
            ("mix", translate("ChannelField", "All of them, mixed")),
            *((str(number), self._named(number)) for number in range(1, self._channels + 1)),
        ]
        if value not in [channel for channel, _ in entries]:
            entries.append((str(value), translate("ChannelField", "{number} (not there)").format(number=value)))
        self._list.clear()
        for channel, said in entries:
            self._list.addItem(said, channel)
        self._list.setCurrentIndex(self._list.findData(value))
        self.needed.emit(self._channels > 1 or value != "auto")

    def _named(self, number: int) -> str:
        if self._channels == 2:
            return translate("ChannelField", "Left") if number == 1 else translate("ChannelField", "Right")
        return str(number)
