"""What a process of ours holds when it has nothing to do."""

from __future__ import annotations

from pathlib import Path

from mojovoice_gui import tuning
from mojovoice_gui.asr.costs import noise
from mojovoice_gui.asr.loading import load_model
from mojovoice_gui.asr.machine import Machine, linux_fact
from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.benchmark.apart import apart

LENGTHS = range(400, 1400, 20)


def resident_mb() -> float:
    tuning.give_back()
    resident = linux_fact("/proc/self/status", "VmRSS")
    assert resident
    return int(resident.split()[0]) * 1024 / 1e6


def growth_mb(folder: Path) -> float:
    """By windows of many lengths, as they come under the speech."""
    model = load_model(folder, Placement("cpu", "int8", 2), Machine())
    model.encode(noise(model, LENGTHS.stop))
    before = resident_mb()
    for frames in LENGTHS:
        model.encode(noise(model, frames))
    return resident_mb() - before


def test_windows_of_ever_other_lengths_leave_nothing_behind(tiny_en: Path) -> None:
    with apart(is_tuned=True) as process:
        assert process.call(growth_mb, tiny_en) < 15  # 2; 45 without what oneDNN is told
