"""A Wayland desktop in a box: sway without a screen, with the bus and the sound server of the other one."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.desktop import sound
from tests.desktop.box import DesktopBox
from tests.desktop.processes import require
from tests.desktop.sound import Sound

PROGRAMS = ("setpriv", "dbus-daemon", "sway", "wl-copy", "wl-paste", "wtype", "grim")
SETTINGS = """
xwayland disable
output HEADLESS-1 resolution 1000x700 position 0,0
default_border normal
"""
HEADLESS = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}
WTYPE = ("wtype", "-s", "120")  # the first key of a new keyboard may be lost
AS_USER = ("unshare", "-U", "--map-user=1000", "--map-group=1000")  # sway does not run as root


@dataclass(frozen=True)
class Person:
    """Keys of a second keyboard; each call is one sitting at it."""

    box: SwayBox

    def tap(self, key: str) -> None:
        self._type("-k", key)

    @contextmanager
    def holding(self, key: str, *, cancels: bool = False) -> Iterator[None]:
        """Until the block ends. ``cancels``: Shift and Escape are pressed then, before it comes up."""
        cancel = ("-M", "shift", "-k", "Escape", "-m", "shift", "-s", "500") if cancels else ()
        command = (*WTYPE, "-P", key, "-", *cancel, "-p", key)  # it waits at the dash until there is no more to type
        with subprocess.Popen(command, env=self.box.env, stdin=subprocess.PIPE) as typing:
            yield
        assert typing.returncode == 0

    def chord(self, modifier: str, key: str) -> None:
        self._type("-M", modifier, "-k", key, "-m", modifier)

    def _type(self, *what: str) -> None:
        subprocess.run([*WTYPE, *what], env=self.box.env, check=True, timeout=60)


class SwayBox(DesktopBox):
    """Up after ``start()``. ``config``: lines for sway."""

    def __init__(self, config: str = "", *, audio: bool = True) -> None:
        super().__init__(audio=audio)
        self._config = config
        self.env.update(HEADLESS, XDG_SESSION_TYPE="wayland", XDG_CURRENT_DESKTOP="sway", QT_QPA_PLATFORM="wayland")
        self.env.update(GDK_BACKEND="wayland", XCURSOR_SIZE="24")
        self.person = Person(self)

    def start(self) -> None:
        """Bring every piece up; raises ``ProgramMissing`` before the first one."""
        require([*PROGRAMS, *(sound.PROGRAMS if self.audio else ())])
        self._start_bus()
        self._start_compositor()
        if self.audio:
            self.sound = Sound(self.processes, self.root / "run")
            self.sound.start()

    def _start_compositor(self) -> None:
        settings, run = self.root / "sway.conf", self.root / "run"
        settings.write_text(SETTINGS + self._config)
        self.spawn([*(AS_USER if os.geteuid() == 0 else ()), "sway", "-c", str(settings)])
        self.until(lambda: [*run.glob("wayland-?")] and [*run.glob("sway-ipc.*")], "sway")
        self.env["WAYLAND_DISPLAY"] = next(run.glob("wayland-?")).name
        self.env["SWAYSOCK"] = str(next(run.glob("sway-ipc.*")))
        self.until(lambda: b"HEADLESS-1" in self.run("swaymsg", "-t", "get_outputs"), "screen")

    def message(self, *command: str) -> None:
        """What one would write in sway's configuration."""
        done = json.loads(self.run("swaymsg", "-r", *command))
        assert all(step["success"] for step in done), done

    def focus(self, title: str, timeout_s: float = 30.0) -> str:
        """Bring the window to the front and wait until it has the keyboard; its title."""
        wanted = title.strip("^$")
        self.until(lambda: self.window(wanted), f"window {title}", timeout_s)
        self.message(f'[title="^{wanted}$"] focus')
        self.until(lambda: self.window(wanted).get("focused"), f"focus on {title}")
        return wanted

    def titles(self) -> list[str]:
        """Of all windows."""
        return [str(node["name"]) for node in self._windows()]

    def focused(self) -> str:
        """The title of the window that has the keyboard; empty when none has."""
        return next((str(node["name"]) for node in self._windows() if node["focused"]), "")

    def window(self, title: str) -> dict[str, object]:
        """What sway says about it; empty when there is no such window."""
        return next((node for node in self._windows() if node["name"] == title), {})

    def _windows(self) -> Iterator[dict[str, object]]:
        waiting = [json.loads(self.run("swaymsg", "-r", "-t", "get_tree"))]
        while waiting:
            node = waiting.pop()
            if node.get("pid"):
                yield dict(node)
            waiting += [*node["nodes"], *node["floating_nodes"]]

    def shot(self, picture: Path) -> Path:
        self.run("grim", str(picture))
        return picture

    def clip_set(self, data: bytes, target: str = "text/plain") -> None:
        """Put something on the clipboard, as another program would."""
        environ = {**self.env, "TMPDIR": str(self.root / "run")}
        subprocess.run(["wl-copy", "-t", target], input=data, env=environ, timeout=10, check=True)
        self.until(lambda: self.clip_get(target) == data, "the clipboard")  # wl-copy returns before it has it

    def clip_clear(self) -> None:
        for selection in ((), ("--primary",)):
            self.run("wl-copy", *selection, "--clear")
        self.until(lambda: not self.clip_formats(), "an empty clipboard")

    def clip_get(self, target: str = "text/plain;charset=utf-8") -> bytes:
        return self.run("wl-paste", "-n", "-t", target)

    def clip_formats(self) -> list[str]:
        return self.run("wl-paste", "-l").decode().splitlines()
