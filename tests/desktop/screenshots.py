"""The pictures of the README: the app itself on a virtual desktop, with the profile of an invented person.

    python -m tests.desktop.screenshots [--out DIR] [--review DIR]

Nothing of yours is touched or shown. ``--review`` makes every window in every state instead, light and dark, at 100 and
200 per cent, to be looked at.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mojovoice_gui.paths import Paths
from tests.desktop import invented, themes
from tests.desktop.box import DesktopBox
from tests.desktop.demo import DEMO, KEY
from tests.desktop.running_app import MEASURED_S, RunningApp
from tests.desktop.target import Kind, Target
from tests.desktop.tray import Tray

PICTURES = Path(__file__).parents[2] / "pictures"
SHOWN = {"settings": 0, "models": 2, "history": 4}  # picture -> which page of the settings
HOUR, MINUTE = 16, 40  # what the clock says in the pictures
PAUSED = ".small.0123456789ab.part"  # a download that was begun
PAUSED_BYTES = 213_000_000
COLOURS = "96"
DRAWN_S = 1.5  # lists are filled by other threads
REVIEW_S = 300.0
ROOM = "2600x3200x24"  # pixels: for the largest window at 200 %


@dataclass(frozen=True)
class Camera:
    """Takes pictures of what is on the screen of ``box``."""

    box: DesktopBox
    out: Path

    def take(self, name: str, window: str = "root", cut: str = "") -> None:
        """``cut``: such as "400x200+10+0"; the whole window without it."""
        time.sleep(DRAWN_S)
        crop = ("-crop", cut, "+repage") if cut else ()
        palette = ("+dither", "-colors", COLOURS, "-strip", "-define", "png:compression-level=9")
        self.box.run("import", "-window", window, *crop, *palette, f"PNG8:{self.out / name}.png")
        print(f"{name}.png", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser("packaging/run screenshots", description="Make the pictures of the README.")
    parser.add_argument("--out", type=Path, default=PICTURES, help="where they go")
    parser.add_argument("--review", type=Path, help="every window instead, light and dark, at 100 and 200 per cent")
    asked = parser.parse_args()
    if asked.review:
        return review(asked.review.absolute())
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="shots-") as folder, DesktopBox(Tray.PANEL) as box:
        themes.write_theme(box.home, "light")
        box.env.update(themes.ENVIRONMENT)
        show(box, Path(folder), Camera(box, asked.out.absolute()))
    return 0


def show(box: DesktopBox, folder: Path, camera: Camera) -> None:
    app = RunningApp.start(box, furnished(folder / "profile"), 'model.language = "en"', "--hidden")
    box.until(app.measured, "how fast it is here: a picture tells it", MEASURED_S)
    box.click_tray(button=3)
    camera.take("tray", cut="300x170+980+0")
    box.keys.tap("Escape")
    app.command("settings")
    window = box.focus("^Settings")
    box.run("xdotool", "windowsize", "--sync", window, "860", "640")
    box.run("xdotool", "mousemove", "--window", window, "60", "20", "click", "1", "mousemove", "0", "799")
    before = 0
    for name, page in SHOWN.items():
        for _ in range(page - before):
            box.keys.tap("Down")
        before = page
        camera.take(name, window)
    box.keys.tap("Escape")
    speak(box, app, folder, camera)
    app.end()


def speak(box: DesktopBox, app: RunningApp, folder: Path, camera: Camera) -> None:
    """The overlay with what was understood so far, above the window that is spoken to."""
    window = Target.start(Kind.QT, box, folder, title="Letter to the team")
    place = box.run("xdotool", "search", "--name", "^Letter to the team$").split()[0].decode()
    box.run("xdotool", "windowsize", place, "640", "220", "windowmove", "--sync", place, "320", "450")
    with box.keys.held(KEY):
        app.wait_stage("recording")
        box.say(DEMO)
        second = box.sound.start_saying(DEMO)
        camera.take("overlay", cut="720x380+280+420")
        second.wait()
    box.until(window.text, "the text", 60)
    window.end()


def furnished(profile: Path) -> Path:
    """As after some days of use."""
    paths = Paths.under(profile)
    now = datetime.now().astimezone().replace(hour=HOUR, minute=MINUTE)
    invented.fill(paths.history, now=now)
    begun = paths.models / PAUSED / "model.bin"
    begun.parent.mkdir(parents=True)
    with begun.open("wb") as file:
        file.truncate(PAUSED_BYTES)  # it takes no room
    return profile


def review(out: Path) -> int:
    code = 0
    with DesktopBox(Tray.NONE, audio=False, size=ROOM) as box:
        for theme in themes.ROLES:
            themes.write_theme(box.home, theme)
            for scale in (1, 2):
                folder = out / f"{theme}-{scale}00"
                env = {**themes.ENVIRONMENT, "QT_SCALE_FACTOR": str(scale)}
                gallery = box.spawn([sys.executable, "-m", "tests.desktop.gallery", str(folder)], "gallery", env=env)
                code |= gallery.wait(REVIEW_S)
                print(box.log("gallery") or folder, flush=True)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
