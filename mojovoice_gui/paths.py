"""Where everything is kept: the places the old mojovoice used, and one override for tests and ``--profile-dir``."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

NAME = "mojovoice"
APP_ID = "org.mojovoice.MojoVoice"
"""The name of our desktop file: desktops know us by it, and GNOME gives no keys to a name without dots."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders; none is made until something is written to it."""

    config: Path
    data: Path
    cache: Path
    state: Path
    runtime: Path  # sockets: private to the user, gone at logout

    @classmethod
    def of_user(cls) -> Paths:
        dirs = PlatformDirs(NAME, appauthor=False)
        return cls(
            dirs.user_config_path,
            dirs.user_data_path,
            dirs.user_cache_path,
            dirs.user_state_path,
            _runtime(dirs),
        )

    @classmethod
    def under(cls, folder: Path) -> Paths:
        """Everything in one folder: a profile."""
        return cls(folder / "config", folder / "data", folder / "cache", folder / "state", folder / "run")

    @property
    def profile(self) -> Path | None:
        """The one folder that holds everything, if there is one."""
        folder = self.config.parent
        return folder if self == Paths.under(folder) else None

    @property
    def config_file(self) -> Path:
        return self.config / "config.toml"

    @property
    def models(self) -> Path:
        return self.data / "models"

    @property
    def recordings(self) -> Path:
        return self.data / "recordings"

    @property
    def history(self) -> Path:
        return self.data / "history"

    @property
    def logs(self) -> Path:
        return self.state / "logs"

    @property
    def wanted_model(self) -> Path:
        """Which one is used as soon as it is here."""
        return self.state / "wanted-model"

    @property
    def windows(self) -> Path:
        """How large windows were, and where."""
        return self.state / "windows.ini"


def _runtime(dirs: PlatformDirs) -> Path:
    """Without a login session there is no folder for sockets; the state folder is as private."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform == "linux" and not (folder and Path(folder).is_dir()):
        return dirs.user_state_path / "run"
    return dirs.user_runtime_path


def nearest(folder: Path) -> Path:
    """``folder``, or the nearest above it that is there."""
    return next(there for there in (folder, *folder.parents) if there.exists())


def resources() -> Path:
    """Icons and sounds: inside the installed package, beside it in a checkout."""
    inside = Path(__file__).with_name("resources")
    return inside if inside.is_dir() else Path(__file__).parents[1] / "resources"
