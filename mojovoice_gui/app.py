"""The composition root: makes every object, connects them, runs them with a tray icon or without one."""

from __future__ import annotations

import logging
import signal
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mojovoice_gui import logs
from mojovoice_gui.archive import Archive
from mojovoice_gui.desktop.loudspeaker import Loudspeaker
from mojovoice_gui.desktop.notifications import notify
from mojovoice_gui.desktop.single_instance import ControlServer, Request, ask
from mojovoice_gui.dictation.changes import Changes
from mojovoice_gui.dictation.cues import Cues
from mojovoice_gui.dictation.engine import Desk, DictationEngine
from mojovoice_gui.dictation.events import (
    Answered,
    Cancelled,
    CopyAsked,
    Interrupted,
    MicrophoneChosen,
    Pressed,
    Released,
    SettingsChanged,
    Toggled,
)
from mojovoice_gui.dictation.keys import Keys
from mojovoice_gui.dictation.landing import Landing
from mojovoice_gui.dictation.line import Line
from mojovoice_gui.dictation.listeners import Listeners
from mojovoice_gui.dictation.session import Session
from mojovoice_gui.dictation.under_speech import Ears
from mojovoice_gui.dictation.way import Relay
from mojovoice_gui.dictation.worker import PasteText, Worker
from mojovoice_gui.domain import (
    Focus,
    Hotkeys,
    KeyActions,
    Listener,
    Live,
    Microphone,
    Notice,
    Question,
    Spool,
    Stage,
    TextInserter,
    WhenMoved,
)
from mojovoice_gui.errors import KeyringUnavailable, ModelError
from mojovoice_gui.paths import Paths, resources
from mojovoice_gui.remembering import open_archive, remember_left_behind, retention
from mojovoice_gui.remote import Remote
from mojovoice_gui.settings import Settings, changes, in_section, load, write_default

if TYPE_CHECKING:  # what is heavy is imported in the thread that needs it
    from mojovoice_gui.models.store import ModelStore
    from mojovoice_gui.ui.application import TrayApplication

log = logging.getLogger(__name__)

ASK_S = 5.0

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


def real_parts(paths: Paths) -> Parts:
    """What a user gets."""
    from mojovoice_gui.audio.capture import SounddeviceMicrophone
    from mojovoice_gui.audio.spool import Spool as FileSpool
    from mojovoice_gui.desktop.select import select_focus, select_hotkeys

    spool = FileSpool(paths.recordings)
    return Parts(
        spool,
        lambda settings: SounddeviceMicrophone(settings.microphone),
        lambda settings: select_hotkeys(settings.hotkey, settings.cancel_key),
        lambda settings: lay_line(paths, settings),
        open_inserter,
        select_focus,
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
        return None, str(error)


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


def open_inserter(settings: Settings) -> TextInserter:
    """The way into the window, as the settings say; raises ``DesktopError``."""
    from mojovoice_gui.desktop.select import select_inserter

    return select_inserter(
        append_space=settings.append_space,
        restore_clipboard=settings.restore_clipboard,
        paste_key=settings.paste_key,
    )


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
        if "microphone" in changed:
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

    def try_keys(self, settings: Settings) -> Future[None]:
        """Would its keys work here? The future raises ``DesktopError``."""
        return self.keys.attempt(partial(self._parts.open_hotkeys, settings))

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

    def paste(self, text: str) -> None:
        """Into the window that has the keyboard."""
        self._worker.put(PasteText(text))

    def answer(self, question: Question, answer: WhenMoved) -> None:
        """Where a text goes that was held."""
        self.engine.post(Answered(question.number, answer))

    def _landing(self, settings: Settings) -> Landing:
        return Landing(self._parts.open_inserter(settings), self._parts.open_focus(), settings.when_moved)

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


def _first_instance(paths: Paths) -> ControlServer | None:
    """The right to be the one that runs; otherwise the one that runs is shown."""
    instance = ControlServer(paths.runtime)
    if instance.acquire():
        return instance
    sys.stdout.write(ask(paths.runtime, Request("show"), ASK_S, is_starting=True).sentence + "\n")
    return None


def _settings(paths: Paths) -> tuple[Settings, tuple[Notice, ...]]:
    """What the user chose, and what is wrong with it."""
    write_default(paths.config_file)
    loaded = load(paths.config_file)
    logs.start(paths.logs, loaded.settings.log_level)
    return loaded.settings, tuple(Notice(warning, "Run `mojovoice config --check`.") for warning in loaded.warnings)


def _recovered(paths: Paths, archive: Archive) -> tuple[Notice, ...]:
    """Recordings that were never delivered: offered, not pasted."""
    from mojovoice_gui.audio.spool import recoverable

    left = recoverable(paths.recordings)
    if not left:
        return ()
    remember_left_behind(archive, left)
    seconds = sum(recording.seconds for recording in left)
    what = f"Recovered: {len(left)} recording(s), {seconds:.0f} s, that never became text."
    log.info(what)
    return (Notice(what, "`mojovoice recovered` shows them.", is_error=False),)


def _cues(settings: Settings) -> Cues:
    """Sounds, if they are wanted."""
    loudspeaker = Loudspeaker()
    return Cues(lambda cue: loudspeaker.play(resources() / "sounds" / f"{cue}.wav"), is_on=settings.sounds)


def _nothing_to_show() -> str:
    return "Mojo Voice is already running, without a tray icon and without windows."


class Daemon:
    """The dictation without a tray icon: what it has to say goes to the desktop's notifications and the log."""

    def stage_changed(self, stage: Stage) -> None:
        log.debug("Stage: %s", stage)

    def noticed(self, notice: Notice) -> None:
        notify(notice)

    def live_changed(self, live: Live) -> None:
        """It has nowhere to show it."""

    def asked(self, question: Question) -> None:
        """It has no way to ask: its setting is another one."""


def run_daemon(paths: Paths) -> int:
    """Dictate until a signal or ``mojovoice daemon down``; the exit code."""
    instance = _first_instance(paths)
    if instance is None:
        return 0
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    settings, warnings = _settings(paths)
    if settings.when_moved is WhenMoved.ASK:
        settings = replace(settings, when_moved=WhenMoved.COPY)  # there is nobody who could ask
    daemon, changes = Daemon(), Changes()
    dictation = Dictation(real_parts(paths), settings, Listeners(daemon, changes, _cues(settings)))
    dictation.start()
    instance.start(Remote(dictation.engine, changes, show=_nothing_to_show, quit_app=ended.set).answer)
    for notice in (*warnings, *_recovered(paths, dictation.archive)):
        daemon.noticed(notice)
    ended.wait()
    dictation.close()
    instance.close()
    return 0


def run_tray(paths: Paths, *, shows_settings: bool = False) -> int:
    """Dictate with an icon in the tray until the user quits; the exit code."""
    instance = _first_instance(paths)
    if instance is None:
        return 0
    from mojovoice_gui.ui.application import TrayApplication  # Qt only where there is a screen
    from mojovoice_gui.ui.choices import Choices
    from mojovoice_gui.ui.surroundings import Surroundings

    settings, warnings = _settings(paths)
    shown = TrayApplication(resources() / "icons")
    shown.show_overlay(settings.overlay, settings.motion)
    told = Changes()
    cues = _cues(settings)
    dictation = Dictation(real_parts(paths), settings, Listeners(shown.bridge, told, cues))
    choices = Choices(paths.config_file, settings, dictation.apply)
    background = ThreadPoolExecutor(1, "background")
    choices.changed.connect(lambda _: _show_as_chosen(choices.settings, shown, cues))
    shown.connect(dictation.toggle, dictation.cancel, dictation.copy_last)
    shown.answer_questions(dictation.answer)
    shown.surround(
        Surroundings(
            paths,
            choices,
            shown.bridge,
            dictation.engine,
            dictation.keys,
            dictation.try_keys,
            background,
            _command(paths),
        )
    )
    dictation.start()
    remote = Remote(dictation.engine, told, show=shown.ask_to_show, quit_app=shown.bridge.quit_asked.emit)
    instance.start(remote.answer)
    for notice in (*warnings, *_recovered(paths, dictation.archive)):
        shown.bridge.noticed(notice)
    if shows_settings:
        shown.show_settings()
    code = shown.run()
    background.shutdown(wait=False, cancel_futures=True)
    dictation.close()
    instance.close()
    return code


def _show_as_chosen(settings: Settings, shown: TrayApplication, cues: Cues) -> None:
    shown.show_overlay(settings.overlay, settings.motion)
    cues.is_on = settings.sounds


def _command(paths: Paths) -> tuple[str, ...]:
    """What starts this program from outside, with this profile."""
    profile = ("--profile-dir", str(paths.profile)) if paths.profile else ()
    return (sys.executable, "-m", "mojovoice_gui", *profile)
