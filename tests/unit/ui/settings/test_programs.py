"""Single applications on the page Insertion: added, edited, removed, undone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Entry, Outcome, Transcript
from mojovoice_gui.history.store import History
from mojovoice_gui.settings import Rows
from mojovoice_gui.ui.settings.insertion import InsertionPage
from mojovoice_gui.ui.settings.program_row import ProgramRow
from mojovoice_gui.ui.settings.programs_field import ProgramsField
from tests.unit.ui.world import World


class Page:
    """The page, and what a person does there."""

    def __init__(self, world: World, qtbot: QtBot) -> None:
        self.world, self.qtbot = world, qtbot
        self.page = InsertionPage(world.surroundings, "Insertion")
        qtbot.addWidget(self.page)
        self.page.resize(760, 560)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.shown()
        self.field = self.page.findChild(ProgramsField)
        qtbot.waitUntil(lambda: self.field.findChild(QPushButton).height() > 0)

    def rows(self) -> list[ProgramRow]:
        return [row for row in self.field.findChildren(ProgramRow) if not row.isHidden()]

    def click(self, text: str, number: int = 0) -> None:
        found = [one for one in self.field.findChildren(QPushButton) if text in one.text() and one.isVisible()]
        self.qtbot.mouseClick(found[number], Qt.MouseButton.LeftButton)
        self.qtbot.wait(1)  # a new row is shown as soon as Qt comes to it

    def writes(self, name: str, number: int = -1) -> None:
        edit = self.boxes(number)[0].lineEdit()
        edit.selectAll()
        self.qtbot.keyClicks(edit, name)

    def enters(self, name: str, number: int = -1) -> None:
        self.writes(name, number)
        self.qtbot.keyClick(self.boxes(number)[0].lineEdit(), Qt.Key.Key_Return)

    def boxes(self, number: int) -> list[QComboBox]:
        """Name and way."""
        return self.rows()[number].findChildren(QComboBox)

    def choose_way(self, value: str, number: int = -1) -> None:
        box = self.boxes(number)[1]
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())

    @property
    def chosen(self) -> Rows:
        assert self.world.on_disk.paste_keys == self.world.surroundings.choices.settings.paste_keys
        return self.world.on_disk.paste_keys


@pytest.fixture
def page(world: World, qtbot: QtBot) -> Page:
    return Page(world, qtbot)


def test_a_row_is_added_edited_and_removed_and_each_step_can_be_undone(page: Page, world: World) -> None:
    page.click("Add")
    page.enters("GIMP")
    page.choose_way("type")
    page.click("Add")
    page.enters("firefox")
    assert page.chosen == (("firefox", "ctrl+v"), ("GIMP", "type"))
    page.click("Remove")
    steps = [page.chosen]
    while world.surroundings.choices.last_changed:
        world.surroundings.choices.undo()
        page.qtbot.wait(1)
        steps.append(page.chosen)
        assert sorted(page.chosen) == sorted(row.pair for row in page.rows())
    assert steps == [
        (("firefox", "ctrl+v"),),
        (("firefox", "ctrl+v"), ("GIMP", "type")),
        (("GIMP", "type"),),
        (("GIMP", "ctrl+v"),),
        (),
    ]


def test_a_name_that_is_there_already_is_said_while_it_is_typed(page: Page) -> None:
    page.click("Add")
    page.enters("firefox")
    page.click("Add")
    page.writes("Firefox")
    assert page.field.reason == "Firefox is there already."
    page.enters("Firefox")
    assert page.chosen == (("firefox", "ctrl+v"),)
    page.enters("Firefox 2")
    assert page.field.reason == ""
    assert len(page.chosen) == 2


def test_a_row_without_a_name_is_not_saved_yet(page: Page, world: World) -> None:
    page.click("Add")
    world.surroundings.choices.change(append_space=False)
    assert len(page.rows()) == 1
    assert page.chosen == ()


def test_the_applications_dictated_to_are_offered_the_last_one_first(page: Page, world: World) -> None:
    history = History(world.paths.history)
    said = Transcript("Hello.")
    for minute, name in enumerate(("firefox", "", "kate", "firefox", "XTerm")):
        at = datetime(2026, 1, 1, 12, minute, tzinfo=UTC)
        history.add(Entry(at, Outcome.DELIVERED, said, application=name))
    history.close()
    page.click("Add")
    page.page.shown()
    page.qtbot.waitUntil(lambda: page.boxes(0)[0].count() > 0)
    assert [page.boxes(0)[0].itemText(at) for at in range(3)] == ["XTerm", "firefox", "kate"]
    page.boxes(0)[0].setCurrentIndex(2)
    page.boxes(0)[0].activated.emit(2)
    assert page.chosen == (("kate", "ctrl+v"),)


def test_a_space_before_is_offered_only_instead_of_one_after(page: Page, world: World) -> None:
    box = page.page.findChild(QCheckBox, "space_before")
    assert not box.isEnabled()
    world.surroundings.choices.change(append_space=False)
    assert box.isEnabled()
