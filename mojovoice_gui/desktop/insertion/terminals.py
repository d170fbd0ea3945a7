"""Which keys paste, by the window's class (WM_CLASS).

Nearly everywhere Shift+Insert pastes the clipboard, whatever the keyboard layout: in Qt, GTK, Chromium. Terminals keep
Ctrl+V for themselves, and Shift+Insert gives them the selected text (PRIMARY).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PasteKey(StrEnum):
    """The setting: which keys, or how else."""

    AUTO = "auto"
    SHIFT_INSERT = "shift+insert"
    CTRL_V = "ctrl+v"
    CTRL_SHIFT_V = "ctrl+shift+v"
    TYPE = "type"  # keystrokes instead of a paste
    CLIPBOARD = "clipboard"  # it is left there


@dataclass(frozen=True, slots=True)
class PasteWay:
    keys: PasteKey  # never AUTO
    from_primary: bool = False  # these keys paste PRIMARY there, so it must hold the text too


# Here Ctrl+Shift+V is not bound, or only by configuration.
SHIFT_INSERT_TERMINALS = frozenset(
    {
        "aterm",
        "eterm",
        "kterm",
        "lxterm",
        "mlterm",
        "mrxvt",
        "rxvt",
        "st",
        "st-256color",
        "urxvt",
        "urxvtd",
        "uxterm",
        "xterm",
        # editors with a terminal in the same window: the text area pastes the clipboard, the terminal PRIMARY
        "code",
        "code - insiders",
        "code-oss",
        "cursor",
        "vscodium",
        "windsurf",
    }
)

CTRL_SHIFT_V_TERMINALS = frozenset(
    {
        # made with VTE
        "blackbox",
        "com.raggesilver.blackbox",
        "deepin-terminal",
        "elementary-terminal",
        "gnome-terminal",
        "gnome-terminal-server",
        "guake",
        "io.elementary.terminal",
        "kgx",
        "lxterminal",
        "mate-terminal",
        "org.gnome.console",
        "org.gnome.ptyxis",
        "org.gnome.terminal",
        "pantheon-terminal",
        "ptyxis",
        "roxterm",
        "sakura",
        "terminator",
        "termite",
        "tilda",
        "tilix",
        "xfce4-terminal",
        # with something else
        "alacritty",
        "com.mitchellh.ghostty",
        "contour",
        "cool-retro-term",
        "dev.warp.warp",
        "foot",
        "footclient",
        "ghostty",
        "hyper",
        "kitty",
        "konsole",
        "org.kde.konsole",
        "org.kde.yakuake",
        "org.wezfurlong.wezterm",
        "qterminal",
        "rio",
        "tabby",
        "terminology",
        "warp",
        "wezterm",
        "wezterm-gui",
        "yakuake",
    }
)


def way_to_paste(wm_class: tuple[str, ...], setting: PasteKey = PasteKey.AUTO) -> PasteWay:
    """``wm_class``: instance and class of the focused window, in any case; empty when it has none."""
    names = {name.lower() for name in wm_class}
    keys = setting
    if keys is PasteKey.AUTO:
        keys = PasteKey.CTRL_SHIFT_V if names & CTRL_SHIFT_V_TERMINALS else PasteKey.SHIFT_INSERT
    return by_primary(keys, names)


def without_letters(wm_class: tuple[str, ...]) -> PasteWay:
    """For a keyboard layout that has no V: Insert is on all of them."""
    return by_primary(PasteKey.SHIFT_INSERT, {name.lower() for name in wm_class})


def by_primary(keys: PasteKey, names: set[str]) -> PasteWay:
    is_terminal = bool(names & (SHIFT_INSERT_TERMINALS | CTRL_SHIFT_V_TERMINALS))
    return PasteWay(keys, from_primary=is_terminal and keys is PasteKey.SHIFT_INSERT)
