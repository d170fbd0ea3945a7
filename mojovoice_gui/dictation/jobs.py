"""What the worker is asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from mojovoice_gui.dictation.commands import Land
from mojovoice_gui.dictation.glance import Glance
from mojovoice_gui.dictation.way import Relay
from mojovoice_gui.domain import Segment


@dataclass(frozen=True, slots=True)
class CopyText:
    """The other thing the owner of the clipboard can be asked for."""

    text: str


@dataclass(frozen=True, slots=True)
class PasteText:
    """Once more into the window that has the keyboard."""

    text: str


@dataclass(frozen=True, slots=True)
class Forget:
    """The recording that was being spoken comes to nothing."""


Job: TypeAlias = Segment | Glance | Forget | CopyText | PasteText | Land | Relay
