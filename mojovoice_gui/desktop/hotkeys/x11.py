"""Push-to-talk and cancel keys on X11: a lone modifier is listened to, everything else is grabbed."""

from __future__ import annotations

from Xlib.display import Display

from mojovoice_gui.desktop.hotkeys.chords import talk_and_cancel
from mojovoice_gui.desktop.hotkeys.display import open_display
from mojovoice_gui.desktop.hotkeys.grab import KeyGrab
from mojovoice_gui.desktop.hotkeys.grabber import Grabber, log_x_error
from mojovoice_gui.desktop.hotkeys.keymap import Keymap
from mojovoice_gui.desktop.hotkeys.listener import LoneKeyListener
from mojovoice_gui.domain import KeyActions
from mojovoice_gui.errors import HotkeyUnavailable, Sentence


class X11Hotkeys:
    """``domain.Hotkeys`` on an X server."""

    def __init__(self, push_to_talk: str, cancel: str = "escape", *, display: str | None = None) -> None:
        """Key names as people write them; an empty ``cancel`` is none. Raises ``HotkeyUnavailable``."""
        self._push_to_talk, self._cancel = talk_and_cancel(push_to_talk, cancel)
        if self._cancel and self._cancel.is_lone_modifier:
            raise HotkeyUnavailable(
                Sentence("The {cancel} key alone cannot cancel.", cancel=self._cancel),
                "Choose one such as Escape or F8 in the settings.",
            )
        self._display_name = display
        self._needs_cancel = False
        self._listener: LoneKeyListener | None = None
        self._grabber: Grabber | None = None

    def start(self, actions: KeyActions) -> None:
        """Listen from now on; raises ``HotkeyUnavailable``, ``DisplayMissing``."""
        display = open_display(self._display_name)
        display.set_error_handler(log_x_error)
        try:
            grab = self._begin(display, actions)
            self._try_cancel(display, actions)
            cancel = self._cancel_grab(display, actions)
            self._grabber = Grabber(display, grab, cancel, self._keyboard_changed)
            self._grabber.start()
        except BaseException:
            self.stop()
            display.close()
            raise

    def _try_cancel(self, display: Display, actions: KeyActions) -> None:
        """By itself: what others do with it while the push-to-talk key is held is no reason to refuse it."""
        if self._needs_cancel and self._cancel:
            trial = KeyGrab(display, self._cancel, actions.cancelled)
            trial.take(Keymap.of(display))
            trial.give_back()

    def _cancel_grab(self, display: Display, actions: KeyActions) -> KeyGrab | None:
        """Not taken yet. It must work while the push-to-talk key is held."""
        if not self._cancel:
            return None
        return KeyGrab(display, self._cancel, actions.cancelled, also_during=self._push_to_talk)

    def _begin(self, display: Display, actions: KeyActions) -> KeyGrab | None:
        """Take the key, or listen to it."""
        if self._push_to_talk.is_lone_modifier:
            listener = LoneKeyListener(self._push_to_talk.key, actions, self._display_name)
            listener.start()
            self._listener = listener
            return None
        grab = KeyGrab(display, self._push_to_talk, actions.pressed, actions.released)
        grab.take(Keymap.of(display))
        return grab

    def _keyboard_changed(self, keymap: Keymap) -> None:
        if self._listener:
            self._listener.keyboard_changed(keymap)

    def watch_cancel(self, on: bool) -> None:
        """The cancel key is ours only while something can be cancelled. Callable from any thread."""
        self._needs_cancel = on
        if self._grabber:
            self._grabber.watch_cancel(on)

    def stop(self) -> None:
        """Release every key. May be called twice."""
        grabber, self._grabber = self._grabber, None
        listener, self._listener = self._listener, None
        if listener:
            listener.stop()
        if grabber:
            grabber.stop()
