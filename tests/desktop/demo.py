"""The main job, shown: hold the key, speak, let go, and the text is in another program's window.

    python -m tests.desktop.demo [--out DIR]

Runs on a private virtual desktop: nothing of yours is touched. The sentence is played into a virtual microphone while
the push-to-talk key is really held, and pasted into a real window. The same desktop is used by the tests.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from mojovoice_gui.paths import Paths
from tests.desktop.box import DesktopBox
from tests.desktop.running_app import RunningApp
from tests.desktop.target import Kind, Target
from tests.desktop.tray import Tray

DEMO = Path(__file__).parents[2] / "resources/demo.wav"
KEY = "Control_R"
PROFILE = Paths.of_user().cache / "demo"  # kept, so that the starter models are joined once


@dataclass
class TimeLine:
    """What happened when, printed as it happens."""

    began: float = field(default_factory=time.monotonic)

    def mark(self, what: str) -> float:
        now = time.monotonic()
        print(f"{now - self.began:7.2f} s  {what}", flush=True)
        return now


def main() -> int:
    parser = argparse.ArgumentParser("mojovoice demo", description="Dictate one sentence on a virtual desktop.")
    parser.add_argument("--out", type=Path, default=Path("mojovoice-demo"), help="where the screenshots go")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="demo-") as folder, DesktopBox(Tray.PANEL) as box:
        return demonstrate(box, Path(folder), out)


def demonstrate(box: DesktopBox, folder: Path, out: Path) -> int:
    line = TimeLine()
    app = RunningApp.start(box, PROFILE, "", "--hidden")
    line.mark("Mojo Voice is in the tray and its models are loaded")
    window = Target.start(Kind.QT, box, folder, title="Letter to the team")
    line.mark("a text window of another program has the focus")
    with box.keys.held(KEY):
        line.mark("right Ctrl is held")
        app.wait_stage("recording")
        line.mark("the microphone listens")
        player = box.sound.start_saying(DEMO)
        time.sleep(1)
        box.shot(out / "recording.png")
        player.wait()
        line.mark("the sentence has been spoken")
    released = line.mark("right Ctrl is let go")
    box.until(window.text, "the text", 60)
    arrived = line.mark(f"in the window: {window.text()!r}")
    box.shot(out / "inserted.png")
    print(f"\nFrom letting go to the text: {arrived - released:.2f} s. Screenshots: {out.resolve()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
