"""The lines that bind a key in a compositor."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from mojovoice_gui.desktop.bindings import Binding, Compositor, compositor_named, lines_for
from mojovoice_gui.desktop.hotkeys.chords import parse

SCHEMA = """<schemalist>
<schema id="org.gnome.settings-daemon.plugins.media-keys" path="/org/gnome/settings-daemon/plugins/media-keys/">
  <key name="custom-keybindings" type="as"><default>[]</default></key>
</schema>
<schema id="org.gnome.settings-daemon.plugins.media-keys.custom-keybinding">
  <key name="name" type="s"><default>''</default></key>
  <key name="command" type="s"><default>''</default></key>
  <key name="binding" type="s"><default>''</default></key>
</schema>
</schemalist>
"""
KEYS = "org.gnome.settings-daemon.plugins.media-keys"
FOLDER = "/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings"


def commands(compositor: Compositor, key: str, *, holds: bool = True) -> list[str]:
    lines = lines_for(compositor, Binding(parse(key), holds)).splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_sway_starts_when_the_key_goes_down_and_stops_when_it_comes_up() -> None:
    assert commands(Compositor.SWAY, "ctrl+alt+space") == [
        "bindsym --no-repeat Ctrl+Mod1+space exec mojovoice start",
        "bindsym --release Ctrl+Mod1+space exec mojovoice stop",
    ]


def test_hyprland_starts_when_the_key_goes_down_and_stops_when_it_comes_up() -> None:
    assert commands(Compositor.HYPRLAND, "super+f9") == [
        "bind = SUPER, F9, exec, mojovoice start",
        "bindr = SUPER, F9, exec, mojovoice stop",
    ]


@pytest.fixture
def lua(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Hyprland that is configured in Lua, as it is since 0.55."""
    (tmp_path / "hypr").mkdir()
    (tmp_path / "hypr/hyprland.lua").touch()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


@pytest.mark.usefixtures("lua")
def test_hyprland_gets_lua_where_it_is_configured_in_lua() -> None:
    binding = Binding(parse("ctrl+alt+space"), holds=True, command=('/opt/my "apps"/mojovoice',))
    first, second, *lines = lines_for(Compositor.HYPRLAND, binding).splitlines()
    assert first == "-- ~/.config/hypr/hyprland.lua"
    assert second.startswith("-- Let go of space before")
    command = "'/opt/my \\\"apps\\\"/mojovoice'"
    assert lines == [
        f'hl.bind("CTRL + ALT + space", hl.dsp.exec_cmd("{command} start"))',
        f'hl.bind("CTRL + ALT + space", hl.dsp.exec_cmd("{command} stop"), {{ release = true }})',
    ]


@pytest.mark.usefixtures("lua")
def test_to_toggle_one_line_of_lua_is_enough() -> None:
    lines = lines_for(Compositor.HYPRLAND, Binding(parse("F9"), holds=False)).splitlines()
    assert lines[1:] == ['hl.bind("F9", hl.dsp.exec_cmd("mojovoice toggle"))']


@pytest.mark.parametrize("compositor", [Compositor.SWAY, Compositor.HYPRLAND])
def test_to_toggle_one_line_is_enough(compositor: Compositor) -> None:
    (line,) = commands(compositor, "F9", holds=False)
    assert line.endswith("mojovoice toggle")


LINES_TO_CANCEL = {
    Compositor.SWAY: "bindsym --no-repeat Shift+Escape exec mojovoice cancel",
    Compositor.HYPRLAND: "bind = SHIFT, Escape, exec, mojovoice cancel",
    Compositor.GNOME: "bind_key mojovoice-cancel 'Mojo Voice: cancel' '\"mojovoice cancel\"' '<Shift>Escape'",
    Compositor.KDE: "#   mojovoice cancel",
    None: "mojovoice cancel",
}


@pytest.mark.parametrize("compositor", LINES_TO_CANCEL)
def test_the_last_line_cancels_and_without_a_cancel_key_none_does(compositor: Compositor | None) -> None:
    cancelling = Binding.of("F9", "escape", holds=True, command=("mojovoice",))
    assert lines_for(compositor, cancelling).splitlines()[-1] == LINES_TO_CANCEL[compositor]
    assert "cancel" not in lines_for(compositor, Binding.of("F9", "", holds=True, command=("mojovoice",)))


@pytest.mark.usefixtures("lua")
def test_in_lua_the_last_line_cancels_as_well() -> None:
    binding = Binding.of("F9", "escape", holds=True, command=("mojovoice",))
    last = lines_for(Compositor.HYPRLAND, binding).splitlines()[-1]
    assert last == 'hl.bind("SHIFT + Escape", hl.dsp.exec_cmd("mojovoice cancel"))'


@pytest.mark.parametrize(
    ("talk", "cancel", "bound"),
    [
        ("F9", "escape", "Shift+Escape"),  # alone it would be gone from every program
        ("F9", "right shift", "Shift+Escape"),
        ("F9", "F8", "F8"),
        ("F9", "ctrl+alt+escape", "Ctrl+Alt+Escape"),
        ("right ctrl", "F9", "Ctrl+F9"),  # F9 is bound in place of the modifier
        ("shift+escape", "escape", "Ctrl+Shift+Escape"),
    ],
)
def test_the_key_that_cancels_is_one_that_a_compositor_may_take(talk: str, cancel: str, bound: str) -> None:
    assert str(Binding.of(talk, cancel, holds=True, command=("mojovoice",)).cancel) == bound


@pytest.mark.parametrize("holds", [True, False])
def test_for_a_compositor_that_is_not_known_there_are_the_commands(holds: bool) -> None:
    lines = lines_for(None, Binding(parse("F9"), holds)).splitlines()
    said = [line for line in lines if not line.startswith("#")]
    assert said == (["mojovoice start", "mojovoice stop"] if holds else []) + ["mojovoice toggle"]


def test_kde_gets_words_for_its_settings() -> None:
    assert commands(Compositor.KDE, "F9") == []
    assert "mojovoice toggle" in lines_for(Compositor.KDE, Binding(parse("F9"), holds=True))


def test_a_command_with_blanks_in_it_reaches_the_shell_in_one_piece() -> None:
    binding = Binding(parse("F9"), holds=False, command=("/opt/my apps/mojovoice",))
    assert "exec '/opt/my apps/mojovoice' toggle" in lines_for(Compositor.SWAY, binding)


@pytest.mark.parametrize(("name", "found"), [("GNOME", Compositor.GNOME), ("Hyprland", Compositor.HYPRLAND)])
def test_compositors_are_known_by_the_names_that_sessions_give(name: str, found: Compositor) -> None:
    assert compositor_named(name) is found
    assert compositor_named("Enlightenment") is None


@pytest.mark.parametrize("others", ["[]", "['/other/']"])
def test_gnome_binds_the_key_and_keeps_the_bindings_of_others(others: str, tmp_path: Path) -> None:
    """Run as a person would, with the real gsettings; twice changes nothing more."""
    (tmp_path / "keys.gschema.xml").write_text(SCHEMA)
    compiler = shutil.which("glib-compile-schemas") or "/usr/lib/x86_64-linux-gnu/glib-2.0/glib-compile-schemas"
    subprocess.run([compiler, str(tmp_path)], check=True)
    environ = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path),
        "GSETTINGS_SCHEMA_DIR": str(tmp_path),
        "GSETTINGS_BACKEND": "keyfile",
        "XDG_CONFIG_HOME": str(tmp_path),
    }

    def run(*command: str) -> str:
        return subprocess.run(command, env=environ, check=True, capture_output=True, text=True).stdout.strip()

    run("gsettings", "set", KEYS, "custom-keybindings", others)
    binding = Binding.of("ctrl+alt+space", "escape", holds=True, command=("/my apps/mojovoice",))
    script = lines_for(Compositor.GNOME, binding)
    for _ in range(2):
        run("sh", "-euc", script)
    ours = f"'{FOLDER}/mojovoice/', '{FOLDER}/mojovoice-cancel/'"
    assert (
        run("gsettings", "get", KEYS, "custom-keybindings")
        == {
            "[]": f"[{ours}]",
            "['/other/']": f"['/other/', {ours}]",
        }[others]
    )
    place = f"{KEYS}.custom-keybinding:{FOLDER}/mojovoice/"
    assert run("gsettings", "get", place, "binding") == "'<Control><Alt>space'"
    assert run("gsettings", "get", place, "command") == """"'/my apps/mojovoice' toggle\""""
    place = f"{KEYS}.custom-keybinding:{FOLDER}/mojovoice-cancel/"
    assert run("gsettings", "get", place, "name") == "'Mojo Voice: cancel'"
    assert run("gsettings", "get", place, "binding") == "'<Shift>Escape'"
    assert run("gsettings", "get", place, "command") == """"'/my apps/mojovoice' cancel\""""
