"""What the app takes of the machine while it does nothing: ``python -m tests.desktop.footprint [--starts N]``.

The start until the tray icon is seen, in both kinds of tray; then processor time, wake-ups and memory at rest.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths
from tests.desktop.box import DesktopBox
from tests.desktop.processes import Process
from tests.desktop.running_app import MOJOVOICE, RunningApp
from tests.desktop.target import Kind, Target
from tests.desktop.test_dictation import dictate
from tests.desktop.tray import Tray
from tests.speech import DEMO

LOOK_S = 0.002
CALIBRATION_S = 120.0
REST_S = 2.0
UNLOAD_MIN = 2


class Use(NamedTuple):
    """What a process or a thread has taken so far."""

    ran_s: float
    woke: int


def used(pid: int) -> dict[str, Use]:
    """By each thread that lives."""
    return {task.name: _use(task) for task in Path(f"/proc/{pid}/task").iterdir()}


def _use(task: Path) -> Use:
    ran_ns = int((task / "schedstat").read_text().split()[0])
    return Use(ran_ns / 1e9, field(task / "status", "voluntary_ctxt_switches"))


def use_in(pid: int, seconds: float) -> Use:
    """By the threads that live until the end of it; those that ended were on their way out."""
    before = used(pid)
    time.sleep(seconds)
    after = used(pid)
    spans = [(before.get(name, Use(0, 0)), use) for name, use in after.items()]
    return Use(sum(new.ran_s - old.ran_s for old, new in spans), sum(new.woke - old.woke for old, new in spans))


def field(status: Path, name: str) -> int:
    """A number in a ``status`` file of the kernel's."""
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith(f"{name}:"))


def resident_mb(pid: int) -> float:
    """10^6 bytes."""
    return field(Path(f"/proc/{pid}/status"), "VmRSS") * 1024 / 1e6


def start_s(box: DesktopBox, profile: Path) -> float:
    """From the start of the process until there is an icon in the tray."""
    box.until(lambda: not box.tray_icons(), "an empty tray")
    began = time.monotonic()
    process = box.spawn([*MOJOVOICE, "--profile-dir", str(profile), "--hidden"], "mojovoice")
    while not box.tray_icons():
        time.sleep(LOOK_S)
    took = time.monotonic() - began
    box.end(process)
    return took


def show_starts(tray: Tray, profile: Path, times: int) -> None:
    with DesktopBox(tray, audio=False) as box:
        start_s(box, profile)  # the files come from the disk, once
        took = sorted(start_s(box, profile) for _ in range(times))
    spread = f"from {took[0]:.2f} to {took[-1]:.2f}, {times} starts"
    print(f"{tray:<8} icon after {statistics.median(took):.2f} s ({spread})", flush=True)


def show_rest(process: Process, when: str, seconds: float) -> None:
    use = use_in(process.pid, seconds)
    print(
        f"{when:<32} {100 * use.ran_s / seconds:6.3f} % of a core, {use.woke / seconds:6.2f} wake-ups/s,"
        f" {resident_mb(process.pid):5.0f} MB",
        flush=True,
    )


def rests(process: Process) -> bool:
    return use_in(process.pid, REST_S).ran_s < 0.05 * REST_S


def show_rests(profile: Path, seconds: float) -> None:
    with DesktopBox() as box, tempfile.TemporaryDirectory() as folder:
        app = RunningApp.start(box, profile, "", "--hidden")
        found_out = profile / "cache/calibrations"
        box.until(lambda: list(found_out.glob("*.json")), "what suits the machine to be found out", CALIBRATION_S)
        box.until(lambda: rests(app.process), "rest")
        show_rest(app.process, "models loaded", seconds)
        window = Target.start(Kind.QT, box, Path(folder))
        dictate(app)
        window.wait_text(app.text_of(DEMO) + " ", 30)
        box.until(lambda: rests(app.process), "rest")
        show_rest(app.process, "after a dictation", seconds)
        box.until(lambda: "the models leave the memory" in app.log(), "the models to leave", 2 * 60 * UNLOAD_MIN)
        show_rest(app.process, "models unloaded", seconds)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--starts", type=int, default=10)
    asked.add_argument("--seconds", type=float, default=60.0, help="of each rest, less than 100")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        profile = Path(folder)
        (profile / "config").mkdir()
        (profile / "config/config.toml").write_text(f"model.idle_unload_min = {UNLOAD_MIN}\n")
        ModelStore(Paths.under(profile)).find("base")
        for tray in (Tray.XEMBED, Tray.PANEL):
            show_starts(tray, profile, options.starts)
        show_rests(profile, options.seconds)


if __name__ == "__main__":
    main()
