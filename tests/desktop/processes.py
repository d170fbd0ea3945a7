"""The processes of one private desktop: begun with its environment, logged to its folder, ended with it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, TypeVar

T = TypeVar("T")
Process = subprocess.Popen[bytes]

APT = {
    "dbus-daemon": "dbus",
    "dbus-send": "dbus",
    "foot": "foot",
    "grim": "grim",
    "dex": "dex",
    "import": "imagemagick",
    "openbox": "openbox",
    "paplay": "pulseaudio-utils",
    "pactl": "pulseaudio-utils",
    "pulseaudio": "pulseaudio",
    "setpriv": "util-linux",
    "sway": "sway",
    "swaymsg": "sway",
    "trayer": "trayer",
    "wl-copy": "wl-clipboard",
    "wl-paste": "wl-clipboard",
    "wtype": "wtype",
    "xclip": "xclip",
    "xdotool": "xdotool",
    "xfce4-panel": "xfce4-panel",
    "xprop": "x11-utils",
    "xsettingsd": "xsettingsd",
    "xterm": "xterm",
    "Xvfb": "xvfb",
}
"""Program -> the Debian and Ubuntu package it comes in."""


class ProgramMissing(RuntimeError):
    """The desktop cannot be built from what is installed here."""


def require(programs: Sequence[str], path: str | None = None) -> None:
    """Raise ``ProgramMissing`` with the command that installs what is not on ``path``."""
    missing = [program for program in programs if shutil.which(program, path=path) is None]
    if missing:
        packages = " ".join(sorted({APT[program] for program in missing}))
        raise ProgramMissing(f"Not installed: {', '.join(missing)}. Install with: apt-get install -y {packages}")


def until(probe: Callable[[], T], what: str, timeout_s: float = 30.0) -> T:
    """Ask until the answer is true, and return it."""
    end = time.monotonic() + timeout_s
    while True:
        answer = probe()
        if answer:
            return answer
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {timeout_s} s")
        time.sleep(0.02)


class Processes:
    """Begins programs in ``env``, each in its own session, and ends exactly those."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self.env = dict(env)
        self.logs = folder / "log"
        self.logs.mkdir(mode=0o700)
        self._mark = str(folder).encode() + b"/"
        self._begun: list[Process] = []

    def spawn(
        self,
        command: Sequence[str],
        name: str = "",
        *,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        stdout: int | IO[bytes] | None = None,
        pass_fds: Sequence[int] = (),
    ) -> Process:
        """Begin ``command``; what it prints goes to the log ``name``. The kernel ends it when this process dies."""
        with (self.logs / f"{name or Path(command[0]).name}.log").open("ab") as log:
            process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "TERM", "--", *command],
                env={**self.env, **(env or {})},
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=log if stdout is None else stdout,
                stderr=log,
                pass_fds=pass_fds,
                start_new_session=True,
            )
        self._begun.append(process)
        return process

    def end(self, process: Process) -> None:
        """Ask its whole group to go, then make it. An ended one may be ended again."""
        if process.returncode is None:  # not yet reaped, so the number is still its own
            self._signal(process, signal.SIGTERM)
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                self._signal(process, signal.SIGKILL)
                process.wait()
        if process in self._begun:
            self._begun.remove(process)

    @staticmethod
    def _signal(process: Process, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):  # it may be faster than we are
            os.killpg(process.pid, number)

    @property
    def begun(self) -> tuple[Process, ...]:
        """Those not ended yet, oldest first."""
        return tuple(self._begun)

    def end_all(self) -> None:
        """Last come, first gone; then whatever they left behind."""
        for process in reversed(self.begun):
            self.end(process)
        for pid in self.strays():
            with contextlib.suppress(ProcessLookupError):  # it may be faster than we are
                os.kill(pid, signal.SIGKILL)

    def strays(self) -> list[int]:
        """Every process whose environment names our folder, children of children included."""
        return [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if self._is_ours(entry)]

    def _is_ours(self, entry: Path) -> bool:
        try:
            return int(entry.name) != os.getpid() and self._mark in (entry / "environ").read_bytes()
        except OSError:  # gone meanwhile, or another user's
            return False

    def run(self, *command: str, timeout_s: float = 20.0, text: bytes | None = None) -> bytes:
        """What a short command prints, whether it succeeds or not. ``text`` is its standard input."""
        return subprocess.run(
            command, env=self.env, input=text, capture_output=True, timeout=timeout_s, check=False
        ).stdout

    def log(self, name: str) -> str:
        path = self.logs / f"{name}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def forget_logs(self) -> None:
        """What was printed until now."""
        for path in self.logs.iterdir():
            os.truncate(path, 0)

    def tails(self) -> str:
        """The end of every log, for an error message."""
        return "\n".join(
            f"[{path.stem}] {path.read_text(errors='replace')[-400:]}" for path in sorted(self.logs.iterdir())
        )
