"""Keys bound in the compositor itself: lines for its configuration that call our commands. Works everywhere."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mojovoice_gui.desktop.hotkeys.chords import Chord, Modifier, parse


class Compositor(StrEnum):
    SWAY = "sway"
    HYPRLAND = "hyprland"
    GNOME = "gnome"
    KDE = "kde"


def compositor_named(name: str) -> Compositor | None:
    """``name`` as sessions give it, in any case; none for one whose configuration we do not know."""
    return next((known for known in Compositor if known == name.lower()), None)


BINDABLE = parse("F9")


def bindable(chord: Chord) -> Chord:
    """Another one in place of a lone modifier: compositors bind those badly or not at all."""
    return BINDABLE if chord.is_lone_modifier else chord


@dataclass(frozen=True, slots=True)
class Binding:
    """What shall happen. ``command`` is the words that start Mojo Voice's command line."""

    chord: Chord
    holds: bool  # speak while the key is down; otherwise each press starts or stops
    command: tuple[str, ...] = ("mojovoice",)

    def does(self, verb: str) -> str:
        return shlex.join([*self.command, verb])


def lines_for(compositor: Compositor, binding: Binding) -> str:
    """What to write where, as a text that may be pasted as it is: all but the commands is commented out."""
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
    keys = "+".join([*_held(binding.chord, SWAY_MODIFIERS), binding.chord.key])
    if binding.holds:
        lines = [
            f"bindsym --no-repeat {keys} exec {binding.does('start')}",
            f"bindsym --release {keys} exec {binding.does('stop')}",
        ]
    else:
        lines = [f"bindsym --no-repeat {keys} exec {binding.does('toggle')}"]
    return "\n".join(["# ~/.config/sway/config, then: swaymsg reload", *lines])


def _hyprland(binding: Binding) -> str:
    """In the language of the user's own configuration: Lua since 0.55, which still reads the older one."""
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    if (home / "hypr" / "hyprland.lua").exists():
        return _hyprland_lua(binding)
    keys = f"{' '.join(_held(binding.chord, HYPRLAND_MODIFIERS))}, {binding.chord.key}"
    if binding.holds:
        lines = [f"bind = {keys}, exec, {binding.does('start')}", f"bindr = {keys}, exec, {binding.does('stop')}"]
    else:
        lines = [f"bind = {keys}, exec, {binding.does('toggle')}"]
    head = ["~/.config/hypr/hyprland.conf", *_letting_go(binding)]
    return "\n".join([*(f"# {line}" for line in head), *(line.replace("= ,", "=,") for line in lines)])


def _hyprland_lua(binding: Binding) -> str:
    keys = json.dumps(" + ".join([*_held(binding.chord, HYPRLAND_MODIFIERS), binding.chord.key]))

    def bind(verb: str, flags: str = "") -> str:
        return f"hl.bind({keys}, hl.dsp.exec_cmd({json.dumps(binding.does(verb), ensure_ascii=False)}){flags})"

    lines = [bind("start"), bind("stop", ", { release = true }")] if binding.holds else [bind("toggle")]
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
ours=/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings/mojovoice/
all=$(gsettings get $keys custom-keybindings)
case $all in
    *"'$ours'"*) ;;
    *"[]") gsettings set $keys custom-keybindings "['$ours']" ;;
    *) gsettings set $keys custom-keybindings "${{all%]}}, '$ours']" ;;
esac
gsettings set $keys.custom-keybinding:$ours name 'Mojo Voice'
gsettings set $keys.custom-keybinding:$ours command {command}
gsettings set $keys.custom-keybinding:$ours binding '{keys}'"""


def _gnome(binding: Binding) -> str:
    keys = "".join(_held(binding.chord, GTK_MODIFIERS)) + binding.chord.key
    command = binding.does("toggle").replace("\\", "\\\\").replace('"', '\\"')
    return GNOME.format(command=shlex.quote(f'"{command}"'), keys=keys)  # gsettings reads it as a string of GVariant


def _kde(binding: Binding) -> str:
    return "\n".join(
        [
            "# KDE tells commands nothing when a key goes up, so each press starts or stops.",
            "# System Settings, Shortcuts, Add New, Command or Script (Plasma 5: Add Command): give it the key",
            f"#   {binding.chord}",
            "# and the command",
            f"#   {binding.does('toggle')}",
        ]
    )
