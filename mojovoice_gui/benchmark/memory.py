"""How much memory ours takes: measured in a process of its own, with no stock model in it."""

from __future__ import annotations

import multiprocessing
import sys
from multiprocessing.connection import Connection

from mojovoice_gui.asr.machine import linux_fact
from mojovoice_gui.benchmark.dictation import loaded
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.errors import MojoVoiceError
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import Settings


def peak_memory_mb(paths: Paths, settings: Settings, samples: Samples) -> float | None:
    """Of the app without its tray icon while it hears ``samples``, in 10^6 bytes; None: it failed."""
    context = multiprocessing.get_context("spawn")  # a fork would begin with what we have
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_dictate, args=(theirs, paths, settings, samples), daemon=True)
    process.start()
    theirs.close()
    try:
        peak = ours.recv()
    except EOFError:
        return None
    finally:
        process.terminate()  # it has answered, or nobody wants its answer
        process.join()
    return None if peak is None else float(peak)


def _dictate(answer: Connection, paths: Paths, settings: Settings, samples: Samples) -> None:
    try:
        with loaded(settings, paths) as (dictation, _models):
            dictation.dictate(samples, len(samples) / SAMPLE_RATE)
            answer.send(own_peak_mb())
    except MojoVoiceError as error:
        sys.stderr.write(f"mojovoice: {error}\n")
    except KeyboardInterrupt:
        return  # whoever asked was interrupted too


def own_peak_mb() -> float | None:
    """The most memory that this process ever had in use, in 10^6 bytes; None where the system does not tell."""
    if peak := linux_fact("/proc/self/status", "VmHWM"):  # the figure below is inherited from whoever started us
        return int(peak.split()[0]) * 1024 / 1e6
    if sys.platform == "win32":
        return None
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
