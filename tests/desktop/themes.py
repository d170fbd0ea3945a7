"""The colours of a desktop, light and dark, as KDE keeps them: Qt reads them without a plugin of the desktop's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

ENVIRONMENT = {"XDG_CURRENT_DESKTOP": "KDE", "KDE_SESSION_VERSION": "6", "KDE_FULL_SESSION": "true"}

ROLES = {  # after Breeze: ground of windows, of fields, of buttons, of tool tips; text, and fainter text
    "light": ("239,240,241", "255,255,255", "252,252,252", "247,247,247", "35,38,41", "112,125,138"),
    "dark": ("32,35,38", "20,22,24", "41,44,48", "41,44,48", "252,252,252", "161,169,177"),
}
SELECTION = "61,174,233"
LINK = "29,153,243"
GROUPS = ("Window", "View", "Button", "Tooltip")


def write_theme(home: Path, name: str) -> None:
    """``name``: "light" or "dark". Holds for programs that start afterwards with ``ENVIRONMENT``."""
    *grounds, text, faint = ROLES[name]
    sections = {f"Colors:{group}": _colours(ground, text, faint) for group, ground in zip(GROUPS, grounds, strict=True)}
    sections["Colors:Selection"] = _colours(SELECTION, "252,252,252", faint)
    sections["General"] = {"ColorScheme": f"Breeze{name.title()}"}
    lines = [line for title, values in sections.items() for line in _section(title, values)]
    file = home / ".config/kdeglobals"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n")


def _colours(ground: str, text: str, faint: str) -> dict[str, str]:
    return {
        "BackgroundNormal": ground,
        "BackgroundAlternate": ground,
        "ForegroundNormal": text,
        "ForegroundInactive": faint,
        "ForegroundLink": LINK,
        "ForegroundVisited": "155,89,182",
        "DecorationFocus": SELECTION,
        "DecorationHover": SELECTION,
    }


def _section(title: str, values: Mapping[str, str]) -> list[str]:
    return [f"[{title}]", *(f"{key}={value}" for key, value in values.items()), ""]
