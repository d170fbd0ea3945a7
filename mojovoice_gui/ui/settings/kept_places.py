"""What is kept on this machine, and where."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from mojovoice_gui.desktop.autostart.select import autostart
from mojovoice_gui.desktop.launcher import own_launcher
from mojovoice_gui.desktop.secrets import SERVICE
from mojovoice_gui.history.old_mojovoice import HISTORY
from mojovoice_gui.paths import Paths
from mojovoice_gui.ui.translation import translate


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Something that is kept."""

    what: str
    path: Path | None  # a folder or a file, there or not yet; None: in neither
    elsewhere: str = ""  # where it is then

    @property
    def where(self) -> str:
        """As it is shown."""
        return str(self.path) if self.path is not None else self.elsewhere


def places(paths: Paths, command: tuple[str, ...]) -> tuple[KeptPlace, ...]:
    """``command``: the words that start the app."""
    login = translate("PrivacyPage", "Start at login, while it is on")
    registry = translate("PrivacyPage", "in the registry of Windows")
    keyring = translate("PrivacyPage", "in the keyring of your desktop, as “{name}”").format(name=SERVICE)
    secrets = translate("PrivacyPage", "A token of yours for the hub, and that the desktop lets us paste")
    return (
        KeptPlace(translate("PrivacyPage", "Settings"), paths.config),
        KeptPlace(translate("PrivacyPage", "History of dictations"), paths.history),
        KeptPlace(translate("PrivacyPage", "Recordings not yet written"), paths.recordings),
        KeptPlace(translate("PrivacyPage", "Logs: lengths and times, no words"), paths.logs),
        KeptPlace(translate("PrivacyPage", "Models"), paths.models),
        KeptPlace(translate("PrivacyPage", "What was measured here, and checksums of models"), paths.cache),
        KeptPlace(translate("PrivacyPage", "Size and place of this window"), paths.windows),
        KeptPlace(secrets, None, keyring),
        KeptPlace(login, autostart(command).file, registry),
        *_once_written(paths),
    )


def _once_written(paths: Paths) -> tuple[KeptPlace, ...]:
    """What not everybody has."""
    menu, old = own_launcher(os.environ), paths.data / HISTORY
    found = (
        KeptPlace(translate("PrivacyPage", "Entry in the menu of applications"), menu if not paths.profile else None),
        KeptPlace(translate("PrivacyPage", "History that the old mojovoice wrote"), old),
    )
    return tuple(place for place in found if place.path is not None and place.path.exists())


def sizes(found: tuple[KeptPlace, ...]) -> tuple[int | None, ...]:
    """Bytes of each, in order; None where nobody can say. Looks at every file."""
    return tuple(_size(place.path) if place.path is not None else None for place in found)


def _size(place: Path) -> int:
    files = [place, *place.rglob("*")]
    return sum(file.lstat().st_size for file in files if file.is_file() or file.is_symlink())
