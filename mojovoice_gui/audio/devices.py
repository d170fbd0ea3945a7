"""Which microphones there are, and which one is meant."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from mojovoice_gui.errors import AudioError, MicrophoneBusy, MicrophoneDenied, MicrophoneMissing, Sentence

PULSE = "pulse"
"""PortAudio's one device for a whole PulseAudio or PipeWire: which source it records is a matter of PULSE_SOURCE."""

PACTL_LIMIT_S = 3.0

PORTAUDIO = threading.Lock()
"""Held by who opens, closes or lists: PortAudio is not made for several threads at once. Streams that run need none."""

PLAYING = threading.Lock()
"""Held while something plays."""

DEVICE_UNAVAILABLE, INVALID_DEVICE = -9985, -9996  # PortAudio's codes

PLUGIN_CHANNELS = 32
"""An ALSA device that claims this many channels is a converter in front of the real one: two are plenty."""


@dataclass(frozen=True, slots=True)
class InputDevice:
    """Something that can be recorded."""

    name: str  # what the setting audio.device_name takes
    description: str
    rate_hz: int
    channels: int
    index: int  # PortAudio's number
    source: str = ""  # for PULSE_SOURCE; empty where PortAudio's number says it all
    is_default: bool = False
    is_monitor: bool = False  # what the computer plays, not what it hears
    is_muted: bool = False


def portaudio() -> ModuleType:
    """sounddevice, imported when sound is needed first: that takes 0.1 s. Raises ``AudioError``."""
    try:
        import sounddevice
    except OSError as error:  # its wheel for Linux comes without the library it is made for
        raise AudioError(
            "The sound library PortAudio is missing.", "Install it: sudo apt install libportaudio2"
        ) from error
    module: ModuleType = sounddevice
    return module


def refresh_devices() -> None:
    """PortAudio looks at the hardware once, at its start: start it anew, unless something plays, which that would end.

    Only while nothing records. Raises ``AudioError``.
    """
    sound = portaudio()
    if not PLAYING.acquire(blocking=False):
        return
    try:
        with PORTAUDIO:
            sound._terminate()
            sound._initialize()
    except sound.PortAudioError as error:
        raise _silent() from error
    finally:
        PLAYING.release()


def input_devices() -> tuple[InputDevice, ...]:
    """All that can be recorded, the default one marked. Raises ``AudioError``."""
    with PORTAUDIO:
        own = _portaudio_inputs(portaudio())
    pulse = next((device for device in own if device.name == PULSE), None)
    if (own and not pulse) or shutil.which("pactl") is None:
        return own
    sources = _pulse_sources(pulse.index if pulse else -1)
    if sources and not pulse:
        raise AudioError("The way to the sound server is missing.", "Install it: sudo apt install libasound2-plugins")
    return own if sources is None else sources


def choose_device(devices: Iterable[InputDevice], name: str = "") -> InputDevice:
    """The one called ``name``, by its whole name or a part of it that fits no other; without one, the default.

    Raises ``MicrophoneMissing``.
    """
    devices = tuple(devices)
    return _named(devices, name) if name else _default(devices)


def as_audio_error(error: Exception, device: InputDevice) -> AudioError:
    """Why ``device`` did not open. PortAudio's arguments: text, code, (host API, the host's code, its text)."""
    details: list[Any] = [*error.args, None, None, None]
    code, host = details[1], str(details[2]).casefold()
    if code == DEVICE_UNAVAILABLE or "busy" in host:
        return MicrophoneBusy(
            Sentence("Another program holds the microphone {device}.", device=device.name),
            "Close it there and try again.",
        )
    if "denied" in host or "not permitted" in host:
        return MicrophoneDenied(
            Sentence("The system does not let this program use the microphone {device}.", device=device.name),
            "Allow it in the privacy settings; on Linux, be a member of the group audio.",
        )
    if code == INVALID_DEVICE or "no such" in host or "input/output" in host:
        return MicrophoneMissing(
            Sentence("The microphone {device} does not answer.", device=device.name), "Connect it again and try again."
        )
    return AudioError(
        Sentence("The microphone {device} could not be opened.", device=device.name), "Run: mojovoice doctor"
    )


def _named(devices: tuple[InputDevice, ...], name: str) -> InputDevice:
    wanted = name.casefold()
    texts = [(device, (device.name.casefold(), device.description.casefold())) for device in devices]
    fitting = [device for device, text in texts if wanted in text]
    fitting = fitting or [device for device, text in texts if any(wanted in part for part in text)]
    if len(fitting) == 1:
        return fitting[0]
    there = ", ".join(device.name for device in fitting or devices) or Sentence("none")
    if fitting:
        what = Sentence('The microphone "{name}" fits more than one: {there}.', name=name, there=there)
    else:
        what = Sentence('The microphone "{name}" is not there: {there}.', name=name, there=there)
    raise MicrophoneMissing(what, "Connect it, or set audio.device_name to one of these.")


def _default(devices: tuple[InputDevice, ...]) -> InputDevice:
    heard = [device for device in devices if not device.is_monitor]
    if not heard:  # a sound server without a microphone falls back to what the computer plays
        raise MicrophoneMissing("There is no microphone.", "Connect one; what there is, says: mojovoice doctor")
    return next((device for device in devices if device.is_default), heard[0])


def _silent() -> AudioError:
    return AudioError("The sound system does not answer.", "Run: mojovoice doctor")


def _portaudio_inputs(sound: ModuleType) -> tuple[InputDevice, ...]:
    default = _default_index(sound)
    try:
        devices = sound.query_devices()
    except sound.PortAudioError as error:
        raise _silent() from error
    return tuple(
        InputDevice(
            name=device["name"],
            description=device["name"],
            rate_hz=round(device["default_samplerate"]),
            channels=2 if device["max_input_channels"] >= PLUGIN_CHANNELS else device["max_input_channels"],
            index=device["index"],
            is_default=device["index"] == default,
        )
        for device in devices
        if device["max_input_channels"] > 0
    )


def _default_index(sound: ModuleType) -> int:
    try:
        return int(sound.query_devices(kind="input")["index"])
    except sound.PortAudioError:  # that is how it says that there is none
        return -1


def _pulse_sources(index: int) -> tuple[InputDevice, ...] | None:
    """None when no sound server runs."""
    sources = _ask_pulse("list", "sources")
    if not sources:
        return None if sources is None else ()
    with PORTAUDIO:  # whoever opens a stream changes it meanwhile
        default = os.environ.get("PULSE_SOURCE")
    if not default:
        server = _ask_pulse("info")
        if server is None:
            return None
        default = server["default_source_name"]
    return tuple(_as_device(source, index, default) for source in sources)


def _as_device(source: dict[str, Any], index: int, default: str) -> InputDevice:
    _, channels, rate = source["sample_specification"].split()  # such as "s16le 2ch 48000Hz"
    return InputDevice(
        name=source["name"],
        description=source["description"],
        rate_hz=int(rate.removesuffix("Hz")),
        channels=min(int(channels.removesuffix("ch")), PLUGIN_CHANNELS),
        index=index,
        source=source["name"],
        is_default=source["name"] == default,
        is_monitor=source["properties"].get("device.class") == "monitor",
        is_muted=source["mute"],
    )


def _ask_pulse(*question: str) -> Any:
    """What pactl answers; None when no sound server runs. Raises ``MicrophoneDenied``."""
    command = ["pactl", "--format=json", *question]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}  # in others it writes decimal commas into its JSON
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and every word is ours
            command, capture_output=True, text=True, env=environment, timeout=PACTL_LIMIT_S, check=True
        )
        return json.loads(done.stdout)
    except subprocess.CalledProcessError as error:
        if "denied" in error.stderr:
            raise MicrophoneDenied(
                "The sound server does not let this program in.", "Allow it to use the microphone."
            ) from error
        return None
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise AudioError("The sound server does not answer.", "Restart it, or log out and in again.") from error
