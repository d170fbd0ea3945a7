"""Computers that say of themselves what a test wants: the outermost edge of the engine."""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import ctranslate2

from mojovoice_gui.asr.loading import PROBE_FRAMES
from mojovoice_gui.asr.machine import Machine, Whisper
from mojovoice_gui.asr.placement import Placement

GB = 1_000_000_000
NO_MEMORY = "CUDA failed with error out of memory"
BROKEN = "CUDA failed with error unspecified launch failure"


@dataclass
class PretendedMachine(Machine):
    """What it says of itself; models really run on the processor.

    ``load_fails`` and ``encode_fails`` are what CTranslate2 raises there, by place ("cuda float16"); ``slow`` are the
    seconds that encoding takes longer.
    """

    trouble: str = ""
    card_types: set[str] = field(default_factory=lambda: {"float16", "int8_float16", "int8_float32", "float32"})
    free: Mapping[str, int | None] = field(default_factory=dict)
    core_count: int = 2
    cpu_count: int = 2
    load_fails: Mapping[str, str] = field(default_factory=dict)
    encode_fails: Mapping[str, str | Exception] = field(default_factory=dict)
    slow: Mapping[str, float] = field(default_factory=dict)
    gates: Mapping[str, threading.Event] = field(default_factory=dict)  # opening a model there waits for it
    left_when_given_back: list[int] = field(default_factory=list)  # models in memory whenever the rest was given back
    opened: list[str] = field(default_factory=list)  # where, in order
    in_memory: list[int] = field(default_factory=list)  # how many models were when each was opened
    models: weakref.WeakSet[StrainedWhisper] = field(default_factory=weakref.WeakSet)

    def cuda_trouble(self) -> str:
        return self.trouble

    def compute_types(self, device: str) -> set[str]:
        return self.card_types if device == "cuda" else {"int8", "float32"}

    def free_bytes(self, device: str) -> int | None:
        return self.free.get(device)

    def give_back(self) -> None:
        self.left_when_given_back.append(len(self.models))
        super().give_back()

    def device_name(self, device: str) -> str:
        return f"pretended {device}"

    def cores(self) -> int:
        return self.core_count

    def cpus(self) -> frozenset[int]:
        return frozenset(range(self.cpu_count))

    def open_whisper(self, folder: Path, placement: Placement) -> Whisper:
        place = str(placement)
        self.opened.append(place)
        self.in_memory.append(len(self.models))
        if place in self.gates:
            assert self.gates[place].wait(30)
        if place in self.load_fails:
            raise RuntimeError(self.load_fails[place])
        here = replace(placement, device="cpu", compute_type="int8")
        model = StrainedWhisper(
            super().open_whisper(folder, here), self.encode_fails.get(place, ""), self.slow.get(place, 0.0)
        )
        self.models.add(model)
        return model


class StrainedWhisper:
    """A Whisper whose device has too little memory for more than a probe, or takes its time."""

    def __init__(self, whisper: Whisper, fails: str | Exception, slow_s: float) -> None:
        self._whisper = whisper
        self._fails = fails
        self._slow_s = slow_s

    def encode(self, window: ctranslate2.StorageView, to_cpu: bool = False) -> ctranslate2.StorageView:
        if self._fails and window.shape[-1] > PROBE_FRAMES:
            raise self._fails if isinstance(self._fails, Exception) else RuntimeError(self._fails)
        time.sleep(self._slow_s)
        return self._whisper.encode(window, to_cpu=to_cpu)

    def __getattr__(self, name: str) -> object:
        return getattr(self._whisper, name)
