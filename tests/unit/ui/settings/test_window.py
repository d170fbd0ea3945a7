"""The settings window: real widgets, clicked and typed into."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Activation
from mojovoice_gui.settings import Settings
from mojovoice_gui.ui.settings.field import Field
from mojovoice_gui.ui.settings.key_capture import KeyCapture
from mojovoice_gui.ui.settings.key_field import KeyField
from mojovoice_gui.ui.settings.page import Page
from mojovoice_gui.ui.settings.window import PageEntry, SettingsWindow, entries
from tests.unit.ui.world import World

IN_PLAIN_SIGHT = (QCheckBox, QComboBox, QLineEdit, QPushButton, QSpinBox)


@pytest.fixture
def window(world: World, qtbot: QtBot) -> SettingsWindow:
    window = SettingsWindow(world.surroundings)
    qtbot.addWidget(window)
    window.present("General")
    qtbot.waitExposed(window)
    return window


def control(window: SettingsWindow, name: str) -> QWidget:
    """Of this option, on the page that is in front."""
    found = [widget for widget in window.findChildren(QWidget, name) if widget.isVisible()]
    assert len(found) == 1, name
    return found[0]


def pages(window: SettingsWindow) -> QListWidget:
    found = window.findChild(QListWidget)
    assert found is not None
    return found


def undo(window: SettingsWindow) -> QPushButton:
    return next(button for button in window.findChildren(QPushButton) if button.text() == "&Undo")


ENTRIES = entries()
ABOUT = len(ENTRIES) - 1


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_every_page_opens_by_keyboard_and_names_every_control(
    window: SettingsWindow, qtbot: QtBot, entry: object
) -> None:
    for _ in range(ENTRIES.index(entry)):
        qtbot.keyClick(pages(window), Qt.Key.Key_Down)
    assert pages(window).currentItem().text() == ENTRIES[ENTRIES.index(entry)].title
    seen = [widget for widget in window.findChildren(QWidget) if isinstance(widget, IN_PLAIN_SIGHT)]
    seen = [widget for widget in seen if widget.isVisible() and not widget.objectName().startswith("qt_")]
    assert seen
    for widget in seen:
        said = widget.accessibleName() or (widget.text() if isinstance(widget, QCheckBox | QPushButton) else "")
        assert said, f"{widget} has no name"
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, f"{said} cannot be reached"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_nothing_is_cut_off_however_small_the_window(window: SettingsWindow, qtbot: QtBot, entry: PageEntry) -> None:
    window.present(entry.title)
    window.resize(1, 1)
    page = next(one for one in window.findChildren(Page) if one.isVisible())
    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())


def test_the_icons_of_the_pages_follow_the_theme(window: SettingsWindow) -> None:
    for ground in (QColor("#fafafa"), QColor("#202124")):
        palette = QPalette(ground)
        window.setPalette(palette)
        icon = pages(window).item(0).icon().pixmap(QSize(18, 18)).toImage()
        inks = [icon.pixelColor(x, y) for x in range(icon.width()) for y in range(icon.height())]
        assert palette.color(QPalette.ColorRole.Text) in inks


class FirstSight(QObject):
    """How high the lists were when they were painted first."""

    def __init__(self) -> None:
        super().__init__()
        self.heights: dict[QComboBox, int] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        if event.type() == QEvent.Type.Paint and isinstance(watched, QComboBox):
            self.heights.setdefault(watched, watched.height())
        return False


def test_a_page_is_laid_out_before_it_is_painted(window: SettingsWindow, qtbot: QtBot) -> None:
    window.resize(860, 400)
    sight = FirstSight()
    QApplication.instance().installEventFilter(sight)
    window.present("Models")
    qtbot.waitUntil(lambda: len(sight.heights) > 1)
    QApplication.instance().removeEventFilter(sight)
    assert all(height >= box.sizeHint().height() for box, height in sight.heights.items())


def test_a_reason_that_appears_squeezes_no_control(window: SettingsWindow, qtbot: QtBot, world: World) -> None:
    window.resize(500, 300)
    world.surroundings.choices.change(activation=Activation.HYBRID)
    key = control(window, "hotkey")
    field = key.parent()
    assert isinstance(field, Field)
    field.refuse("Another program owns the key f9. Choose another one. " * 3)
    qtbot.waitUntil(lambda: field.height() >= field.heightForWidth(field.width()))
    assert key.height() >= key.sizeHint().height()


def test_a_change_holds_at_once_is_saved_and_can_be_undone(window: SettingsWindow, qtbot: QtBot, world: World) -> None:
    box = control(window, "activation")
    assert isinstance(box, QComboBox)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert world.on_disk == Settings(activation=Activation.TOGGLE)
    qtbot.waitUntil(lambda: world.user.app.engine.session.activation is Activation.TOGGLE)
    qtbot.mouseClick(undo(window), Qt.MouseButton.LeftButton)
    assert world.on_disk == Settings(activation=Activation.HOLD)
    assert box.currentData() == "hold"
    qtbot.waitUntil(lambda: world.user.app.engine.session.activation is Activation.HOLD)
    assert not undo(window).isEnabled()


def test_the_length_of_a_tap_is_asked_only_where_a_tap_means_something(window: SettingsWindow, world: World) -> None:
    assert not window.findChild(QSpinBox, "tap_ms").isVisible()
    world.surroundings.choices.change(activation=Activation.HYBRID)
    assert window.findChild(QSpinBox, "tap_ms").isVisible()


def test_start_at_login_is_what_the_desktop_will_do(window: SettingsWindow, qtbot: QtBot, tmp_path: Path) -> None:
    box = next(one for one in window.findChildren(QCheckBox) if one.text() == "Start at login")
    file = tmp_path / "config/autostart/mojovoice.desktop"
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    assert "--profile-dir" in file.read_text()
    qtbot.mouseClick(undo(window), Qt.MouseButton.LeftButton)
    assert not box.isChecked()
    assert not file.exists()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    file.write_text(file.read_text() + "Hidden=true\n")  # the desktop's own settings switched it off
    pages(window).setCurrentRow(1)
    pages(window).setCurrentRow(0)
    assert not box.isChecked()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("shows_tray", Qt.Key.Key_Space),
        ("sounds", Qt.Key.Key_Space),
        ("overlay", Qt.Key.Key_Up),
        ("motion", Qt.Key.Key_Down),
    ],
)
def test_each_switch_and_choice_of_general_can_be_undone(
    window: SettingsWindow, qtbot: QtBot, world: World, name: str, key: Qt.Key
) -> None:
    box = control(window, name)
    assert isinstance(box, QCheckBox | QComboBox)
    before = getattr(world.on_disk, name)
    qtbot.keyClick(box, key)
    assert getattr(world.on_disk, name) != before
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: getattr(world.on_disk, name) == before)
    assert (box.isChecked() if isinstance(box, QCheckBox) else box.currentData()) == before


def test_what_is_changed_in_the_file_is_said(window: SettingsWindow, world: World) -> None:
    world.surroundings.choices.change(sounds=True)
    world.paths.config_file.write_text("model.threads = 3")
    world.surroundings.choices.read_again()
    said = {one.text() for one in window.findChildren(QLabel)}
    assert "Changed in the settings file: Sounds, Threads." in said
    assert not undo(window).isEnabled()


def test_ctrl_z_undoes(window: SettingsWindow, qtbot: QtBot, world: World) -> None:
    world.surroundings.choices.change(sounds=True)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not world.on_disk.sounds)


def test_in_another_language_it_goes_on_where_it_was(window: SettingsWindow, qtbot: QtBot, world: World) -> None:
    window.resize(860, 400)
    control(window, "ui_language").setFocus()
    world.surroundings.choices.change(sounds=True)
    again = SettingsWindow(world.surroundings)
    qtbot.addWidget(again)
    again.resize(860, 400)
    again.present()
    again.follow(window)
    assert again.focusWidget().objectName() == "ui_language"
    qtbot.waitUntil(lambda: not control(again, "ui_language").visibleRegion().isEmpty())
    pages(window).setCurrentRow(ABOUT)
    again.follow(window)
    assert pages(again).currentRow() == ABOUT
    qtbot.mouseClick(undo(again), Qt.MouseButton.LeftButton)
    assert not world.on_disk.sounds


def test_escape_closes_and_the_window_comes_back_where_it_was(
    window: SettingsWindow, qtbot: QtBot, world: World
) -> None:
    window.resize(700, 500)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isVisible())
    again = SettingsWindow(world.surroundings)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (700, 500)


def test_what_cannot_be_saved_is_said_under_the_field_and_the_control_shows_what_holds(
    window: SettingsWindow, qtbot: QtBot, world: World
) -> None:
    world.paths.config_file.mkdir(parents=True)
    box = control(window, "sounds")
    assert isinstance(box, QCheckBox)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    assert "cannot be read" in box.parent().reason


def test_a_language_is_found_by_a_part_of_its_name(window: SettingsWindow, qtbot: QtBot, world: World) -> None:
    box = control(window, "language")
    assert isinstance(box, QComboBox)
    edit = box.lineEdit()
    edit.selectAll()
    qtbot.keyClicks(edit, "German (de)")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert world.on_disk.language == "de"
    edit.selectAll()
    qtbot.keyClicks(edit, "Ki")
    assert box.parent().reason == ""
    qtbot.keyClicks(edit, "ling")
    assert box.parent().reason == "Nothing in the list has that in its name."
    edit.selectAll()
    qtbot.keyClicks(edit, "Klingon")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert "“Klingon” is not in the list." in box.parent().reason
    assert world.on_disk.language == "de"


def test_a_mirror_is_judged_while_it_is_typed(window: SettingsWindow, qtbot: QtBot, world: World) -> None:
    window.present("Models")
    edit = control(window, "mirror")
    assert isinstance(edit, QLineEdit)
    qtbot.keyClicks(edit, "example.org")
    assert edit.parent().reason == "This must be an address that begins with http:// or https://."
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert world.on_disk.mirror == ""
    edit.selectAll()
    qtbot.keyClicks(edit, "https://example.org/hub")
    assert edit.parent().reason == ""
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert world.on_disk.mirror == "https://example.org/hub"


class TestKey:
    """Chosen by pressing it."""

    def test_a_key_is_shown_tried_and_chosen(self, window: SettingsWindow, qtbot: QtBot, world: World) -> None:
        capture = self.waiting(window, qtbot)
        qtbot.keyClick(capture, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: world.on_disk.hotkey == "f9")
        assert capture.text() == "F9"
        qtbot.waitUntil(lambda: world.user.key == "f9" and world.user.keyboard.actions is not None)

    def test_a_chord_is_shown_as_it_is_pressed(self, window: SettingsWindow, qtbot: QtBot, world: World) -> None:
        capture = self.waiting(window, qtbot)
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        qtbot.keyPress(capture, Qt.Key.Key_Control)
        qtbot.keyPress(capture, Qt.Key.Key_Alt, both)
        assert capture.text() == "Ctrl + Alt + …"
        qtbot.keyPress(capture, Qt.Key.Key_Space, both)
        qtbot.waitUntil(lambda: world.on_disk.hotkey == "ctrl+alt+space")
        assert capture.text() == "Ctrl + Alt + Space"

    def test_a_modifier_let_go_alone_is_the_key(self, window: SettingsWindow, qtbot: QtBot, world: World) -> None:
        capture = self.waiting(window, qtbot)
        qtbot.keyPress(capture, Qt.Key.Key_Control)
        qtbot.keyRelease(capture, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: world.on_disk.hotkey == "left ctrl")

    def test_a_key_that_writing_needs_is_refused_with_the_reason(
        self, window: SettingsWindow, qtbot: QtBot, world: World
    ) -> None:
        capture = self.waiting(window, qtbot)
        qtbot.keyClick(capture, Qt.Key.Key_A)
        assert "A is needed for writing" in self.field(capture).reason
        assert capture.text() == "right Ctrl"
        assert world.on_disk.hotkey == "right ctrl"
        qtbot.waitUntil(lambda: world.user.keyboard.actions is not None)

    def test_a_key_of_another_program_is_refused_and_the_old_one_stays(
        self, window: SettingsWindow, qtbot: QtBot, world: World
    ) -> None:
        world.user.keys_of_others = {"f9"}
        capture = self.waiting(window, qtbot)
        qtbot.keyClick(capture, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: "Another program owns the key f9." in self.field(capture).reason)
        assert capture.text() == "right Ctrl"
        assert world.on_disk.hotkey == "right ctrl"
        qtbot.waitUntil(lambda: world.user.key == "right ctrl" and world.user.keyboard.actions is not None)

    def test_a_shortcut_of_every_program_is_refused_with_a_proposal(
        self, window: SettingsWindow, qtbot: QtBot, world: World
    ) -> None:
        capture = self.waiting(window, qtbot)
        qtbot.keyClick(capture, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert "Ctrl+C is a shortcut that programs need" in self.field(capture).reason
        assert "Keys that work:" in self.field(capture).reason
        assert world.on_disk.hotkey == "right ctrl"

    def test_a_cancel_key_of_another_program_is_refused_where_it_is_chosen(
        self, window: SettingsWindow, qtbot: QtBot, world: World
    ) -> None:
        world.user.keys_of_others = {"f8"}
        capture = self.waiting(window, qtbot, "cancel_key")
        qtbot.keyClick(capture, Qt.Key.Key_F8)
        qtbot.waitUntil(lambda: self.field(capture).reason == "Another program owns the key f8.")
        assert capture.text() == "Escape"
        assert world.on_disk.cancel_key == "escape"
        qtbot.waitUntil(lambda: world.user.keyboard.actions is not None)

    def test_a_second_click_gives_up(self, window: SettingsWindow, qtbot: QtBot, world: World) -> None:
        capture = self.waiting(window, qtbot)
        qtbot.mouseClick(capture, Qt.MouseButton.LeftButton)
        assert not capture.is_waiting
        assert capture.text() == "right Ctrl"
        qtbot.waitUntil(lambda: world.user.keyboard.actions is not None)

    def test_closing_the_window_gives_up(self, window: SettingsWindow, qtbot: QtBot, world: World) -> None:
        capture = self.waiting(window, qtbot)
        window.close()
        assert not capture.is_waiting
        qtbot.waitUntil(lambda: world.user.keyboard.actions is not None)

    def test_there_may_be_no_cancel_key(self, window: SettingsWindow, qtbot: QtBot, world: World) -> None:
        none = next(
            button for button in window.findChildren(QPushButton) if button.accessibleName() == "None: Cancel key"
        )
        qtbot.mouseClick(none, Qt.MouseButton.LeftButton)
        assert world.on_disk.cancel_key == ""

    def waiting(self, window: SettingsWindow, qtbot: QtBot, name: str = "hotkey") -> KeyCapture:
        """Clicked, and asking for a key; the app's own key rests."""
        capture = control(window, name)
        assert isinstance(capture, KeyCapture)
        qtbot.mouseClick(capture, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: capture.is_waiting)
        return capture

    def field(self, capture: KeyCapture) -> KeyField:
        parent = capture.parent()
        assert isinstance(parent, KeyField)
        return parent


def called(stop: QWidget) -> str:
    """By its name, or by what is on it."""
    if not stop.objectName():
        assert isinstance(stop, QAbstractButton)
        return stop.text()
    return stop.objectName()


def test_tab_goes_from_the_list_through_the_page_to_the_foot_and_round(window: SettingsWindow, qtbot: QtBot) -> None:
    pages(window).setCurrentRow(1)
    pages(window).setCurrentRow(0)
    pages(window).setFocus()
    seen: list[str] = []
    while not seen or window.focusWidget() is not pages(window):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        stop = window.focusWidget()
        seen.append("list" if stop is pages(window) else called(stop))
    assert seen[:3] == ["hotkey", "None", "activation"]
    assert seen[-2:] == ["&Close", "list"]
