"""What works on this desktop, in plain words, and what to do about the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mojovoice_gui.desktop.bindings import Binding, bindable, compositor_named, lines_for
from mojovoice_gui.desktop.environment import desktop_of
from mojovoice_gui.desktop.hotkeys.chords import parse
from mojovoice_gui.desktop.select import describe_insertion, hotkey_ways
from mojovoice_gui.domain import Activation
from mojovoice_gui.errors import DesktopError, MojoVoiceError, Sentence
from mojovoice_gui.settings import Settings


@dataclass(frozen=True, slots=True)
class DesktopReport:
    """Sentences; ``lines`` is what to write into the compositor's configuration, where nothing else helps."""

    keys: str
    insertion: str
    lines: str = ""
    is_offered: bool = False  # the key is offered to the desktop, which may give another


def report(environ: Mapping[str, str], settings: Settings, command: tuple[str, ...]) -> DesktopReport:
    """Asks the desktop, which may take its time: not in the GUI thread."""
    try:
        way = describe_insertion(environ, has_consent=settings.portal_keys)
        insertion: str = (
            Sentence("The text waits on the clipboard until you paste it, by {way}.", way=way.told)
            if way.is_by_hand
            else Sentence("The text is pasted where your cursor is, by {way}.", way=way.told)
        )
    except MojoVoiceError as error:
        insertion = _both(error)
    desktop = desktop_of(environ)
    try:
        ways = hotkey_ways(settings.hotkey, settings.cancel_key, environ)
    except DesktopError as error:
        return DesktopReport(_both(error), insertion)
    if open_way := next((way for way in ways if not way.obstacle), None):
        heard = Sentence(
            "{desktop}: your key works in every window. It is heard by {way}. {remark}",
            desktop=desktop,
            way=open_way.name,
            remark=open_way.remark,
        )
        return DesktopReport(heard, insertion, is_offered=bool(open_way.remark))
    why = "; ".join(f"{way.name}: {way.obstacle}" for way in ways)
    keys = Sentence("{desktop}: no program may listen to keys by itself here ({why}).", desktop=desktop, why=why)
    return DesktopReport(keys, insertion, _lines(desktop.name, settings, command))


def _both(error: MojoVoiceError) -> str:
    return Sentence("{what} {do}", what=error.sentence, do=error.action)


def _lines(desktop: str, settings: Settings, command: tuple[str, ...]) -> str:
    compositor = compositor_named(desktop)
    if compositor is None:
        return ""
    chord = bindable(parse(settings.hotkey))
    return lines_for(compositor, Binding(chord, settings.activation is not Activation.TOGGLE, command))
