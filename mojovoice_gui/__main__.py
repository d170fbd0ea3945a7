"""Command line in, exit code out."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from mojovoice_gui import tuning
from mojovoice_gui.errors import MojoVoiceError
from mojovoice_gui.paths import Paths

EPILOG = """exit codes: 0 done, 2 settings or usage, 3 microphone or audio file, 4 model, 5 transcription, 6 desktop,
7 Mojo Voice is not running, 8 history, 1 anything else"""


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 or the exit code of what went wrong."""
    _speak_somewhere()
    tuning.tune()
    asked = _parser().parse_args(argv)
    paths = Paths.under(asked.profile_dir.absolute()) if asked.profile_dir else Paths.of_user()
    module, _, function = asked.does.partition(":")
    command: Callable[[Paths, argparse.Namespace], int] = getattr(
        importlib.import_module(f"mojovoice_gui.commands.{module}"), function
    )
    try:
        return command(paths, asked)
    except MojoVoiceError as error:
        sys.stderr.write(f"mojovoice: {error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        return 130


def _speak_somewhere() -> None:
    """Windows gives a program without a console no place to print to."""
    if sys.stdout is None or sys.stderr is None:
        sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for as long as we run


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "mojovoice", description="Hold a key, speak, let go: the text is in the window you were in.", epilog=EPILOG
    )
    parser.add_argument("--version", action="version", version=f"mojovoice {version('mojovoice')}")
    parser.add_argument("--profile-dir", type=Path, help="keep settings, models and logs in this folder alone")
    parser.add_argument("--hidden", action="store_true", help="open no window, even at the first start")
    parser.set_defaults(does="run:tray")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands (none: dictate, with an icon in the tray)")
    _add_control(commands)
    _add_daemon(commands)
    _add_files(commands)
    _add_history(commands)
    _add_models(commands)
    _add_care(commands)
    _add_benchmark(commands)
    return parser


Commands = argparse._SubParsersAction  # argparse has no public name for what add_subparsers returns


def _add(commands: Commands[argparse.ArgumentParser], name: str, does: str, text: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.set_defaults(does=does)
    return command


def _add_control(commands: Commands[argparse.ArgumentParser]) -> None:
    start = _add(commands, "start", "control:start", "start recording in the running app")
    start.add_argument("-d", "--duration", type=_seconds, metavar="SECONDS", help="stop by itself after so long")
    start.add_argument("-c", "--clipboard", action="store_true", help="put the text on the clipboard, not in a window")
    _add(commands, "stop", "control:stop", "stop recording and insert the text")
    _add(commands, "toggle", "control:toggle", "start, or stop and insert")
    _add(commands, "cancel", "control:cancel", "give up what is being recorded or transcribed")
    status = _add(commands, "status", "control:status", "say what the app is doing")
    status.add_argument("--json", action="store_true", help="as one JSON object")
    status.add_argument("-f", "--follow", action="store_true", help="go on: one line for each change")


def _add_daemon(commands: Commands[argparse.ArgumentParser]) -> None:
    daemon = commands.add_parser(
        "daemon", help="dictate without a tray icon", description="Dictate without a tray icon."
    )
    actions = daemon.add_subparsers(metavar="ACTION", required=True)
    _add(actions, "up", "daemon:up", "start it in the background")
    _add(actions, "down", "daemon:down", "end the running app")
    _add(actions, "restart", "daemon:restart", "end it and start it again")
    _add(actions, "run", "run:daemon", "run it here, in the foreground")
    _add(actions, "pid", "daemon:pid", "say its process number")
    status = _add(actions, "status", "control:status", "say what it is doing")
    status.add_argument("--json", action="store_true", help="as one JSON object")
    status.add_argument("-f", "--follow", action="store_true", help="go on: one line for each change")
    logs = _add(actions, "logs", "daemon:logs", "show its log")
    logs.add_argument("-f", "--follow", action="store_true", help="go on showing what comes")
    logs.add_argument("-n", "--lines", type=int, default=50, help="how many lines (default 50)")


def _add_files(commands: Commands[argparse.ArgumentParser]) -> None:
    files = _add(commands, "transcribe-file", "files:transcribe_file", "write the text of sound files")
    files.add_argument("files", nargs="+", type=Path, metavar="PATH")
    files.add_argument("--json", action="store_true", help="one JSON object a line")
    files.add_argument("--plain", action="store_true", help="the target alone, greedy: no speculative decoding")
    _add_engine(files, "-m", "--model")
    recovered = _add(commands, "recovered", "files:recovered", "recordings that a crash left behind")
    recovered.add_argument("--text", action="store_true", help="write their text, and forget them")
    recovered.add_argument("--discard", action="store_true", help="forget them")


def _add_engine(command: argparse.ArgumentParser, *target: str) -> None:
    """What replaces the settings for this once; ``target``: how that option is called."""
    command.add_argument(*target, dest="target", metavar="MODEL", help="another target than the settings name")
    command.add_argument("--draft", metavar="MODEL", help="another draft; empty for none")
    command.add_argument("--language", help="the language spoken, such as en; auto listens first")
    command.add_argument("--device", choices=("auto", "cpu", "cuda"))
    command.add_argument("--compute-type", help="such as int8 or float32")


def _add_history(commands: Commands[argparse.ArgumentParser]) -> None:
    history = commands.add_parser("history", help="what was dictated", description="What was dictated.")
    history.set_defaults(does="history:show", words=[], number=20, json=False)
    actions = history.add_subparsers(metavar="ACTION")
    show = _add(actions, "list", "history:show", "show it, or what is found of it")
    show.add_argument("words", nargs="*", metavar="WORD", help="that must be in it; a beginning is enough")
    show.add_argument("-n", "--number", type=int, default=20, help="how many (default 20)")
    show.add_argument("--json", action="store_true", help="one JSON object a line")
    write = _add(actions, "export", "history:write", "write it to a file: .json, .csv or .txt")
    write.add_argument("file", type=Path)
    write.add_argument("words", nargs="*", metavar="WORD", help="only what is found")
    _add(actions, "waits", "history:waits", "how long you waited for your texts")
    clear = _add(actions, "clear", "history:clear", "forget all of it")
    clear.add_argument("--yes", action="store_true", help="really")
    take = _add(actions, "import", "history:take_over", "take over what the old mojovoice remembered")
    take.add_argument("folder", nargs="?", type=Path, help="with history.jsonl and vocab.db (default: where they were)")
    take.add_argument("--config", type=Path, metavar="FILE", help="and its settings")


def _add_models(commands: Commands[argparse.ArgumentParser]) -> None:
    models = _add(commands, "models", "models:show", "list the models: here, and to be had")
    models.add_argument("--json", action="store_true", help="as one JSON object a line")
    care = models.add_subparsers(metavar="ACTION")
    take_in = _add(care, "import", "models:take_in", "copy a model that you have in some folder to the others")
    take_in.add_argument("folder", type=Path)
    delete = _add(care, "delete", "models:delete", "delete a model of yours from the disk")
    delete.add_argument("model")
    delete.add_argument("--yes", action="store_true", help="even if it is the one in use")
    download = _add(commands, "download", "models:download", "fetch a model from the Hugging Face hub")
    download.add_argument("model", help="a name from `mojovoice models`, or OWNER/NAME of any other on the hub")


def _add_care(commands: Commands[argparse.ArgumentParser]) -> None:
    _add(commands, "settings", "run:settings", "open the settings window")
    config = _add(commands, "config", "config:config", "the settings file")
    what = config.add_mutually_exclusive_group(required=True)
    what.add_argument("--path", action="store_true", help="say where it is")
    what.add_argument("--check", action="store_true", help="say what is wrong in it")
    what.add_argument("--reset", action="store_true", help="go back to the defaults; the old file is kept as .bak")
    _add(commands, "doctor", "doctor:doctor", "look at everything that dictation needs")
    bindings = _add(commands, "bindings", "bindings:bindings", "lines that bind a key in the compositor (Wayland)")
    bindings.add_argument("compositor", nargs="?", choices=("sway", "hyprland", "gnome", "kde"), help="default: yours")
    bindings.add_argument("--key", help="another key than the settings name, such as ctrl+alt+space")


def _add_benchmark(commands: Commands[argparse.ArgumentParser]) -> None:
    run = _add(
        commands, "benchmark", "benchmark:benchmark", "measure it beside stock faster-whisper, as fast as one speaks"
    )
    run.add_argument("--samples", type=Path, metavar="PATH", help="sound files, or a folder with a manifest.jsonl")
    run.add_argument("--categories", nargs="+", metavar="NAME", help="of the manifest's clips; default: all")
    run.add_argument("--shortest", type=float, default=0.0, metavar="SECONDS", help="leave out shorter clips")
    run.add_argument("--longest", type=float, default=float("inf"), metavar="SECONDS", help="leave out longer clips")
    run.add_argument("--every", type=int, default=1, metavar="N", help="only each N-th clip")
    run.add_argument("--limit", type=int, metavar="N", help="at most so many clips")
    run.add_argument("--takes", type=int, default=1, metavar="N", help="each clip N times, to tell chance from a cause")
    _add_engine(run, "--target")
    run.add_argument("--threads", type=int, help="for each of the two (default: one for each core)")
    run.add_argument(
        "--after-word", type=float, default=0.4, metavar="SECONDS", help="also released so long after the last word"
    )
    run.add_argument("--no-after-word", dest="after_word", action="store_const", const=None, help="not that")
    run.add_argument("--no-stock", dest="stock", action="store_false", help="ours alone")
    run.add_argument("--beam5", action="store_true", help="also stock with its defaults, 5 beams")
    run.add_argument("--peers", action="store_true", help="also other engines, where their packages are installed")
    run.add_argument("--no-quiet", dest="quiet", action="store_false", help="without clips in which nobody speaks")
    run.add_argument("--no-memory", dest="memory", action="store_false", help="do not measure memory")
    run.add_argument("--geometry", choices=("large-v3-turbo",), help="also what a target of this shape would take")
    run.add_argument("--rehearse", action="store_true", help="not in real time, but as fast as it goes: for the words")
    run.add_argument(
        "--frontier", action="store_true", help="the same in several ways, and set the words against the wait"
    )
    run.add_argument("--out", type=Path, metavar="FOLDER", help="write benchmark.json and benchmark.html there")


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds <= 3600:
        raise argparse.ArgumentTypeError("must be more than 0 and at most 3600")
    return seconds


if __name__ == "__main__":
    sys.exit(main())
