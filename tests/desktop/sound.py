"""A sound server with microphones that hear what is played into them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tests.desktop.processes import Process, Processes, until

PROGRAMS = ("pulseaudio", "pactl", "paplay")
MICROPHONE = "vmic"


@dataclass
class Sound:
    """PulseAudio on a private socket. The only sinks are those behind our microphones, so the last one can vanish."""

    processes: Processes
    runtime: Path
    _plugged: dict[str, list[str]] = field(default_factory=dict)  # name -> module numbers
    _server: Process | None = None

    def start(self) -> None:
        """Server up, ``MICROPHONE`` plugged in."""
        folder = self.runtime / "pulse"
        folder.mkdir(mode=0o700, exist_ok=True)
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
        self._server = self.processes.spawn(["pulseaudio", "-n", "-F", str(script), *quiet])
        until(lambda: self._pactl("info"), "sound server")
        self.plug_in(MICROPHONE)

    def die(self) -> None:
        """As in a crash; ``start`` brings another one up."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()
        self._plugged.clear()

    def plug_in(self, name: str) -> None:
        """A new microphone, the default one from now on."""
        sink = f"{name}_sink"
        # Without norewinds a null sink renders in blocks of 2 s: the first words of a recording would come that late.
        sound = ("module-null-sink", f"sink_name={sink}", "rate=48000", "channels=2", "norewinds=1")
        source = ("module-remap-source", f"source_name={name}", f"master={sink}.monitor")
        described = f"source_properties=device.description={name}"
        self._plugged[name] = [
            self._pactl("load-module", *sound),
            self._pactl("load-module", *source, described),
        ]
        self._pactl("set-default-source", name)

    def unplug(self, name: str) -> None:
        """It is gone while somebody may be listening to it."""
        for module in reversed(self._plugged.pop(name)):
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

    def say(self, recording: Path, microphone: str = MICROPHONE) -> None:
        """Play a sound file into the microphone, to its end. Any format libsndfile reads (WAV, FLAC, OGG)."""
        process = self.start_saying(recording, microphone)
        code = process.wait(600)
        self.processes.end(process)
        if code:
            raise RuntimeError(f"paplay {recording.name}: {self.processes.log('paplay')[-400:]}")

    def start_saying(self, recording: Path, microphone: str = MICROPHONE) -> Process:
        """The same, returning at once."""
        return self.processes.spawn(["paplay", f"--device={microphone}_sink", str(recording)])

    def _pactl(self, *arguments: str) -> str:
        return self.processes.run("pactl", *arguments).decode().strip()
