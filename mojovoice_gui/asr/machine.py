"""This computer, as far as models are concerned."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path
from typing import TypeAlias

import ctranslate2

from mojovoice_gui import tuning
from mojovoice_gui.asr import cuda
from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.errors import Sentence, joined

Whisper: TypeAlias = ctranslate2.models.Whisper

CPUS = Path("/sys/devices/system/cpu")


class Machine:
    """The outermost edge of the engine: tests put another one in its place."""

    def open_whisper(self, folder: Path, placement: Placement) -> Whisper:
        """Raises what CTranslate2 raises: ``RuntimeError``, ``ValueError``, ``MemoryError``."""
        return ctranslate2.models.Whisper(
            str(folder),
            device=placement.device,
            compute_type=placement.compute_type,
            intra_threads=placement.threads,
        )

    def cuda_trouble(self) -> str:
        """Why CUDA cannot be used, or nothing."""
        try:
            if ctranslate2.get_cuda_device_count() == 0:
                return Sentence("no CUDA device was found")
        except (RuntimeError, ValueError) as error:
            return joined(("CUDA", str(error)), ": ")
        return cuda.load_libraries()

    def compute_types(self, device: str) -> set[str]:
        return set(ctranslate2.get_supported_compute_types(device))

    def free_bytes(self, device: str) -> int | None:
        """Memory that nobody uses; None: unknown."""
        if device == "cuda":
            return cuda.free_bytes()
        available = linux_fact("/proc/meminfo", "MemAvailable")
        return int(available.split()[0]) * 1024 if available else None

    def give_back(self) -> None:
        """Hand freed memory to the system: the C library keeps hundreds of megabytes after a model is gone."""
        tuning.give_back()

    def device_name(self, device: str) -> str:
        if device == "cuda":
            return cuda.card_name()
        return linux_fact("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()

    def cpus(self) -> frozenset[int]:
        """Those that this process may use."""
        return frozenset(os.sched_getaffinity(0) if sys.platform == "linux" else range(os.cpu_count() or 1))

    def cores(self) -> int:
        """The same, with siblings that share one core counted once."""
        siblings = [CPUS / f"cpu{number}/topology/thread_siblings_list" for number in self.cpus()]
        return len({file.read_text(encoding="ascii") if file.is_file() else str(file) for file in siblings})


def linux_fact(file: str, name: str) -> str:
    """What a file of lines "name: value" says, such as "8054328 kB"; empty on a system that has no such file."""
    path = Path(file)
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")
