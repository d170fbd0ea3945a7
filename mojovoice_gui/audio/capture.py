"""The microphone, by way of PortAudio: at the device's own rate and channels, handed on as 16 kHz mono."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Protocol

import numpy as np

from mojovoice_gui.audio.devices import (
    PORTAUDIO,
    InputDevice,
    as_audio_error,
    choose_device,
    input_devices,
    portaudio,
    refresh_devices,
)
from mojovoice_gui.audio.resample import BLOCK_S, Resampler
from mojovoice_gui.audio.ring_buffer import Frames, RingBuffer
from mojovoice_gui.domain import Samples
from mojovoice_gui.errors import AudioError, MicrophoneLost

log = logging.getLogger(__name__)

MEMORY_S = 10.0
"""What may pile up while the session thread is busy elsewhere."""

STALL_LIMIT_S = 4.0
"""A suspended source says nothing and raises nothing; a Bluetooth headset takes up to 3 s for its first block."""

STOP_LIMIT_S = 0.2


class _Stream(Protocol):
    """What is used of ``sounddevice.InputStream``."""

    def start(self) -> None: ...
    def abort(self) -> None: ...
    def close(self) -> None: ...


@dataclass(slots=True)
class _Listener:
    """What PortAudio's thread and ours share while one stream lives."""

    ring: RingBuffer
    stop: type[Exception]  # raised in the callback it ends the stream after this block
    is_stopping: bool = False
    overflows: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    def hear(self, block: Frames, _frames: int, _times: object, status: object) -> None:
        """Called by PortAudio every 20 ms: copies and returns."""
        self.ring.write(block)
        if status:
            self.overflows += 1
        if self.is_stopping:
            raise self.stop


@dataclass(slots=True)
class _Recording:
    """One opening of the microphone."""

    device: InputDevice
    stream: _Stream
    listener: _Listener
    resampler: Resampler
    heard_at: float


class SounddeviceMicrophone:
    """``domain.Microphone``: opened, read and closed by one thread.

    After ``MicrophoneLost`` it still wants to be closed; the last milliseconds come with that.
    """

    def __init__(
        self,
        device_name: str = "",
        channel: str = "auto",
        *,
        stall_limit_s: float = STALL_LIMIT_S,
        memory_s: float = MEMORY_S,
    ) -> None:
        """``device_name``: a device's name or a part of it; empty for the system's default.

        ``channel``: "mix", a number from 1 on, or "auto", the loudest one.
        """
        self._device_name = device_name
        self._channel = channel
        self._stall_limit_s = stall_limit_s
        self._memory_s = memory_s
        self._recording: _Recording | None = None

    def prepare(self) -> None:
        """Load PortAudio, so that the first press need not; raises ``AudioError``."""
        portaudio()

    def open(self) -> None:
        """Start listening; raises ``AudioError``."""
        assert self._recording is None, "close() it first"
        try:
            self._recording = self._start()
        except AudioError as error:  # PortAudio's list may be older than the microphone, or than the sound server
            log.debug("Looking for microphones again: %s", error)
            refresh_devices()
            self._recording = self._start()

    def read(self) -> Samples:
        """What has arrived since the last call. Raises ``MicrophoneLost`` when that is nothing and will stay so."""
        assert self._recording is not None, "open() it first"
        recording, now = self._recording, time.monotonic()
        has_ended = recording.listener.ended.is_set()  # asked first: what came before the end is then in the ring
        frames = recording.listener.ring.read()
        if len(frames):
            recording.heard_at = now
        elif has_ended or now - recording.heard_at > self._stall_limit_s:
            raise MicrophoneLost("The microphone is gone.", "Connect it again, then go on dictating.")
        return recording.resampler.feed(frames)

    def close(self) -> Samples:
        """Stop listening and return what was still unread. Never raises; may be called twice."""
        recording, self._recording = self._recording, None
        if recording is None:
            return np.zeros(0, dtype=np.float32)
        _stop(recording.stream, recording.listener)
        _report_losses(recording)
        return recording.resampler.finish(recording.listener.ring.read())

    def _start(self) -> _Recording:
        sound, began = portaudio(), time.monotonic()
        device = choose_device(input_devices(), self._device_name)
        ring = RingBuffer(round(device.rate_hz * self._memory_s), device.channels)
        listener = _Listener(ring, sound.CallbackStop)
        with PORTAUDIO, _pulse_source(device.source if self._device_name else ""):
            stream = _open_stream(sound, device, listener)
        log.info(
            "Listening to %s: %d Hz, channel %s of %d, opened in %.0f ms",
            device.name,
            device.rate_hz,
            self._channel,
            device.channels,
            1000 * (time.monotonic() - began),
        )
        resampler = Resampler(device.rate_hz, device.channels, self._channel)
        return _Recording(device, stream, listener, resampler, time.monotonic())


def _open_stream(sound: ModuleType, device: InputDevice, listener: _Listener) -> _Stream:
    with contextlib.ExitStack() as undo:
        try:
            stream: _Stream = sound.InputStream(
                device=device.index,
                samplerate=device.rate_hz,
                channels=device.channels,
                dtype="float32",
                blocksize=round(device.rate_hz * BLOCK_S),
                # A sound server keeps what we are late for; a bare device needs a buffer of its own for that.
                latency="low" if device.source else 0.2,
                callback=listener.hear,
                finished_callback=listener.ended.set,
            )
            undo.callback(stream.close)
            stream.start()
        except sound.PortAudioError as error:
            raise as_audio_error(error, device) from error
        undo.pop_all()
    return stream


def _stop(stream: _Stream, listener: _Listener) -> None:
    """End the stream with the block that is under way; a stream that gives no blocks any more is aborted.

    ``stream.stop()`` would wait for ever on a suspended source, and ``abort()`` may kill the callback's thread in the
    middle of Python: so the callback ends it, and abort is for a callback that does not run.
    """
    listener.is_stopping = True
    ended = listener.ended.wait(STOP_LIMIT_S)
    try:
        with PORTAUDIO:
            if not ended:
                stream.abort()
            stream.close()
    except portaudio().PortAudioError as error:
        log.info("The microphone did not close cleanly: %s", error)


def _report_losses(recording: _Recording) -> None:
    dropped, overflows = recording.listener.ring.dropped, recording.listener.overflows
    if dropped or overflows:
        seconds = dropped / recording.device.rate_hz
        log.warning("Sound was lost: %.2f s for want of memory, %d times before it reached us", seconds, overflows)


@contextlib.contextmanager
def _pulse_source(source: str) -> Iterator[None]:
    """PulseAudio reads the source to record from the environment, at the moment a stream is opened."""
    before = os.environ.get("PULSE_SOURCE")
    if source:
        os.environ["PULSE_SOURCE"] = source
    try:
        yield
    finally:
        if source and before is None:
            del os.environ["PULSE_SOURCE"]
        elif source and before is not None:
            os.environ["PULSE_SOURCE"] = before
