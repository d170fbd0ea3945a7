"""Text of sound that is already recorded: files, and what a crash left behind."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from mojovoice_gui import logs
from mojovoice_gui.app import lay_line
from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.audio.spool import Recovered, recoverable
from mojovoice_gui.commands.overrides import overridden
from mojovoice_gui.dictation.line import Line
from mojovoice_gui.domain import Entry, Outcome, Transcript
from mojovoice_gui.errors import AudioError, HistoryError, MojoVoiceError, TranscriptionError
from mojovoice_gui.history.store import History
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import Settings, load


def transcribe_file(paths: Paths, asked: argparse.Namespace) -> int:
    """Every file with one load of the models; a bad one does not stop the others."""
    line = _line(paths, overridden(load(paths.config_file).settings, asked), plain=asked.plain)
    exit_code = 0
    for file in asked.files:
        try:
            transcript = line.text_of(read_audio(file))
        except (AudioError, TranscriptionError) as error:
            exit_code = error.exit_code
            _say_failed(file, error, as_json=asked.json)
        else:
            print(_as_json(file, transcript) if asked.json else _as_text(asked.files, file, transcript), flush=True)
    return exit_code


def recovered(paths: Paths, asked: argparse.Namespace) -> int:
    """List them, write their text, or forget them."""
    left = recoverable(paths.recordings)
    if not left:
        print("No recording was left behind.")
    elif asked.discard:
        _forget(recording.path for recording in left)
    elif asked.text:
        settings = load(paths.config_file).settings
        line = _line(paths, settings)
        for recording in left:
            transcript = line.text_of(read_audio(recording.path))
            print(transcript.text, flush=True)
            if settings.keeps_history:
                _remember(paths, recording, transcript, line.model)
            recording.path.unlink(missing_ok=True)
    else:
        for recording in left:
            print(f"{recording.started:%Y-%m-%d %H:%M}  {recording.seconds:5.0f} s  {recording.path}")
        print("Their text: `mojovoice recovered --text`. Forget them: `mojovoice recovered --discard`.")
    return 0


def _remember(paths: Paths, recording: Recovered, transcript: Transcript, model: str) -> None:
    """The history may know it as failed, or from the last start; what cannot be remembered is in the terminal."""
    history = History(paths.history)
    try:
        number = history.number_of(recording.path)
        if number is None:
            history.add(Entry(recording.started, Outcome.RECOVERED, transcript, model=model))
        else:
            history.rewrite(number, transcript, model)
    except HistoryError as error:
        print(f"mojovoice: {error}", file=sys.stderr)
    finally:
        history.close()


def _line(paths: Paths, settings: Settings, *, plain: bool = False) -> Line:
    logs.start(paths.logs, settings.log_level)
    line = lay_line(paths, settings, plain=plain)
    line.transcriber.load()
    return line


def _forget(files: Iterable[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
        print(f"Forgotten: {file.name}")


def _say_failed(file: Path, error: MojoVoiceError, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"file": str(file), "error": str(error)}), flush=True)
    print(f"mojovoice: {error}", file=sys.stderr)


def _as_text(files: list[Path], file: Path, transcript: Transcript) -> str:
    return transcript.text if len(files) == 1 else f"{file}: {transcript.text}"


def _as_json(file: Path, transcript: Transcript) -> str:
    stats = transcript.stats
    return json.dumps(
        {
            "file": str(file),
            "text": transcript.text,
            "language": transcript.language,
            "audio_s": round(transcript.audio_s, 3),
            "tokens": stats.tokens,
            "passes": stats.passes,
            "proposed": stats.proposed,
            "accepted": stats.accepted,
            "acceptance": round(stats.acceptance, 3),
            "times": {name: round(seconds, 4) for name, seconds in asdict(transcript.times).items()},
            "device": transcript.device,
        },
        ensure_ascii=False,
    )
