"""What it ran on: figures mean nothing without it."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from mojovoice_gui.asr.machine import Machine

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
    found = {"Python": platform.python_version()}
    for package in (*OURS, *OTHERS):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def _memory() -> str:
    for line in _lines("/proc/meminfo"):
        if line.startswith("MemTotal"):
            return f"{int(line.split()[1]) / 1024**2:.0f} GiB"
    return "unknown"


def _system() -> str:
    for line in _lines("/etc/os-release"):
        if line.startswith("PRETTY_NAME="):
            return f"{line.partition('=')[2].strip().strip(chr(34))}, {platform.system()} {platform.release()}"
    return platform.platform()


def _lines(file: str) -> list[str]:
    """Of a file that only Linux has."""
    path = Path(file)
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
