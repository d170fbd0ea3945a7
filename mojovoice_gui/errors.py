"""Everything that can go wrong, as one tree.

    MojoVoiceError                          exit code
    +-- SettingsError                       2
    +-- AudioError                          3
    |   +-- MicrophoneMissing
    |   +-- MicrophoneBusy
    |   +-- MicrophoneDenied
    |   +-- MicrophoneLost
    |   +-- AudioUnreadable
    |   +-- DiskFull
    +-- ModelError                          4
    |   +-- ModelMissing
    |   +-- ModelCorrupt
    |   +-- DownloadFailed
    |   +-- OutOfMemory
    +-- TranscriptionError                  5
    +-- DesktopError                        6
    |   +-- DisplayMissing
    |   +-- HotkeyUnavailable
    |   +-- PortalFailed
    |   +-- InsertionFailed
    |   +-- KeyringUnavailable
    +-- AppUnreachable                      7
    +-- HistoryError                        8
        +-- HistoryBroken

Each carries one sentence for the user and, where there is one, an action to take. The log has the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self


class Sentence(str):
    """English with its gaps filled in; ``ui/translation.py`` fills the gaps of its translation."""

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, **values: object) -> Self:
        made = super().__new__(cls, template.format(**values))
        made.template = template
        made.values = {name: str(value) if isinstance(value, Exception) else value for name, value in values.items()}
        return made  # without the frames of an error, which may hold models and recordings

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """For a copy."""
        return (self.template,), self.values


def joined(parts: Iterable[str], by: str = "; ") -> Sentence:
    """In a row; each can still be translated."""
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return Sentence(by.join(f"{{{name}}}" for name in values), **values)


class MojoVoiceError(Exception):
    """``sentence`` says what happened, ``action`` what to do about it; neither holds a word that was dictated."""

    exit_code = 1

    def __init__(self, sentence: str, action: str = "") -> None:
        super().__init__(f"{sentence} {action}".strip())
        self.sentence = sentence
        self.action = action


class SettingsError(MojoVoiceError):
    exit_code = 2


class AudioError(MojoVoiceError):
    exit_code = 3


class MicrophoneMissing(AudioError):
    """There is none, or not the one that was asked for."""


class MicrophoneBusy(AudioError):
    """Another program holds it."""


class MicrophoneDenied(AudioError):
    """The system does not let us."""


class MicrophoneLost(AudioError):
    """It was there and is gone: unplugged, sound server ended."""


class AudioUnreadable(AudioError):
    """A file that is not sound, or not there."""


class DiskFull(AudioError):
    """The copy of a recording cannot be written; the recording itself goes on in memory."""


class ModelError(MojoVoiceError):
    exit_code = 4


class ModelMissing(ModelError):
    """Not on this machine."""


class ModelCorrupt(ModelError):
    """There, but truncated, altered or of another kind."""


class DownloadFailed(ModelError):
    """No network, no such model, no space."""


class OutOfMemory(ModelError):
    """The device cannot hold it."""


class TranscriptionError(MojoVoiceError):
    exit_code = 5


class DesktopError(MojoVoiceError):
    exit_code = 6


class DisplayMissing(DesktopError):
    """No X server to talk to."""


class HotkeyUnavailable(DesktopError):
    """Another program owns the key, or there is no such key."""


class PortalFailed(DesktopError):
    """The desktop has no such portal, or it does not do what was asked, or the user said no."""


class InsertionFailed(DesktopError):
    """The text could be neither pasted nor left on the clipboard."""


class KeyringUnavailable(DesktopError):
    """There is no safe place for a secret, or it is locked."""


class AppUnreachable(MojoVoiceError):
    """No Mojo Voice is running, or it does not answer."""

    exit_code = 7


class HistoryError(MojoVoiceError):
    """It cannot be read or written now: locked, no room, not allowed, made by a newer program."""

    exit_code = 8


class HistoryBroken(HistoryError):
    """It is no database any more."""
