"""The language of the windows: English in the source, other languages in ``resources/translations``."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mojovoice_gui.domain import Notice
from mojovoice_gui.errors import MojoVoiceError, Sentence
from mojovoice_gui.settings import options

SOURCE = "en"  # its own file knows the singular of "%n days"

translate = QCoreApplication.translate


class Translation:
    """What is translated while it is in use. For the GUI thread, after ``QApplication``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._language = ""
        self._in_use: list[QTranslator] = []

    def use(self, language: str) -> bool:
        """From now on; "auto": that of the desktop, or English. False: it is in use already."""
        if language == self._language:
            return False
        self.end()
        self._language = language
        locale = QLocale.system() if language == "auto" else QLocale(language)
        self._in_use = [QTranslator() for _ in range(3)]
        english, qt, ours = self._in_use
        english.load(QLocale(SOURCE), "mojovoice", "_", str(self._folder))
        if ours.load(locale, "mojovoice", "_", str(self._folder)):
            of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            qt.load(QLocale(ours.language()), "qtbase", "_", of_qt)
        for translator in self._in_use:  # the last one is asked first
            QCoreApplication.installTranslator(translator)
        QLocale.setDefault(locale if ours.language() else QLocale(SOURCE))
        return True

    def end(self) -> None:
        """English again."""
        for translator in self._in_use:
            QCoreApplication.removeTranslator(translator)
        self._language, self._in_use = "", []


def in_words(sentence: str) -> str:
    """What the layers below say, in the user's language; English where it has no translation."""
    if not isinstance(sentence, Sentence):
        return translate("Sentence", sentence) if sentence else ""
    values = {name: in_words(value) if isinstance(value, str) else value for name, value in sentence.values.items()}
    return translate("Sentence", sentence.template).format(**values)


def told(what: Notice | MojoVoiceError) -> str:
    """What happened, and what to do about it."""
    return f"{in_words(what.sentence)} {in_words(what.action)}".strip()


def decimal(number: float, places: int = 1) -> str:
    """As it is written in the language in use."""
    return QLocale().toString(number, "f", places)


def data_size(count: float) -> str:
    """Bytes in the unit that suits them: "486 MB", "1.6 GB"."""
    places = 1 if count >= 1e9 else 0
    return QLocale().formattedDataSize(int(count), places, QLocale.DataSizeFormat.DataSizeSIFormat)


def label(name: str) -> str:
    """Of a field of ``Settings``."""
    return translate("Option", options()[name].label)


def explanation(name: str) -> str:
    """Of a field of ``Settings``."""
    return translate("Option", options()[name].help)
