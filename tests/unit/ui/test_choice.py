"""The small window that asks where a text goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Place, Question, WhenMoved
from mojovoice_gui.ui.choice import Choice

EDITOR, CHAT = Place(1, "Notes & more"), Place(2, "Chat")
QUESTION = Question(7, "What I have said.", EDITOR, CHAT)
Answers = list[tuple[Question, WhenMoved]]


@pytest.fixture
def answers() -> Answers:
    return []


@pytest.fixture
def choice(qtbot: QtBot, answers: Answers) -> Choice:
    choice = Choice()
    qtbot.addWidget(choice)
    choice.answered.connect(lambda question, answer: answers.append((question, answer)))
    return choice


def asked(choice: Choice, qtbot: QtBot, question: Question = QUESTION) -> dict[str, QPushButton]:
    """Its buttons, by the words before the colon, once they can be pressed."""
    choice.ask(question)
    shown = [button for button in choice.findChildren(QPushButton) if button.isVisible()]
    qtbot.waitUntil(lambda: all(button.isEnabled() for button in shown))
    return {button.text().split(":")[0].replace("&", ""): button for button in shown}


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Paste here", WhenMoved.HERE),
        ("Back to the other window", WhenMoved.BACK),
        ("Copy, and paste it later (Esc)", WhenMoved.COPY),
    ],
)
def test_each_button_is_an_answer(
    choice: Choice, qtbot: QtBot, answers: Answers, words: str, answer: WhenMoved
) -> None:
    asked(choice, qtbot)[words].click()
    assert answers == [(QUESTION, answer)]
    assert not choice.isVisible()


def test_no_title_however_long_is_cut_off_at_the_button(choice: Choice, qtbot: QtBot) -> None:
    far = Place(1, "Letter to the team about the plans for the second half of the year – LibreOffice")
    for button in asked(choice, qtbot, Question(7, "What I have said.", far, CHAT)).values():
        assert button.fontMetrics().horizontalAdvance(button.text().replace("&", "")) < button.width() - 16


def test_escape_copies(choice: Choice, qtbot: QtBot, answers: Answers) -> None:
    asked(choice, qtbot)
    qtbot.keyClick(choice, Qt.Key.Key_Escape)
    assert answers == [(QUESTION, WhenMoved.COPY)]


def test_closing_it_copies(choice: Choice, qtbot: QtBot, answers: Answers) -> None:
    asked(choice, qtbot)
    choice.close()
    assert answers == [(QUESTION, WhenMoved.COPY)]


def test_enter_pastes_here(choice: Choice, qtbot: QtBot, answers: Answers) -> None:
    here = asked(choice, qtbot)["Paste here"]
    qtbot.keyClick(here, Qt.Key.Key_Return)
    assert answers == [(QUESTION, WhenMoved.HERE)]


def test_a_key_that_was_meant_for_another_window_answers_nothing(
    choice: Choice, qtbot: QtBot, answers: Answers
) -> None:
    choice.ask(QUESTION)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(choice, key)
    assert answers == []
    assert choice.isVisible()


def test_questions_come_one_after_another(choice: Choice, qtbot: QtBot, answers: Answers) -> None:
    later = Question(8, "And this.", EDITOR, CHAT)
    choice.ask(QUESTION)
    buttons = asked(choice, qtbot, later)
    buttons["Paste here"].click()
    assert choice.isVisible()
    qtbot.waitUntil(lambda: buttons["Back to the other window"].isEnabled())
    buttons["Back to the other window"].click()
    assert answers == [(QUESTION, WhenMoved.HERE), (later, WhenMoved.BACK)]


def test_where_no_window_has_the_focus_there_is_no_here(choice: Choice, qtbot: QtBot) -> None:
    assert "Paste here" not in asked(choice, qtbot, Question(7, "Hi.", EDITOR, None))


def test_the_windows_are_named_as_they_name_themselves(choice: Choice, qtbot: QtBot) -> None:
    texts = [button.text() for button in asked(choice, qtbot).values()]
    assert texts[0].endswith(": Chat")
    assert texts[1].endswith(": Notes && more")


def test_a_long_text_does_not_make_it_wide(choice: Choice, qtbot: QtBot) -> None:
    asked(choice, qtbot, Question(7, "word " * 500, Place(1, "title " * 100), CHAT))
    assert choice.width() < 500


def test_every_control_can_be_reached_by_keyboard(choice: Choice, qtbot: QtBot) -> None:
    buttons = list(asked(choice, qtbot).values())
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
    assert all("&" in button.text() for button in buttons)
    assert all(label.text() for label in choice.findChildren(QLabel))
