"""What windows are given: the settings, the dictation, and where things are."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mojovoice_gui.dictation.engine import DictationEngine
from mojovoice_gui.dictation.keys import Keys
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import Settings
from mojovoice_gui.ui.bridge import Bridge
from mojovoice_gui.ui.choices import Choices
from mojovoice_gui.ui.history.deeds import Deeds

if TYPE_CHECKING:  # imported when they are looked at
    from mojovoice_gui.desktop.insertion.wayland.portal_keyboard import PasteConsent
    from mojovoice_gui.ui.models.desk import ModelDesk


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Made by the app, handed to every window and page."""

    paths: Paths
    choices: Choices
    bridge: Bridge  # what the dictation tells
    engine: DictationEngine  # its session says what is loaded; events are posted to it
    keys: Keys
    try_keys: Callable[[Settings, str], Future[None]]  # would they work here? The field of the one in question
    background: Executor  # for what the GUI thread may not wait for: disks, lists of devices
    models: Callable[[], ModelDesk]  # made when it is asked for first
    command: tuple[str, ...]  # what starts this program from outside, with this profile
    history: Deeds  # what it can ask of the app
    paste_consent: PasteConsent  # that the desktop's portal may press keys
