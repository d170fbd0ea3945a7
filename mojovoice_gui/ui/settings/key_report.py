"""Whether the key is heard on this desktop, in plain words, and what is left to the user where it is not."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from mojovoice_gui.desktop.bindings import TELL_OF_RELEASE, Binding, compositor_named, lines_for
from mojovoice_gui.desktop.environment import Desktop, Windowing, desktop_of
from mojovoice_gui.desktop.hotkeys.chords import parse
from mojovoice_gui.desktop.select import hotkey_ways, require_screen
from mojovoice_gui.domain import Activation
from mojovoice_gui.errors import DesktopError, MojoVoiceError, Sentence, joined
from mojovoice_gui.settings import Settings


@dataclass(frozen=True, slots=True)
class KeyReport:
    """Sentences, and what they are about."""

    keys: str
    cancel: str = ""  # why the cancel key is not heard, and what to do; empty where it is, or none is chosen
    lines: str = ""  # what to write into the compositor's configuration, where nothing else helps
    key: str = ""  # what starts a dictation, in the words of the settings; empty where nobody knows
    activation: Activation = Activation.HOLD  # of ``key``, as far as the desktop can
    is_offered: bool = False  # the key is offered to the desktop, which may give another

    @property
    def asks_something(self) -> bool:
        """It does not simply work."""
        return bool(self.lines or self.cancel or self.is_offered)


def report_keys(
    environ: Mapping[str, str], settings: Settings, command: tuple[str, ...], platform: str = sys.platform
) -> KeyReport:
    """Asks the desktop, which may take its time: not in the GUI thread."""
    desktop = desktop_of(environ, platform)
    try:
        if not settings.hotkey:
            return _without_a_key(require_screen(environ, platform), desktop, settings, command)
        ways = hotkey_ways(settings.hotkey, settings.cancel_key, environ, platform)
        open_way = next((way for way in ways if not way.obstacle), None)
        if open_way is None:
            why = joined(joined((way.name, way.obstacle), ": ") for way in ways)
            what = Sentence(
                "{desktop}: no program may listen to keys by itself here ({why}).", desktop=desktop, why=why
            )
            do = Sentence("{bind} Then choose “None” above.", bind=_bind(desktop, settings, command))
            return _bound(desktop, settings, command, _both(what, do))
        heard = Sentence(
            "{desktop}: your key works in every window. It is heard by {way}. {remark}",
            desktop=desktop,
            way=open_way.name,
            remark=open_way.remark,
        )
        return _heard(heard, settings, is_offered=bool(open_way.remark))
    except DesktopError as error:
        return KeyReport(in_one(error), key=settings.hotkey, activation=settings.activation)


def in_one(error: MojoVoiceError) -> Sentence:
    """What happened, and what to do about it."""
    return _both(error.sentence, error.action)


def _both(what: str, do: str) -> Sentence:
    return Sentence("{what} {do}", what=what, do=do)


def _heard(keys: Sentence, settings: Settings, *, is_offered: bool) -> KeyReport:
    chord = parse(settings.hotkey)
    is_other = is_offered and chord.is_lone_modifier  # desktops bind none
    cancel = parse(settings.cancel_key) if settings.cancel_key and is_offered else None
    return KeyReport(
        keys,
        _not_offered(str(cancel)) if cancel is not None and not cancel.modifiers else "",
        key="" if is_other else settings.hotkey,
        activation=settings.activation,
        is_offered=is_offered,
    )


def _not_offered(cancel: str) -> Sentence:
    return Sentence(
        "{cancel} does not cancel here: the desktop would take it from every program. Choose a cancel key with "
        "Ctrl, Alt or Super, or give one to “Cancel the recording” in the desktop's settings for shortcuts.",
        cancel=cancel,
    )


def _without_a_key(session: Windowing, desktop: Desktop, settings: Settings, command: tuple[str, ...]) -> KeyReport:
    what = Sentence("{desktop}: no key is chosen, so Mojo Voice listens to none.", desktop=desktop)
    if session is Windowing.WAYLAND:
        return _bound(desktop, settings, command, _both(what, _bind(desktop, settings, command)))
    do = Sentence("Choose one above, or start by a click on the tray icon or by `mojovoice toggle`.")
    cancel = Sentence("Nor does it hear a cancel key: the menu of the tray icon cancels, and `mojovoice cancel`.")
    return KeyReport(_both(what, do), cancel if settings.cancel_key else "")


def _bound(desktop: Desktop, settings: Settings, command: tuple[str, ...], keys: Sentence) -> KeyReport:
    """The compositor calls our commands."""
    binding, compositor = _binding(settings, command), compositor_named(desktop.name)
    cancel = (
        Sentence("Mojo Voice hears no cancel key here: bind {key} as well, as the lines say.", key=str(binding.cancel))
        if binding.cancel is not None
        else ""
    )
    holds = binding.holds and compositor in TELL_OF_RELEASE
    return KeyReport(
        keys,
        cancel,
        lines_for(compositor, binding),
        key=str(binding.chord) if compositor else "",
        activation=Activation.HOLD if holds else Activation.TOGGLE,
    )


def _bind(desktop: Desktop, settings: Settings, command: tuple[str, ...]) -> Sentence:
    if compositor_named(desktop.name) is None:
        return Sentence("A key that you bind in the compositor works in every window; the lines below say to what.")
    key = str(_binding(settings, command).chord)
    return Sentence("{key} works in every window once you bind it in the compositor; the lines below say how.", key=key)


def _binding(settings: Settings, command: tuple[str, ...]) -> Binding:
    holds = settings.activation is not Activation.TOGGLE
    return Binding.of(settings.hotkey, settings.cancel_key, holds=holds, command=command)
