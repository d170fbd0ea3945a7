"""Every window of ours in every state, one picture each: ``python -m tests.desktop.gallery FOLDER``, on any screen."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QScrollArea, QWidget

from mojovoice_gui.dictation.events import LevelAsked
from mojovoice_gui.domain import EngineState, Live, Notice, OverlayKind, Place, Question, Stage
from mojovoice_gui.history.store import History
from mojovoice_gui.models.catalog import of_hub
from mojovoice_gui.models.library import Phase, Transfer
from mojovoice_gui.models.shelf import Row, Shelf, look
from mojovoice_gui.models.store import InstalledModel, ModelStore, Source
from mojovoice_gui.paths import resources
from mojovoice_gui.ui.choice import Choice
from mojovoice_gui.ui.first_run.window import FirstRunWindow
from mojovoice_gui.ui.history.page import HistoryPage
from mojovoice_gui.ui.overlay import Overlay
from mojovoice_gui.ui.settings.window import SettingsWindow, entries
from mojovoice_gui.ui.translation import Translation
from mojovoice_gui.ui.tray import Tray
from tests.desktop import invented
from tests.fakes import ScriptedTranscriber
from tests.unit.ui.world import World

KINDS = ("tray", "overlay", "choice", "settings", "models", "history", "first_run")
SETTLE_S = 0.35
SMALLEST = (500, 420)
STATE = EngineState(
    "base",
    "tiny.en",
    device="cpu int8",
    device_reason="no NVIDIA card was found",
    calibration=("2 threads are the fastest here", "the draft proposes 8 tokens at a time"),
    encode_s=0.11,
    listen_s=0.16,
)
PANELS = {"light": "#eff0f1", "dark": "#1b1e20"}
SIZES = (16, 22, 24, 48)


class NamedTranscriber(ScriptedTranscriber):
    """It says of itself what a real one would."""

    def load(self) -> EngineState:
        super().load()
        return STATE


@dataclass
class Gallery:
    """Pictures of what is made in ``world``."""

    qt: QApplication
    world: World
    folder: Path

    def __post_init__(self) -> None:
        self.window = SettingsWindow(self.world.surroundings)

    def wait(self, seconds: float = SETTLE_S) -> None:
        QTest.qWait(round(1000 * seconds))

    def keep(self, name: str, widget: QWidget) -> None:
        self.wait()
        widget.grab().save(str(self.folder / f"{name}.png"))

    def turn_to(self, page: str) -> None:
        """Of the settings; ``page``: its module, whatever it is called in this language."""
        self.window.present(next(entry.title for entry in entries() if entry.page.startswith(f"{page}:")))

    def hang(self, kinds: Sequence[str] = KINDS) -> None:
        for kind in kinds:
            getattr(self, kind)()

    # ---- one kind after another

    def tray(self) -> None:
        icons = resources() / "icons"
        tray = Tray(icons)
        for stage in (Stage.IDLE, Stage.RECORDING):
            tray.show_stage(stage)
            menu = next(one for one in self.qt.topLevelWidgets() if isinstance(one, QMenu))
            menu.popup(QPoint(40, 40))
            self.keep(f"tray-menu-{stage}", menu)
            menu.close()
        tray.hide()
        sheet = QPixmap(640, 240)
        painter = QPainter(sheet)
        for row, colour in enumerate(PANELS.values()):
            painter.fillRect(QRect(0, 120 * row, 640, 120), QColor(colour))
            left = 8
            for side in SIZES:
                for stage in Stage:
                    QIcon(str(icons / f"tray-{stage}.svg")).paint(painter, left, 120 * row + 40, side, side)
                    left += side + 4
                left += 16
        painter.end()
        sheet.scaled(1280, 480).save(str(self.folder / "tray-icons.png"))

    def overlay(self) -> None:
        words = "Please send the report to everybody before Friday morning, and ask whether the second drawing"
        for kind in (OverlayKind.LIVE, OverlayKind.MINIMAL):
            one = Overlay(kind, is_translucent=False, is_still=False)
            one.show_stage(Stage.RECORDING)
            one.show_live(Live())
            self.keep(f"overlay-{kind}-arming", one)
            for number in range(18):
                one.show_live(Live((number * 7 % 11) / 11, 2.0, is_armed=True))
            self.keep(f"overlay-{kind}-listening", one)
            one.show_live(Live(0.6, 7.0, words, is_armed=True))
            self.keep(f"overlay-{kind}-live", one)
            one.show_stage(Stage.TRANSCRIBING)
            self.keep(f"overlay-{kind}-writing", one)
            one.show_live(Live(text=words, is_final=True))
            self.keep(f"overlay-{kind}-done", one)
            one.show_stage(Stage.RECORDING)
            one.show_live(Live(0.5, 1.0, is_armed=True))
            one.show_stage(Stage.NO_SPEECH)
            self.keep(f"overlay-{kind}-no-speech", one)
            one.show_stage(Stage.RECORDING)
            one.show_live(Live())
            one.show_notice(Notice("The microphone was unplugged.", "Connect it again, or choose another one."))
            self.keep(f"overlay-{kind}-error", one)
            one.hide()

    def choice(self) -> None:
        window = Choice()
        here = Place(1, "Anna – Signal", (300, 300), "signal")
        back = Place(2, "Letter to the team about the plans for the second half of the year – LibreOffice", (0, 0))
        text = "Please send the report to everybody before Friday morning."
        window.ask(Question(1, text, back, here))
        self.wait(0.6)
        self.keep("choice", window)
        window.hide()

    def settings(self) -> None:
        window = self.window
        for number, entry in enumerate(entries()):
            name = f"settings-{number + 1}-{entry.page.partition(':')[0]}"
            window.present(entry.title)
            window.resize(860, 620)
            self.wait(0.5)
            self.keep(name, window)
            window.resize(860, 1500)
            self.keep(f"{name}-long", window)
            window.resize(*SMALLEST)
            self.keep(f"{name}-small", window)
        choices = self.world.surroundings.choices
        self.turn_to("general")
        window.resize(860, 620)
        choices.change(activation="hybrid")
        field = next(one for one in window.findChildren(QWidget, "hotkey"))
        field.parent().refuse("Another program owns the key f9. Choose another one.")
        self.keep("settings-1-general-refused", window)
        choices.change(activation="hold")

    def models(self) -> None:
        window, desk = self.window, self.world.surroundings.models()
        self.turn_to("models")
        window.resize(860, 1000)
        self.wait(0.6)
        shelf = look(ModelStore(self.world.paths))
        rows = [self._row(row) for row in shelf.rows]
        rows.append(Row("anna--garden-whisper", of_hub("anna/garden-whisper"), None, 0))
        desk.shelf.emit(Shelf(tuple(rows), 486_000_000, 83_000_000_000))
        desk.transfer.emit(Transfer("large-v3-turbo", Phase.RUNNING, 731_000_000, 1_620_000_000, 11.4e6, 78.0))
        desk.transfer.emit(Transfer("medium", Phase.RUNNING, 1_530_000_000, 1_530_000_000))
        desk.transfer.emit(
            Transfer("large-v2", Phase.FAILED, notice=Notice("The connection broke off.", "Press Resume."))
        )
        desk.notice.emit(Notice("There is not enough room on the disk: 3.1 GB are needed, 0.4 GB are free.", ""))
        self.keep("models-at-work", window)
        area = next(one for one in window.findChildren(QScrollArea) if one.isVisible())
        area.verticalScrollBar().setValue(500)
        self.keep("models-at-work-below", window)
        window.resize(860, 620)
        area.verticalScrollBar().setValue(0)
        for button in window.findChildren(QWidget):
            if button.isVisible() and button.accessibleName() == "Delete small":
                button.click()  # type: ignore[attr-defined]  # a button
        self.wait()
        box = next((one for one in self.qt.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()), None)
        if box:
            self.keep("models-delete", box)
            box.reject()

    def _row(self, row: Row) -> Row:
        if row.name == "small":
            here = InstalledModel("small", Path("/home/anna/models/small"), 486_000_000, Source.OWN)
            return replace(row, installed=here)
        return replace(row, begun_bytes=402_000_000) if row.name in {"large-v2", "distil-large-v3"} else row

    def history(self) -> None:
        window, folder = self.window, self.world.paths.history
        window.resize(860, 620)
        self.turn_to("history")
        self.keep("history-empty", window)
        sound = resources() / "demo.wav"
        invented.fill(folder, sound=sound)
        page = window.findChild(HistoryPage)
        assert page is not None
        page.finder.search()
        while not page.finder.rows.rowCount():
            self.wait()
        self.keep("history-list", window)
        page.finder.table.selectRow(3)
        self.keep("history-discarded", window)
        page.finder.table.selectRow(0)
        history = History(folder)
        kept = history.page("")[0]
        history.close()
        page.detail.compare(
            kept.entry, "Dear Anna, thank you for the plan. The second drawing is the one that we built."
        )
        page._say("What small writes otherwise is underlined; what it leaves out is struck out.")
        self.keep("history-compare", window)
        window.resize(*SMALLEST)
        self.keep("history-small", window)
        window.resize(860, 620)
        page.finder.field.setText("xylophone")
        self.wait(0.6)
        self.keep("history-nothing-found", window)
        page.finder.field.setText("")
        self.wait(0.6)
        page.clear.click()
        self.wait()
        box = next(one for one in self.qt.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible())
        self.keep("history-forget", box)
        box.reject()
        window.hide()

    def first_run(self) -> None:
        window = FirstRunWindow(self.world.surroundings)
        window.present()
        for number in range(4):
            self.wait(0.6)
            self.keep(f"first-run-{number + 1}", window)
            window.step.prove("The microphone hears you.")
            self.keep(f"first-run-{number + 1}-proved", window)
            window._next.click()
        window.close()


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    qt = QApplication(["Mojo Voice"])
    qt.setApplicationDisplayName("Mojo Voice")
    translation = Translation(resources() / "translations")
    translation.use("auto")
    qt.setWindowIcon(QIcon(str(resources() / "icons/mojovoice.svg")))
    with tempfile.TemporaryDirectory(prefix="gallery-") as place:
        world = World.make(Path(place), NamedTranscriber())
        world.user.app.start()
        Gallery(qt, world, folder).hang(sys.argv[2:] or KINDS)
        world.surroundings.engine.post(LevelAsked(None))
        world.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
