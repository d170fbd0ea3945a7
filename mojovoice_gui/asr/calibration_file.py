"""What was found out about a pair of models on this machine, on disk: one file for each pair and choice."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import asdict
from pathlib import Path

import ctranslate2

from mojovoice_gui.asr.calibration import Calibration
from mojovoice_gui.asr.machine import Machine
from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.asr.proposal import Batches
from mojovoice_gui.asr.reach import Reach
from mojovoice_gui.errors import Sentence
from mojovoice_gui.whole_file import write_whole

log = logging.getLogger(__name__)

FORMAT = 4
"""Counted up when what is measured or how it is chosen changes."""


class CalibrationFolder:
    """Used by one thread; a file that is broken or about something else counts as none."""

    def __init__(self, folder: Path, machine: Machine) -> None:
        self._folder = folder
        self._machine = machine
        self._found: dict[Path, Calibration] = {}

    def find(self, options: EngineOptions, device: str) -> Calibration | None:
        subject = self._subject(options, device)
        file = self._file(subject)
        if file not in self._found and (found := _read(file, subject)):
            self._found[file] = found
        return self._found.get(file)

    def keep(self, options: EngineOptions, device: str, calibration: Calibration) -> None:
        """A full disk costs another measuring, no more."""
        subject = self._subject(options, device)
        file = self._file(subject)
        self._found[file] = calibration
        values = asdict(calibration) | {"reasons": [_spelled(reason) for reason in calibration.reasons]}
        try:
            write_whole(file, json.dumps({"subject": subject, "calibration": values}, indent=1))
        except OSError as error:
            log.warning("The calibration cannot be kept: %s", error)

    def _file(self, subject: dict[str, str | float]) -> Path:
        name = hashlib.sha256(json.dumps(subject, sort_keys=True).encode()).hexdigest()[:16]
        return self._folder / f"{name}.json"

    def _subject(self, options: EngineOptions, device: str) -> dict[str, str | float]:
        """All that the result depends on."""
        return {
            "format": FORMAT,
            "target": _weights(options.target),
            "draft": _weights(options.draft) if options.draft and not options.plain else "",
            "draft must pay": options.draft_must_pay,
            "compute type": options.compute_type,
            "threads": options.threads,
            "patience": options.patience_s,
            "device": device,
            "device name": self._machine.device_name(device),
            "processors": len(self._machine.cpus()),
            "ctranslate2": ctranslate2.__version__,
        }


def _read(file: Path, subject: dict[str, str | float]) -> Calibration | None:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return _calibration(kept["calibration"]) if kept["subject"] == subject else None
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
        log.info("A calibration cannot be read, and is made anew: %s", error)
        return None


def _weights(folder: Path) -> str:
    """Which model that is, without reading it."""
    try:
        stat = (folder / "model.bin").stat()
    except OSError:
        return f"{folder}: none"
    return f"{folder}: {stat.st_size} bytes of {stat.st_mtime_ns}"


def _calibration(kept: dict[str, object]) -> Calibration:
    """Raises ``TypeError`` or ``ValueError`` for what ``keep`` would not have written."""
    match kept:
        case {
            "compute_type": str(kind),
            "threads": int(threads),
            "batches": {"first": int(first), "smallest": int(smallest), "largest": int(largest)},
            "reach": {"leisure_s": float(leisure_s), "hurry_s": float(hurry_s)},
            "asks_draft": bool(asks_draft),
            "reasons": list(reasons),
            "encode_s": float(encode_s),
            "listen_s": float(listen_s),
        } if 0 < smallest <= first <= largest and threads > 0:
            batches = Batches(first, smallest, largest)
            why = tuple(one if isinstance(one, str) else str(one) for one in map(_sentence, reasons))
            return Calibration(kind, threads, batches, Reach(leisure_s, hurry_s), asks_draft, why, encode_s, listen_s)
    raise ValueError("it is not a calibration")


def _spelled(value: object) -> object:
    """A sentence with its gaps, since it may be shown in another language; in English for whoever reads the file."""
    if not isinstance(value, Sentence):
        return value
    gaps = {name: _spelled(filling) for name, filling in value.values.items()}
    return {"english": str(value), "template": value.template, "gaps": gaps}


def _sentence(kept: object) -> object:
    """What ``_spelled`` has made of it; raises whatever a broken template does."""
    match kept:
        case {"template": str(template), "gaps": dict(gaps)}:
            return Sentence(template, **{name: _sentence(filling) for name, filling in gaps.items()})
    return kept
