"""Look at everything that dictation needs, and say what to do about what is missing."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mojovoice_gui import settings
from mojovoice_gui.desktop.control.client import ask
from mojovoice_gui.desktop.control.messages import Request
from mojovoice_gui.domain import EngineState
from mojovoice_gui.errors import AppUnreachable, MojoVoiceError
from mojovoice_gui.packages import installed
from mojovoice_gui.paths import Paths, nearest
from mojovoice_gui.settings import Settings

PACKAGES = (
    "PySide6-Essentials",
    "faster-whisper",
    "ctranslate2",
    "ctranslate2-crisperwhisper",
    "sounddevice",
    "pynput",
)
LOW_DISK_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    what: str
    sentence: str
    is_right: bool = True


def doctor(paths: Paths, _asked: argparse.Namespace) -> int:
    """Print every finding; 1 if one of them keeps dictation from working."""
    chosen = settings.load(paths.config_file).settings
    checks: tuple[Callable[[], Iterator[Finding]], ...] = (
        _versions,
        lambda: _settings(paths),
        lambda: _models(paths, chosen),
        lambda: _microphone(chosen),
        lambda: on_desktop(chosen, os.environ),
        lambda: _disk(paths),
        lambda: _running(paths),
    )
    sick = False
    for check in checks:
        for finding in check():
            sick = sick or not finding.is_right
            print(f"{'ok ' if finding.is_right else 'BAD'} {finding.what:11} {finding.sentence}", flush=True)
    return 1 if sick else 0


def _versions() -> Iterator[Finding]:
    yield Finding("system", f"{platform.system()} {platform.release()}, Python {platform.python_version()}")
    yield Finding("packages", ", ".join(f"{name} {version}" for name, version in installed(PACKAGES).items()))


def _settings(paths: Paths) -> Iterator[Finding]:
    problems = settings.check(paths.config_file)
    for problem in problems:
        yield Finding("settings", problem, is_right=False)
    if not problems:
        yield Finding("settings", str(paths.config_file))


def _models(paths: Paths, chosen: Settings) -> Iterator[Finding]:
    """Loads them, and measures what was not measured yet: only that shows where they run, and what suits them there."""
    from mojovoice_gui.app import lay_line

    try:
        transcriber = lay_line(paths, chosen).transcriber
        state: EngineState = transcriber.load()
        yield Finding("model", state.target)
        state = transcriber.calibrate(lambda: False) or state
    except MojoVoiceError as error:
        yield Finding("model", str(error), is_right=False)
        return
    yield Finding("draft", state.draft or f"none: {state.draft_reason}")
    yield Finding("device", f"{state.device} ({state.device_reason})" if state.device_reason else state.device)
    for reason in state.calibration:
        yield Finding("measured", reason)


def _microphone(chosen: Settings) -> Iterator[Finding]:
    """Opens it for a moment; what it hears is dropped."""
    from mojovoice_gui.audio.capture import SounddeviceMicrophone
    from mojovoice_gui.audio.devices import input_devices

    microphone = SounddeviceMicrophone(chosen.microphone, chosen.channel)
    try:
        microphone.open()
        microphone.close()
    except MojoVoiceError as error:
        yield Finding("microphone", str(error), is_right=False)
        return
    yield Finding("microphone", ", ".join(device.name for device in input_devices()))


def on_desktop(chosen: Settings, environ: Mapping[str, str], platform: str = sys.platform) -> Iterator[Finding]:
    """The way from the key, and the way into the window."""
    from mojovoice_gui.desktop.environment import SYSTEMS, desktop_of
    from mojovoice_gui.desktop.select import describe_insertion

    desktop = desktop_of(environ, platform)
    unseen = "; Mojo Voice was made for it and never run there" if desktop.session in SYSTEMS.values() else ""
    yield Finding("session", f"{desktop}{unseen}")
    try:
        yield _key(chosen, environ, platform)
    except MojoVoiceError as error:
        yield Finding("key", str(error), is_right=False)
    try:
        way = describe_insertion(environ, platform, has_consent=chosen.portal_keys)
        yield Finding("insertion", f"by {way.told}" + ("; you paste it yourself" if way.is_by_hand else ""))
    except MojoVoiceError as error:
        yield Finding("insertion", str(error), is_right=False)


def _key(chosen: Settings, environ: Mapping[str, str], platform: str) -> Finding:
    """Who tells us of it, and why nobody better does."""
    from mojovoice_gui.desktop.environment import SYSTEMS
    from mojovoice_gui.desktop.select import hotkey_ways

    if not chosen.hotkey:
        return Finding("key", "none: you bind one in the compositor")
    obstacles: list[str] = []
    for way in hotkey_ways(chosen.hotkey, chosen.cancel_key, environ, platform):
        if not way.obstacle:
            told = f"{chosen.hotkey}, {chosen.activation}, by {way.name}"
            return Finding("key", "; ".join([told, *filter(None, [way.remark.rstrip(".")]), *obstacles]))
        obstacles.append(f"not by {way.name}: {way.obstacle}".rstrip("."))
    if platform in SYSTEMS:  # nobody else could tell us there
        return Finding("key", "; ".join(obstacles), is_right=False)
    return Finding("key", "; ".join(["the one that you bind in the compositor: see `mojovoice bindings`", *obstacles]))


def _disk(paths: Paths) -> Iterator[Finding]:
    folder = nearest(paths.data)
    free = shutil.disk_usage(folder).free
    yield Finding("disk", f"{free / 1e9:.1f} GB free in {folder}", is_right=free > LOW_DISK_BYTES)


def _running(paths: Paths) -> Iterator[Finding]:
    try:
        yield Finding("app", f"running, {ask(paths.runtime, Request('status'), 2.0).sentence}")
    except AppUnreachable:
        yield Finding("app", "not running")
