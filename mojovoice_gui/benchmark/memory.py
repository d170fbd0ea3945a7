"""How much memory ours takes: measured in a process of its own, with nothing else in it."""

from __future__ import annotations

import logging
import sys

from mojovoice_gui.asr.machine import linux_fact
from mojovoice_gui.benchmark.apart import apart
from mojovoice_gui.benchmark.dictation import loaded
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.errors import TranscriptionError
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import Settings

log = logging.getLogger(__name__)


def peak_memory_mb(paths: Paths, settings: Settings, samples: Samples) -> float | None:
    """Of the app without its tray icon while it hears ``samples``, in 10^6 bytes; None: it failed."""
    try:
        with apart(is_tuned=True) as process:
            return process.call(_dictate, paths, settings, samples)
    except TranscriptionError as error:
        log.warning("The peak memory is not known: %s", error)
        return None


def _dictate(paths: Paths, settings: Settings, samples: Samples) -> float | None:
    with loaded(settings, paths) as (dictation, _models):
        dictation.dictate(samples, len(samples) / SAMPLE_RATE)
        return own_peak_mb()


def own_peak_mb() -> float | None:
    """The most memory that this process ever had in use, in 10^6 bytes; None where the system does not tell."""
    if peak := linux_fact("/proc/self/status", "VmHWM"):  # the figure below is inherited from whoever started us
        return int(peak.split()[0]) * 1024 / 1e6
    if sys.platform == "win32":
        return None
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
