"""A sound server with microphones that hear what is played into them."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tests.desktop.processes import Process, Processes, until

PROGRAMS = ("pulseaudio", "pactl", "parec", "paplay")
MICROPHONE = "vmic"


@dataclass
class Sound:
    """PulseAudio on a private socket. The only sinks are those behind our microphones, so the last one can vanish."""

    processes: Processes
    runtime: Path
    _plugged: dict[str, tuple[list[str], Process]] = field(default_factory=dict)  # name -> module numbers, keep-alive

    def start(self) -> None:
        """Server up, ``MICROPHONE`` plugged in."""
        folder = self.runtime / "pulse"
        folder.mkdir(mode=0o700)
        socket = folder / "native"
        self.processes.env.update(
            PULSE_RUNTIME_PATH=str(folder), PULSE_SERVER=f"unix:{socket}", PULSE_COOKIE=str(folder / "cookie")
        )
        script = folder / "default.pa"
        script.write_text("load-module module-native-protocol-unix auth-anonymous=1\n")
        quiet = (
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            "--disable-shm=yes",
            "--log-target=stderr",
        )
        self.processes.spawn(["pulseaudio", "-n", "-F", str(script), *quiet])
        until(lambda: self._pactl("info"), "sound server")
        self.plug_in(MICROPHONE)

    def plug_in(self, name: str) -> None:
        """A new microphone, the default one from now on."""
        sink = f"{name}_sink"
        modules = [
            self._pactl("load-module", "module-null-sink", f"sink_name={sink}", "rate=48000", "channels=2"),
            self._pactl(
                "load-module",
                "module-remap-source",
                f"source_name={name}",
                f"master={sink}.monitor",
                f"source_properties=device.description={name}",
            ),
        ]
        self._pactl("set-default-source", name)
        # A null sink that nobody reads renders in blocks of 2 s: with this reader a new stream delivers after 35 ms.
        reader = self.processes.spawn(
            ["parec", "--latency-msec=10", "-d", f"{sink}.monitor"], "keep-alive", stdout=subprocess.DEVNULL
        )
        self._plugged[name] = (modules, reader)

    def unplug(self, name: str) -> None:
        """It is gone while somebody may be listening to it."""
        modules, reader = self._plugged.pop(name)
        self.processes.end(reader)
        for module in reversed(modules):
            self._pactl("unload-module", module)

    def microphones(self) -> tuple[str, ...]:
        """Those plugged in, oldest first."""
        return tuple(self._plugged)

    def restore(self, names: tuple[str, ...]) -> None:
        """Have exactly these plugged in again."""
        for name in set(self.microphones()) - set(names):
            self.unplug(name)
        for name in names:
            if name not in self._plugged:
                self.plug_in(name)

    def is_part(self, process: Process) -> bool:
        """Does a microphone need this process?"""
        return any(process is reader for _, reader in self._plugged.values())

    def say(self, recording: Path, microphone: str = MICROPHONE) -> None:
        """Play a sound file into the microphone, to its end. Any format libsndfile reads (WAV, FLAC, OGG)."""
        process = self.start_saying(recording, microphone)
        code = process.wait(600)
        self.processes.end(process)
        if code:
            raise RuntimeError(f"paplay {recording.name}: {self.processes.log('paplay')[-400:]}")

    def start_saying(self, recording: Path, microphone: str = MICROPHONE) -> Process:
        """The same, returning at once."""
        return self.processes.spawn(["paplay", "--latency-msec=50", f"--device={microphone}_sink", str(recording)])

    def _pactl(self, *arguments: str) -> str:
        return self.processes.run("pactl", *arguments).decode().strip()
