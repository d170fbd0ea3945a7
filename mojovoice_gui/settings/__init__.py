"""One table of options, the fields of ``Settings``: defaults, limits, labels, the written file and the checks."""

from mojovoice_gui.settings.file import Loaded, as_text, check, load, reset, save, write_default
from mojovoice_gui.settings.following import follow, revised
from mojovoice_gui.settings.options import Option, Value, as_toml, parsed
from mojovoice_gui.settings.rows import Rows
from mojovoice_gui.settings.table import COMPUTE_TYPES, LANGUAGES, UI_LANGUAGES, Settings, changes, in_section, options

__all__ = [
    "COMPUTE_TYPES",
    "LANGUAGES",
    "UI_LANGUAGES",
    "Loaded",
    "Option",
    "Rows",
    "Settings",
    "Value",
    "as_text",
    "as_toml",
    "changes",
    "check",
    "follow",
    "in_section",
    "load",
    "options",
    "parsed",
    "reset",
    "revised",
    "save",
    "write_default",
]
