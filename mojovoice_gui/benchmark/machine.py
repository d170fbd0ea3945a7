"""What it ran on: figures mean nothing without it."""

from __future__ import annotations

import platform

from mojovoice_gui.asr.machine import Machine, linux_fact
from mojovoice_gui.packages import installed

OURS = ("mojovoice", "ctranslate2-crisperwhisper", "ctranslate2", "faster-whisper", "numpy", "onnxruntime")
OTHERS = ("pywhispercpp", "pocketsphinx", "jiwer", "whisper-normalizer")


def machine() -> dict[str, str]:
    return {
        "processor": Machine().device_name("cpu"),
        "cores": str(len(Machine().cpus())),
        "memory": _memory(),
        "system": _system(),
    }


def versions() -> dict[str, str]:
    return {"Python": platform.python_version(), **installed((*OURS, *OTHERS))}


def _memory() -> str:
    total = linux_fact("/proc/meminfo", "MemTotal")
    return f"{int(total.split()[0]) / 1024**2:.0f} GiB" if total else "unknown"


def _system() -> str:
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()
    return f"{name}, {platform.system()} {platform.release()}"
