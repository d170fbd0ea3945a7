"""Lines for the compositor's configuration that bind a key to Mojo Voice."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from mojovoice_gui import settings
from mojovoice_gui.desktop.bindings import BINDABLE, Binding, Compositor, compositor_named, lines_for
from mojovoice_gui.desktop.environment import desktop_of
from mojovoice_gui.desktop.hotkeys.chords import parse
from mojovoice_gui.domain import Activation
from mojovoice_gui.paths import Paths


def bindings(paths: Paths, asked: argparse.Namespace) -> int:
    """For the compositor that was asked for, else the one that runs, else all."""
    chosen = settings.load(paths.config_file).settings
    key = asked.key or chosen.hotkey
    holds = chosen.activation is not Activation.TOGGLE
    binding = Binding.of(key, chosen.cancel_key, holds=holds, command=_command(asked))
    wanted = parse(key) if key else BINDABLE
    if binding.chord != wanted:
        print(
            f"# {wanted} alone cannot be bound; this takes {binding.chord}. Another one: mojovoice bindings --key KEY"
        )
    running = compositor_named(asked.compositor or desktop_of(os.environ).name)
    print("\n\n".join(lines_for(compositor, binding) for compositor in ([running] if running else [*Compositor, None])))
    return 0


def _command(asked: argparse.Namespace) -> tuple[str, ...]:
    """The words that reach this very installation and profile."""
    beside = Path(sys.executable).with_name("mojovoice")
    if shutil.which("mojovoice"):
        program: tuple[str, ...] = ("mojovoice",)
    else:
        program = (str(beside),) if beside.exists() else (sys.executable, "-m", "mojovoice_gui")
    return (*program, "--profile-dir", str(asked.profile_dir.absolute())) if asked.profile_dir else program
