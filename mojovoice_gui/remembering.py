"""How the app remembers: its archive, and what the history can ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mojovoice_gui.domain import Archive, Entry, IsCancelled, Notice, Outcome, Retention, Spool, Transcript
from mojovoice_gui.errors import Sentence
from mojovoice_gui.history.archivist import Archivist
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import Settings

if TYPE_CHECKING:  # what is heavy, or a window's, is imported when it is wanted
    from mojovoice_gui.audio.spool import Recovered
    from mojovoice_gui.dictation.line import Line
    from mojovoice_gui.ui.history.deeds import Deeds

LEFT_BEHIND = Sentence("Mojo Voice ended before this became text.")


def open_archive(paths: Paths, settings: Settings, spool: Spool, tell: Callable[[Notice], None]) -> Archivist:
    """The history, written by a thread of its own from now on."""
    archivist = Archivist(paths.history, spool, retention(settings), tell)
    archivist.start()
    return archivist


def retention(settings: Settings) -> Retention | None:
    """How much is remembered; None: nothing."""
    if not settings.keeps_history:
        return None
    return Retention(settings.history_days, settings.history_entries, settings.keeps_sound, settings.discarded_days)


def remember_left_behind(archive: Archive, recordings: Iterable[Recovered]) -> None:
    """They can be restored from the history as well."""
    for recording in recordings:
        said = Transcript("", audio_s=recording.seconds)
        archive.add(Entry(recording.started, Outcome.RECOVERED, said, LEFT_BEHIND, audio=recording.path))


def history_deeds(
    paths: Paths,
    settings: Callable[[], Settings],
    lay_plain_line: Callable[[Settings], Line],
    paste: Callable[[str], None],
    forget: Callable[[], Future[int]],
) -> Deeds:
    """``settings``: those in force; ``lay_plain_line``: from sound to text, by the target alone."""
    from mojovoice_gui.ui.history.deeds import Deeds

    def transcribe(file: Path, model: str, is_cancelled: IsCancelled) -> Transcript:
        from mojovoice_gui.audio.files import read_audio

        samples = read_audio(file)
        line = lay_plain_line(replace(settings(), target=model))
        line.transcriber.load()
        try:
            return line.text_of(samples, is_cancelled)
        finally:
            line.transcriber.unload()

    def models() -> tuple[str, ...]:
        from mojovoice_gui.models.store import ModelStore

        return tuple(model.name for model in ModelStore(paths).installed())

    def play(file: Path, is_stopped: IsCancelled) -> None:
        from mojovoice_gui.audio import player

        player.play(file, is_stopped)

    return Deeds(paste, lambda: settings().target, models, transcribe, play, forget)
