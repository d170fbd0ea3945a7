"""Keys bound in the compositor itself: lines for its configuration that call our commands. Works everywhere."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from mojovoice_gui.desktop.hotkeys.chords import Chord, Modifier, parse


class Compositor(StrEnum):
    SWAY = "sway"
    HYPRLAND = "hyprland"
    GNOME = "gnome"
    KDE = "kde"


TELL_OF_RELEASE = frozenset({Compositor.SWAY, Compositor.HYPRLAND})
"""They run a command when a key comes up as well: it can be held."""


def compositor_named(name: str) -> Compositor | None:
    """``name`` as sessions give it, in any case; none for one whose configuration we do not know."""
    return next((known for known in Compositor if known == name.lower()), None)


BINDABLE = parse("F9")
BINDABLE_CANCEL = Chord(frozenset({Modifier.SHIFT}), "Escape")


def bindable(chord: Chord) -> Chord:
    """Another one in place of a lone modifier: compositors bind those badly or not at all."""
    return BINDABLE if chord.is_lone_modifier else chord


def bindable_cancel(chord: Chord, talk: Chord) -> Chord:
    """Another one in place of Escape, which the compositor would take from every program for good.

    It can be pressed while ``talk`` is held.
    """
    is_taken = chord.is_lone_modifier or str(chord) == "Escape"
    cancel = BINDABLE_CANCEL if is_taken else chord
    return cancel if cancel != talk else Chord(cancel.modifiers | {Modifier.CTRL}, cancel.key)


@dataclass(frozen=True, slots=True)
class Binding:
    """What shall happen. ``command`` is the words that start Mojo Voice's command line."""

    chord: Chord
    holds: bool  # speak while the key is down; otherwise each press starts or stops
    command: tuple[str, ...] = ("mojovoice",)
    cancel: Chord | None = None  # gives a recording up

    @classmethod
    def of(cls, push_to_talk: str, cancel: str, *, holds: bool, command: tuple[str, ...]) -> Self:
        """Of keys as people write them, or those that are bound instead; an empty ``cancel`` is none.

        Raises ``HotkeyUnavailable``.
        """
        talk = bindable(parse(push_to_talk)) if push_to_talk else BINDABLE
        return cls(talk, holds, command, bindable_cancel(parse(cancel), talk) if cancel else None)

    def does(self, verb: str) -> str:
        return shlex.join([*self.command, verb])


def lines_for(compositor: Compositor | None, binding: Binding) -> str:
    """What to write where, as a text that may be pasted as it is: all but the commands is commented out.

    For one that is not known, the commands alone.
    """
    if compositor is None:
        return _elsewhere(binding)
    writers: dict[Compositor, Callable[[Binding], str]] = {
        Compositor.SWAY: _sway,
        Compositor.HYPRLAND: _hyprland,
        Compositor.GNOME: _gnome,
        Compositor.KDE: _kde,
    }
    return writers[compositor](binding)


SWAY_MODIFIERS = {Modifier.CTRL: "Ctrl", Modifier.SHIFT: "Shift", Modifier.ALT: "Mod1", Modifier.SUPER: "Mod4"}
HYPRLAND_MODIFIERS = {Modifier.CTRL: "CTRL", Modifier.SHIFT: "SHIFT", Modifier.ALT: "ALT", Modifier.SUPER: "SUPER"}
GTK_MODIFIERS = {
    Modifier.CTRL: "<Control>",
    Modifier.SHIFT: "<Shift>",
    Modifier.ALT: "<Alt>",
    Modifier.SUPER: "<Super>",
}


def _held(chord: Chord, names: dict[Modifier, str]) -> list[str]:
    return [names[modifier] for modifier in Modifier if modifier in chord.modifiers]


def _sway(binding: Binding) -> str:
    keys = _sway_keys(binding.chord)
    if binding.holds:
        lines = [
            f"bindsym --no-repeat {keys} exec {binding.does('start')}",
            f"bindsym --release {keys} exec {binding.does('stop')}",
        ]
    else:
        lines = [f"bindsym --no-repeat {keys} exec {binding.does('toggle')}"]
    if binding.cancel:
        lines.append(f"bindsym --no-repeat {_sway_keys(binding.cancel)} exec {binding.does('cancel')}")
    return "\n".join(["# ~/.config/sway/config, then: swaymsg reload", *lines])


def _sway_keys(chord: Chord) -> str:
    return "+".join([*_held(chord, SWAY_MODIFIERS), chord.key])


def _hyprland(binding: Binding) -> str:
    """In the language of the user's own configuration: Lua since 0.55, which still reads the older one."""
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    if (home / "hypr" / "hyprland.lua").exists():
        return _hyprland_lua(binding)
    keys = _hyprland_keys(binding.chord)
    if binding.holds:
        lines = [f"bind = {keys}, exec, {binding.does('start')}", f"bindr = {keys}, exec, {binding.does('stop')}"]
    else:
        lines = [f"bind = {keys}, exec, {binding.does('toggle')}"]
    if binding.cancel:
        lines.append(f"bind = {_hyprland_keys(binding.cancel)}, exec, {binding.does('cancel')}")
    head = ["~/.config/hypr/hyprland.conf", *_letting_go(binding)]
    return "\n".join([*(f"# {line}" for line in head), *(line.replace("= ,", "=,") for line in lines)])


def _hyprland_keys(chord: Chord) -> str:
    return f"{' '.join(_held(chord, HYPRLAND_MODIFIERS))}, {chord.key}"


def _hyprland_lua(binding: Binding) -> str:
    def bind(verb: str, flags: str = "", chord: Chord = binding.chord) -> str:
        keys = json.dumps(" + ".join([*_held(chord, HYPRLAND_MODIFIERS), chord.key]))
        return f"hl.bind({keys}, hl.dsp.exec_cmd({json.dumps(binding.does(verb), ensure_ascii=False)}){flags})"

    lines = [bind("start"), bind("stop", ", { release = true }")] if binding.holds else [bind("toggle")]
    if binding.cancel:
        lines.append(bind("cancel", chord=binding.cancel))
    return "\n".join([*(f"-- {line}" for line in ["~/.config/hypr/hyprland.lua", *_letting_go(binding)]), *lines])


def _letting_go(binding: Binding) -> list[str]:
    """Hyprland compares the modifiers once more when the key comes up."""
    is_chord = binding.holds and binding.chord.modifiers
    return (
        [f"Let go of {binding.chord.key} before the other keys: else nothing stops the recording."] if is_chord else []
    )


GNOME = """\
# GNOME tells nobody when a key goes up, so each press starts or stops. Run this in a terminal:
keys=org.gnome.settings-daemon.plugins.media-keys
bind_key() {
    ours=/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings/$1/
    all=$(gsettings get $keys custom-keybindings)
    case $all in
        *"'$ours'"*) ;;
        *"[]") gsettings set $keys custom-keybindings "['$ours']" ;;
        *) gsettings set $keys custom-keybindings "${all%]}, '$ours']" ;;
    esac
    gsettings set $keys.custom-keybinding:$ours name "$2"
    gsettings set $keys.custom-keybinding:$ours command "$3"
    gsettings set $keys.custom-keybinding:$ours binding "$4"
}
"""


def _gnome(binding: Binding) -> str:
    def bind(place: str, name: str, verb: str, chord: Chord) -> str:
        keys = "".join(_held(chord, GTK_MODIFIERS)) + chord.key
        command = binding.does(verb).replace("\\", "\\\\").replace('"', '\\"')
        quoted = shlex.quote(f'"{command}"')  # gsettings reads it as a string of GVariant
        return f"bind_key {place} '{name}' {quoted} '{keys}'"

    lines = [bind("mojovoice", "Mojo Voice", "toggle", binding.chord)]
    if binding.cancel:
        lines.append(bind("mojovoice-cancel", "Mojo Voice: cancel", "cancel", binding.cancel))
    return GNOME + "\n".join(lines)


def _kde(binding: Binding) -> str:
    lines = [
        "# KDE tells commands nothing when a key goes up, so each press starts or stops.",
        "# System Settings, Shortcuts, Add New, Command or Script (Plasma 5: Add Command): give it the key",
        f"#   {binding.chord}",
        "# and the command",
        f"#   {binding.does('toggle')}",
    ]
    if binding.cancel:
        lines += ["# To give a recording up, add another with the key", f"#   {binding.cancel}", "# and the command"]
        lines.append(f"#   {binding.does('cancel')}")
    return "\n".join(lines)


def _elsewhere(binding: Binding) -> str:
    """Every compositor calls commands; many do when a key comes up as well."""
    lines = ["# In the configuration of the compositor, bind keys to these commands."]
    if binding.holds:
        lines += [f"# When {binding.chord}, or the key that you like, goes down:", binding.does("start")]
        lines += ["# and when it comes up:", binding.does("stop")]
        lines.append("# If it can be told of keys that go down alone, each press starts or stops by")
    else:
        lines.append(f"# Each press of {binding.chord}, or of the key that you like, starts or stops by")
    lines.append(binding.does("toggle"))
    if binding.cancel:
        lines += [f"# To give a recording up: {binding.cancel}, or another key, and", binding.does("cancel")]
    return "\n".join(lines)
