"""Paths: the places of the old mojovoice, or one folder for everything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mojovoice_gui.paths import Paths, resources


def test_a_profile_keeps_everything_in_its_folder(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    every = [paths.config_file, paths.models, paths.recordings, paths.cache, paths.logs, paths.runtime]
    assert all(path.is_relative_to(tmp_path) for path in every)
    assert len(set(every)) == len(every)
    assert not list(tmp_path.iterdir())  # nothing is made before it is needed


def test_the_users_places_are_those_of_the_old_mojovoice(tmp_path: Path) -> None:
    code = "from mojovoice_gui.paths import Paths; p = Paths.of_user(); print(p.config_file, p.models, p.logs)"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment["HOME"] = str(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=Path(__file__).parents[2], capture_output=True, text=True
    )
    assert done.stdout.split() == [
        f"{tmp_path}/.config/mojovoice/config.toml",
        f"{tmp_path}/.local/share/mojovoice/models",
        f"{tmp_path}/.local/state/mojovoice/logs",
    ]


@pytest.mark.parametrize("runtime", ["", "/nowhere/at/all"])
def test_without_a_login_session_sockets_are_kept_with_the_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runtime: str
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
    assert Paths.of_user().runtime == tmp_path / "mojovoice/run"
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert Paths.of_user().runtime == tmp_path / "mojovoice"


def test_the_resources_are_there() -> None:
    assert resources().is_dir()
