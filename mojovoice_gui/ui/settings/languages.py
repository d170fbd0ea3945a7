"""The languages of the models, by the names people search for."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from mojovoice_gui.settings import LANGUAGES

UNKNOWN_TO_QT = {"jw": "Javanese", "yue": "Cantonese"}


def named_languages() -> tuple[tuple[str, str], ...]:
    """Code and name, automatic first, then by name."""
    names = sorted(((code, _name(code)) for code in LANGUAGES), key=lambda pair: pair[1])
    return (("auto", "Automatic: listen first"), *((code, f"{name} ({code})") for code, name in names))


def _name(code: str) -> str:
    language = QLocale.codeToLanguage(code)
    if code in UNKNOWN_TO_QT or language in {QLocale.Language.AnyLanguage, QLocale.Language.C}:
        return UNKNOWN_TO_QT.get(code, code)
    return QLocale.languageToString(language)
