"""The composition root: makes everything that runs between the key and the window, and connects it."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mojovoice_gui import logs
from mojovoice_gui.dictation.engine import Desk, DictationEngine
from mojovoice_gui.dictation.events import (
    Answered,
    Cancelled,
    CopyAsked,
    ForgetAsked,
    Interrupted,
    MicrophoneChosen,
    Pressed,
    Released,
    SettingsChanged,
    Toggled,
)
from mojovoice_gui.dictation.jobs import PasteText
from mojovoice_gui.dictation.keys import Keys
from mojovoice_gui.dictation.landing import Landing
from mojovoice_gui.dictation.line import Line
from mojovoice_gui.dictation.session import Session
from mojovoice_gui.dictation.under_speech import Ears
from mojovoice_gui.dictation.way import Relay
from mojovoice_gui.dictation.worker import Worker
from mojovoice_gui.domain import (
    Archive,
    Focus,
    Hotkeys,
    KeyActions,
    Listener,
    Microphone,
    Notice,
    Question,
    Spool,
    TextInserter,
    WhenMoved,
)
from mojovoice_gui.errors import KeyringUnavailable, ModelError, joined
from mojovoice_gui.paths import Paths
from mojovoice_gui.remembering import open_archive, retention
from mojovoice_gui.settings import Settings, changes, in_section

if TYPE_CHECKING:  # what is heavy is imported in the thread that needs it
    from mojovoice_gui.desktop.insertion.habits import Habits
    from mojovoice_gui.desktop.insertion.wayland.portal_keyboard import PortalKeyboard
    from mojovoice_gui.models.store import ModelStore

log = logging.getLogger(__name__)

OF_MODELS = in_section("model") - {"idle_unload_min", "mirror"}
OF_OUTPUT = in_section("output")
OF_HISTORY = in_section("history")
"""Settings that need the models to be loaded anew, the way into the window to be opened anew, or another memory."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The edges of the program: what tests replace. Each is opened in the thread that uses it."""

    spool: Spool
    choose_microphone: Callable[[Settings], Microphone]
    open_hotkeys: Callable[[Settings], Hotkeys]
    lay_line: Callable[[Settings], Line]
    open_inserter: Callable[[Settings], TextInserter]
    open_focus: Callable[[], Focus]
    open_archive: Callable[[Settings, Callable[[Notice], None]], Archive]  # it tells what goes wrong


def real_parts(paths: Paths, portal: PortalKeyboard | None = None, in_words: Callable[[str], str] = str) -> Parts:
    """What a user gets. ``portal``: presses keys where the user wants it and nothing better does.

    ``in_words``: our sentences in the user's language, callable from any thread.
    """
    from mojovoice_gui.audio.capture import SounddeviceMicrophone
    from mojovoice_gui.audio.spool import FileSpool
    from mojovoice_gui.desktop.select import select_focus, select_hotkeys
    from mojovoice_gui.desktop.wayland_focus import WaylandFocuses

    spool = FileSpool(paths.recordings)
    return Parts(
        spool,
        lambda settings: SounddeviceMicrophone(settings.microphone, settings.channel),
        lambda settings: select_hotkeys(settings.hotkey, settings.cancel_key, in_words),
        lambda settings: lay_line(paths, settings),
        lambda settings: open_inserter(settings, portal),
        partial(select_focus, WaylandFocuses(os.environ)),
        lambda settings, tell: open_archive(paths, settings, spool, tell),
    )


def lay_line(paths: Paths, settings: Settings, *, plain: bool = False) -> Line:
    """From sound to text as the settings say; ``plain`` is the target alone. Raises ``ModelError``."""
    from mojovoice_gui.asr.options import EngineOptions
    from mojovoice_gui.asr.transcriber import WhisperTranscriber
    from mojovoice_gui.audio.vad import has_speech, quiet_s
    from mojovoice_gui.models.store import ModelStore
    from mojovoice_gui.text.formatter import format_text

    store = ModelStore(paths)
    target = store.find(settings.target)
    draft, no_draft = (None, "") if plain else _draft(store, settings.draft)
    options = EngineOptions(
        target,
        draft,
        settings.language,
        settings.prompt,
        settings.device,
        settings.compute_type,
        settings.threads,
        plain,
        settings.draft_must_pay,
        settings.patience_ms / 1e3,
        no_draft,
    )
    transcriber = WhisperTranscriber(options, calibrations=paths.cache / "calibrations")
    name = Path(settings.target).name  # a model's folder is named after it
    return Line(Ears(has_speech, quiet_s), transcriber, format_text, settings.exact, name)


def _draft(store: ModelStore, name: str) -> tuple[Path | None, str]:
    """Where the draft is, or why there is none: then the target decodes alone, and says the same."""
    if not name:
        return None, ""
    try:
        return store.find(name), ""
    except ModelError as error:
        log.warning("No draft model: %s", error)
        return None, joined((error.sentence, error.action), " ")


def model_store(paths: Paths, settings: Settings) -> ModelStore:
    """Models, and the hub that the settings name; its token is fetched from the keyring when it is needed."""
    from mojovoice_gui.models.hub import Hub
    from mojovoice_gui.models.store import ModelStore

    return ModelStore(paths, Hub(settings.mirror or None, token=lambda: hub_token(settings.mirror)))


def hub_token(mirror: str) -> str | None:
    """Of this hub alone; None where there is none, or no keyring: what is public needs no token."""
    from mojovoice_gui.desktop.secrets import Secrets, hub_token_name

    try:
        return Secrets().get(hub_token_name(mirror))
    except KeyringUnavailable as error:
        log.info("No token for the hub: %s", error)
        return None


def open_inserter(settings: Settings, portal: PortalKeyboard | None = None) -> TextInserter:
    """The way into the window, as the settings say; raises ``DesktopError``."""
    from mojovoice_gui.desktop.select import select_inserter

    return select_inserter(
        portal if settings.portal_keys else None,
        append_space=settings.append_space,
        space_before=settings.space_before,
        restore_clipboard=settings.restore_clipboard,
        habits=habits_of(settings),
    )


def habits_of(settings: Settings) -> Habits:
    """How programs are given a text."""
    from mojovoice_gui.desktop.insertion.habits import Habits
    from mojovoice_gui.desktop.insertion.terminals import PasteKey

    return Habits(PasteKey(settings.paste_key), settings.paste_keys)


class Dictation:
    """Everything that runs between the key and the window."""

    def __init__(
        self, parts: Parts, settings: Settings, listener: Listener, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._parts = parts
        self._settings = settings
        self.archive = parts.open_archive(settings, listener.noticed)
        self._worker = Worker(
            partial(parts.lay_line, settings), partial(self._landing, settings), self.archive, _idle_s(settings), clock
        )
        desk = Desk(
            parts.choose_microphone(settings),
            parts.spool,
            self.archive,
            self._worker,
            listener,
            lambda on: self.keys.watch_cancel(on),
            parts.open_focus,
        )
        session = Session(settings.activation, settings.tap_ms / 1000, float(settings.longest_recording_s))
        self.engine = DictationEngine(session, desk, clock)
        self.keys = Keys(self._key_actions(), listener.noticed)

    def start(self) -> None:
        """Returns at once; models are loaded and keys opened in their own threads."""
        self.engine.start()
        self._worker.start()
        self.keys.use(partial(self._parts.open_hotkeys, self._settings))

    def apply(self, settings: Settings) -> None:
        """These hold from now on: what they concern is replaced. Returns at once; what fails is told."""
        before, self._settings = self._settings, settings
        changed = changes(before, settings)
        if changed & {"hotkey", "cancel_key"}:
            self.keys.use(partial(self._parts.open_hotkeys, settings))
        if changed & {"microphone", "channel"}:
            self.engine.post(MicrophoneChosen(self._parts.choose_microphone(settings)))
        if changed & {"activation", "tap_ms", "longest_recording_s"}:
            self.engine.post(
                SettingsChanged(settings.activation, settings.tap_ms / 1000, float(settings.longest_recording_s))
            )
        if changed & (OF_MODELS | OF_OUTPUT | {"idle_unload_min"}):
            self._worker.put(self._relay(changed, settings))
        if changed & OF_HISTORY:
            self.archive.retain(retention(settings))
        if "log_level" in changed:
            logs.set_level(settings.log_level)

    def try_keys(self, settings: Settings, name: str = "hotkey") -> Future[None]:
        """Would its keys work here? ``name``: of the one that is in question. The future raises ``DesktopError``."""
        is_cancel = name == "cancel_key"
        return self.keys.attempt(partial(self._parts.open_hotkeys, settings), with_cancel=is_cancel)

    def close(self) -> None:
        """Keys first, so that nothing new begins; what was not delivered stays on disk."""
        self.keys.close()
        self.engine.close()
        self._worker.close()
        self.archive.close()

    def _relay(self, changed: frozenset[str], settings: Settings) -> Relay:
        return Relay(
            _idle_s(settings),
            partial(self._parts.lay_line, settings) if changed & OF_MODELS else None,
            partial(self._landing, settings) if changed & OF_OUTPUT else None,
        )

    def toggle(self) -> None:
        self.engine.post(Toggled(self.engine.now))

    def cancel(self) -> None:
        self.engine.post(Cancelled())

    def copy_last(self) -> None:
        self.engine.post(CopyAsked())

    def forget(self) -> Future[int]:
        """Whatever has become text until now, unless it still waits for an answer; how many dictations that were.

        The future raises ``HistoryError``.
        """
        self.engine.post(ForgetAsked())
        return self.archive.forget()

    def paste(self, text: str) -> None:
        """Into the window that has the keyboard."""
        self._worker.put(PasteText(text))

    def answer(self, question: Question, answer: WhenMoved) -> None:
        """Where a text goes that was held."""
        self.engine.post(Answered(question.number, answer))

    def _landing(self, settings: Settings) -> Landing:
        is_left = settings.paste_key == "clipboard"  # then no window matters
        when_moved = WhenMoved.HERE if is_left else settings.when_moved
        return Landing(self._parts.open_inserter(settings), self._parts.open_focus(), when_moved)

    def _key_actions(self) -> KeyActions:
        engine = self.engine
        return KeyActions(
            pressed=lambda: engine.post(Pressed(engine.now)),
            released=lambda: engine.post(Released(engine.now)),
            interrupted=lambda: engine.post(Interrupted()),
            cancelled=self.cancel,
        )


def _idle_s(settings: Settings) -> float | None:
    return settings.idle_unload_min * 60 or None
