"""The languages of the models, by the names people search for."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from mojovoice_gui.settings import LANGUAGES
from mojovoice_gui.ui.translation import translate

UNKNOWN_TO_QT = {"jw": "Javanese", "yue": "Cantonese"}


def named_languages() -> tuple[tuple[str, str], ...]:
    """Code and name, automatic first, then by name."""
    names = sorted((translate("Language", name_of(code)), code) for code in LANGUAGES)
    automatic = translate("LanguageList", "Automatic: listen first")
    return (("auto", automatic), *((code, f"{name} ({code})") for name, code in names))


def name_of(code: str) -> str:
    """In English."""
    language = QLocale.codeToLanguage(code)
    if code in UNKNOWN_TO_QT or language in {QLocale.Language.AnyLanguage, QLocale.Language.C}:
        return UNKNOWN_TO_QT.get(code, code)
    return QLocale.languageToString(language)
