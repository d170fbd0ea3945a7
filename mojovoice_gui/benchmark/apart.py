"""A process of its own that one call after another is made in: what this one was tuned to does not hold there."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from typing import TypeVar

from mojovoice_gui import tuning
from mojovoice_gui.errors import MojoVoiceError, TranscriptionError

TUNED = "tuned"
T = TypeVar("T")


class Apart:
    def __init__(self, *, is_tuned: bool) -> None:
        """``is_tuned``: as ours; else as any program."""
        environment = {name: value for name, value in os.environ.items() if is_tuned or name not in tuning.ENVIRONMENT}
        command = [sys.executable, "-m", __name__, TUNED if is_tuned else "as it comes"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment)  # noqa: S603 - ours

    def call(self, function: Callable[..., T], *arguments: object) -> T:
        """Raises ``TranscriptionError`` for whatever fails there."""
        asked, answered = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answered is not None
        try:
            pickle.dump((function, arguments), asked)
            asked.flush()
            failure, result = pickle.load(answered)  # noqa: S301 - by our own process
        except (OSError, EOFError) as error:
            raise TranscriptionError("The process that was measured has ended.") from error
        if failure:
            raise TranscriptionError(failure)
        found: T = result
        return found

    def close(self) -> None:
        """What is under way is not waited for."""
        self._process.kill()
        self._process.communicate()


def apart(*, is_tuned: bool) -> closing[Apart]:
    """To be entered; ended when it is left."""
    return closing(Apart(is_tuned=is_tuned))


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks is interrupted, and ends this
    if sys.argv[1] == TUNED:
        tuning.tune()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what libraries print is no answer
    while True:
        try:
            function, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - by whoever began this
        except EOFError:
            return
        pickle.dump(_answer(function, arguments), answers)
        answers.flush()


def _answer(function: Callable[..., object], arguments: tuple[object, ...]) -> tuple[str, object]:
    try:
        return "", function(*arguments)
    except MojoVoiceError as error:
        return str(error), None
    except Exception as error:  # noqa: BLE001 - it is told where it was asked for
        return f"{type(error).__name__}: {error}", None


if __name__ == "__main__":
    main()
