"""Windows and macOS, as far as Linux can tell: what is imported there, without what is only here.

None of it was run there: other libraries than ours are imported as on Linux.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "mojovoice_gui"
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in PACKAGE.rglob("*.py")
)
DESKTOP = "mojovoice_gui.desktop."
THERE_TOO = (
    *("autostart", "control", "environment", "launcher", "loudspeaker", "macos", "notifications", "secrets", "select"),
    *("hotkeys.chords", "hotkeys.pynput_hotkeys", "insertion.habits", "insertion.paste", "windows"),
)
"""What of the desktop's back ends other systems use; the others may want an X server or a message bus."""

IMPORT = """
import importlib, json, os, pkgutil, signal, socket, sys
platform, lacking, modules = json.loads(sys.argv[1])
import PySide6.QtWidgets, PySide6.QtSvg, PySide6.QtNetwork, numpy, sounddevice, soxr, platformdirs, keyring
import faster_whisper, huggingface_hub, httpx2, tomlkit, filelock, jiwer, asyncio, multiprocessing.connection
import ctypes.util, subprocess, tempfile, uuid, getpass, concurrent.futures, logging.handlers
for name in lacking:
    sys.modules[name] = None
for name in ("Xlib", "dbus_fast", "jeepney", "secretstorage"):
    for loaded in [module for module in sys.modules if module == name or module.startswith(name + ".")]:
        sys.modules[loaded] = None
if platform == "win32":
    del socket.AF_UNIX, os.geteuid, os.getuid, os.fork, os.pipe2, os.O_NOFOLLOW, os.O_DIRECTORY, os.O_CLOEXEC
    del os.O_NONBLOCK, os.sched_getaffinity, os.mkfifo, signal.SIGKILL, signal.SIGHUP, signal.SIGUSR1
sys.platform = platform
failed = {}
for module in modules:
    try:
        importlib.import_module(module)
    except Exception as error:
        failed[module] = f"{type(error).__name__}: {error}"
sys.platform = "linux"  # defaults are made: from here on it is asked only by what would load the system's libraries
from mojovoice_gui.commands.doctor import on_desktop
from mojovoice_gui.desktop.autostart.select import autostart
from mojovoice_gui.desktop.select import select_focus
from mojovoice_gui.desktop.wayland_focus import WaylandFocuses
from mojovoice_gui.domain import NoFocus
from mojovoice_gui.settings import Settings
assert len(list(on_desktop(Settings(hotkey="F9"), {}))) == 3
assert isinstance(select_focus(WaylandFocuses({})), NoFocus) is (platform == "darwin")
autostart(("mojovoice",))
print(json.dumps(failed))
"""
ONLY_HERE = ("Xlib", "dbus_fast", "jeepney", "secretstorage", "evdev", "pynput")
LACKING = {
    "win32": (*ONLY_HERE, "fcntl", "termios", "resource", "pwd", "grp", "pty"),
    "darwin": ONLY_HERE,
}


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_everything_but_the_back_ends_of_linux_can_be_imported(platform: str) -> None:
    wanted = json.dumps([platform, LACKING[platform], MODULES])
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", IMPORT, wanted],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    failed: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    assert {module: why for module, why in failed.items() if not is_for_linux(module, why)} == {}


def is_for_linux(module: str, why: str) -> bool:
    name = module.removeprefix(DESKTOP)
    is_needed = not module.startswith(DESKTOP) or any(f"{name}.".startswith(f"{there}.") for there in THERE_TOO)
    return not is_needed and ("Xlib" in why or "dbus_fast" in why)
