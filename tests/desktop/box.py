"""A desktop in a box: message bus, X server, window manager, tray and sound server, private to one folder.

    with DesktopBox(Tray.XEMBED) as box:
        box.spawn(["xterm"])
        box.focus("xterm")
        box.keys.tap("Control_R")
        box.sound.say(Path("hello.wav"))
        box.shot(Path("hello.png"))

Nothing of the user's own desktop is read or touched, and ``stop()`` leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from Xlib import X
from Xlib.display import Display

from tests.desktop import sound, tray
from tests.desktop.keys import Keys
from tests.desktop.processes import Process, Processes, require, until
from tests.desktop.sound import Sound
from tests.desktop.tray import Point, Tray, icon_centres, start_tray

T = TypeVar("T")

PROGRAMS = ("setpriv", "dbus-daemon", "Xvfb", "openbox", "xprop", "xdotool", "xclip", "import")
WALLPAPER = 0x3A5A78  # RGB
SOUND_OF_THE_USER = ("ALSA_", "AUDIO", "PIPEWIRE", "PULSE_")
SCREEN_OF_THE_USER = ("DISPLAY", "GDK_", "GTK_", "QT_", "WAYLAND", "XAUTH", "XMODIFIERS")
SESSION_OF_THE_USER = ("DBUS_", "DESKTOP_", "SESSION_MANAGER", "XDG_")
OF_THE_USER = SOUND_OF_THE_USER + SCREEN_OF_THE_USER + SESSION_OF_THE_USER
"""What the names of the variables begin with that lead to the user's own desktop."""

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


def private_env(folder: Path) -> dict[str, str]:
    """The environment of a user whose home is inside ``folder`` and who has no other desktop."""
    home = folder / "home"
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(OF_THE_USER)}
    return inherited | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_STATE_HOME": str(home / ".local/state"),
        "XDG_SESSION_TYPE": "x11",
        "XDG_CURRENT_DESKTOP": "X-Box",
        "LANG": "C.UTF-8",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "NO_AT_BRIDGE": "1",  # no accessibility bus: toolkits would wait for it
        "GTK_A11Y": "none",
        "GIO_USE_VFS": "local",
        "QT_QPA_PLATFORM": "xcb",
    }


class DesktopBox:
    """Up after ``start()`` (about half a second), gone without a trace after ``stop()``."""

    keys: Keys
    sound: Sound

    def __init__(self, tray: Tray = Tray.XEMBED, *, audio: bool = True, size: str = "1280x800x24") -> None:
        self.tray = tray
        self.audio = audio
        self.size = size
        self.root = Path(tempfile.mkdtemp(prefix="box-", dir="/tmp"))  # short: a socket's path holds 107 bytes
        for name in ("home", "run"):
            (self.root / name).mkdir(mode=0o700)
        self.processes = Processes(self.root, private_env(self.root))

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Bring every piece up; raises ``ProgramMissing`` before the first one."""
        require([*PROGRAMS, *tray.PROGRAMS[self.tray], *(sound.PROGRAMS if self.audio else ())])
        self._start_bus()
        self._start_screen()
        self._start_window_manager()
        if self.audio:
            self.sound = Sound(self.processes, self.root / "run")
            self.sound.start()
        start_tray(self.tray, self.processes, self.root / "home")
        self.keys = Keys(self.display)

    def stop(self) -> None:
        """End every process that was begun here, then remove the folder."""
        if hasattr(self, "keys"):
            self.keys.close()
            del self.keys
        self.processes.end_all()
        shutil.rmtree(self.root, ignore_errors=True)

    @property
    def env(self) -> dict[str, str]:
        """What a program in the box is started with."""
        return self.processes.env

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def display(self) -> str:
        """Such as ``:1``."""
        return self.env["DISPLAY"]

    def _start_bus(self) -> None:
        socket = self.root / "run/bus"
        settings = self.root / "bus.conf"
        settings.write_text(BUS.format(socket=socket))
        self.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
        self.spawn(["dbus-daemon", f"--config-file={settings}", "--nofork", "--nopidfile"])
        self.until(socket.exists, "message bus")

    def _start_screen(self) -> None:
        reading, writing = os.pipe()
        server = ["Xvfb", "-displayfd", str(writing), "-screen", "0", self.size, "-nolisten", "tcp", "-noreset"]
        screen = self.spawn(server, pass_fds=(writing,))
        with contextlib.suppress(PermissionError):  # busy tests must not starve it: keys would come apart
            os.setpriority(os.PRIO_PROCESS, screen.pid, -10)
        os.close(writing)
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb did not start: {self.logs()}")
        self.env["DISPLAY"] = f":{number}"
        self._paint_wallpaper()

    def _paint_wallpaper(self) -> None:
        display = Display(self.display)
        root = display.screen().root
        root.change_attributes(background_pixel=WALLPAPER)
        root.clear_area()
        display.sync()
        display.close()

    def _start_window_manager(self) -> None:
        self.spawn(["openbox"])
        self.until(lambda: b"window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "window manager")

    # -- programs

    def spawn(
        self,
        command: Sequence[str],
        name: str = "",
        *,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        pass_fds: Sequence[int] = (),
    ) -> Process:
        """Begin a program in the box; what it prints is in ``log(name)``, by default the program's own name."""
        return self.processes.spawn(command, name, env=env, cwd=cwd, pass_fds=pass_fds)

    def end(self, process: Process) -> None:
        """Terminate it with all its children; kill after 3 s."""
        self.processes.end(process)

    def run(self, *command: str, timeout_s: float = 20.0) -> bytes:
        """What a short command prints."""
        return self.processes.run(*command, timeout_s=timeout_s)

    def until(self, probe: Callable[[], T], what: str, timeout_s: float = 30.0) -> T:
        """Ask until the answer is true, and return it; the error message has every log's end."""
        try:
            return until(probe, what, timeout_s)
        except TimeoutError as error:
            raise TimeoutError(f"{error}; logs:\n{self.logs()}") from None

    def log(self, name: str) -> str:
        """What the program spawned as ``name`` has printed."""
        return self.processes.log(name)

    def logs(self) -> str:
        return self.processes.tails()

    # -- a person's hands and eyes

    def say(self, recording: Path) -> None:
        """Play a sound file into the default microphone, to its end."""
        self.sound.say(recording, self.sound.microphones()[-1])

    def shot(self, picture: Path) -> Path:
        """The whole screen as a PNG."""
        self.run("import", "-window", "root", str(picture))
        return picture

    def focus(self, title: str, timeout_s: float = 30.0) -> str:
        """Bring the window to the front and wait until it has the keyboard; its number."""
        search = ("xdotool", "search", "--onlyvisible", "--name", title)
        window = self.until(lambda: self.run(*search).split(), f"window {title}", timeout_s)[0].decode()
        self.run("xdotool", "windowactivate", "--sync", window)
        self.until(lambda: self.run("xdotool", "getwindowfocus").decode().strip() == window, f"focus on {title}")
        return window

    def click_tray(self, button: int = 1, icon: int = 0, timeout_s: float = 30.0) -> None:
        """Click a tray icon: 1 triggers, 2 is the middle button, 3 opens its menu."""
        where = self.until(lambda: self._resting_icon(icon), "tray icon", timeout_s)[0]
        self.run("xdotool", "mousemove", str(where.x), str(where.y), "click", str(button))

    def _resting_icon(self, number: int) -> list[Point]:
        """Where it is; nowhere while the tray still makes room for it."""
        seen = self.tray_icons()[number : number + 1]
        time.sleep(0.2)
        return seen if seen == self.tray_icons()[number : number + 1] else []

    def tray_icons(self) -> list[Point]:
        """The centre of each icon."""
        return icon_centres(self.display, self.tray)

    def clip_set(self, data: bytes, target: str = "UTF8_STRING") -> None:
        """Put something on the clipboard, as another program would."""
        put = ["xclip", "-selection", "clipboard", "-t", target, "-i"]
        # xclip stays behind as the owner and keeps our pipes: it must have none
        subprocess.run(
            put, input=data, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=10, check=True
        )
        self.until(lambda: self.clip_get(target) == data, "the clipboard")  # xclip returns before it has it

    def clip_clear(self) -> None:
        """Nothing on the clipboard: taken by a program that leaves at once."""
        display = Display(self.display)
        owner = display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        for name in ("CLIPBOARD", "PRIMARY"):
            owner.set_selection_owner(display.intern_atom(name), X.CurrentTime)
        owner.destroy()
        display.sync()
        display.close()

    def clip_get(self, target: str = "UTF8_STRING") -> bytes:
        """What a paste would give now; empty when there is nothing."""
        return self.run("xclip", "-selection", "clipboard", "-o", "-t", target)


if __name__ == "__main__":
    began_s = time.monotonic()
    with DesktopBox() as a_box:
        print(f"up in {time.monotonic() - began_s:.2f} s on {a_box.display}")
        began_s = time.monotonic()
    print(f"down in {time.monotonic() - began_s:.2f} s")
