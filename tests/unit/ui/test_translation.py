"""The language of the windows."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Notice
from mojovoice_gui.errors import Sentence, SettingsError, joined
from mojovoice_gui.paths import resources
from mojovoice_gui.ui.translation import Translation, data_size, in_words, told, translate

AUTO = """
from PySide6.QtCore import QCoreApplication
from mojovoice_gui.paths import resources
from mojovoice_gui.ui.translation import Translation, translate
app = QCoreApplication([])
translation = Translation(resources() / "translations")
translation.use("auto")
print(translate("Tray", "Quit"), translate("QPlatformTheme", "Cancel"))
"""


@pytest.fixture
def translation(qtbot: QtBot) -> Iterator[Translation]:
    translation = Translation(resources() / "translations")
    yield translation
    translation.end()
    QLocale.setDefault(QLocale.c())


def test_a_chosen_language_holds_until_another_one_is(translation: Translation) -> None:
    assert translation.use("de")
    assert translate("Tray", "Quit") == "Beenden"
    assert translation.use("en")
    assert translate("Tray", "Quit") == "Quit"


@pytest.mark.parametrize(
    ("wanted", "quit_and_cancel"),
    [("de_AT", "Beenden Abbrechen"), ("fr", "Quit Cancel"), ("C", "Quit Cancel"), ("fr:de", "Beenden Abbrechen")],
)
def test_without_a_choice_it_is_the_first_that_the_desktop_wants_and_we_have(wanted: str, quit_and_cancel: str) -> None:
    environment = {**os.environ, "LANGUAGE": wanted, "LC_ALL": "", "LANG": f"{wanted.partition(':')[0]}.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", AUTO], env=environment, check=True, capture_output=True, text=True, timeout=30
    )
    assert done.stdout.strip() == quit_and_cancel


def test_the_language_in_use_is_not_taken_anew(translation: Translation) -> None:
    translation.use("de")
    assert not translation.use("de")


def test_qt_itself_speaks_the_chosen_language(translation: Translation) -> None:
    translation.use("de")
    assert translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_english_tells_one_day_from_two(translation: Translation) -> None:
    translation.use("en")
    assert translate("PrivacyPage", "days", "after a number", 1) == "day"
    assert translate("PrivacyPage", "days", "after a number", 2) == "days"


def test_a_sentence_from_below_is_translated_before_its_gaps_are_filled(translation: Translation) -> None:
    translation.use("de")
    error = SettingsError(Sentence("{path} is not UTF-8 text.", path="/home/käthe.toml"), "Try again.")
    assert str(error) == "/home/käthe.toml is not UTF-8 text. Try again."
    assert told(error) == "/home/käthe.toml ist kein UTF-8-Text. Bitte noch einmal versuchen."


def test_a_gap_that_holds_a_sentence_is_translated_too(translation: Translation) -> None:
    translation.use("de")
    inner = Sentence("The history is broken.")
    assert in_words(Sentence("{what} {what}", what=inner)) == "Der Verlauf ist beschädigt. Der Verlauf ist beschädigt."


def test_sentences_in_a_row_are_translated_one_by_one(translation: Translation) -> None:
    translation.use("de")
    row = joined((Sentence("{path} is not UTF-8 text.", path="{curly}"), "plain {words}", Sentence("Try again.")))
    assert row == "{curly} is not UTF-8 text.; plain {words}; Try again."
    assert in_words(row) == "{curly} ist kein UTF-8-Text.; plain {words}; Bitte noch einmal versuchen."


def test_a_copy_of_a_sentence_is_one_whatever_fills_its_gaps(translation: Translation) -> None:
    translation.use("de")
    copied = deepcopy(Sentence("{path} is not UTF-8 text.", path="{curly}"))
    assert (copied, in_words(copied)) == ("{curly} is not UTF-8 text.", "{curly} ist kein UTF-8-Text.")


def test_what_nobody_translated_stays_as_it_is(translation: Translation) -> None:
    translation.use("de")
    assert told(Notice("Öö {x} %1", "")) == "Öö {x} %1"


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0 bytes"), (999, "999 bytes"), (148_000_000, "148 MB"), (3_090_000_000, "3.1 GB")]
)
def test_sizes_are_said_as_file_managers_do(size: int, said: str) -> None:
    assert data_size(size) == said
