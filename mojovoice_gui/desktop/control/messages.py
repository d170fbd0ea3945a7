"""What is said on the line: a request, and what came of it; one line of JSON each."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from dataclasses import asdict, dataclass, field
from typing import TypeAlias

from mojovoice_gui.errors import MojoVoiceError

Scalar: TypeAlias = str | int | float | bool | None
Json: TypeAlias = "Scalar | list[Json] | dict[str, Json]"


@dataclass(frozen=True, slots=True)
class Request:
    """A command to the running app, as on the command line."""

    command: str
    arguments: Mapping[str, Scalar] = field(default_factory=dict)

    def to_json(self) -> str:
        return json.dumps({"command": self.command, "arguments": dict(self.arguments)})

    @classmethod
    def from_json(cls, text: str) -> Request:
        """Raises ``ValueError``."""
        match json.loads(text):
            case {"command": str(command), "arguments": dict(arguments)} if _are_scalars(arguments):
                return cls(command, arguments)
        raise ValueError("not a request")


@dataclass(frozen=True, slots=True)
class Response:
    """What came of it."""

    ok: bool
    sentence: str = ""
    exit_code: int = 0
    data: Mapping[str, Json] = field(default_factory=dict)

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Response:
        """Raises ``ValueError``."""
        match json.loads(text):
            case {"ok": bool(ok), "sentence": str(sentence), "exit_code": int(exit_code), "data": dict(data)}:
                return cls(ok, sentence, exit_code, data)
        raise ValueError("not a response")

    @classmethod
    def of_error(cls, error: MojoVoiceError) -> Response:
        return cls(False, str(error), error.exit_code)


Answers: TypeAlias = "Generator[Response | None, None, None]"
"""One response after another; None while there is none, so that a client who has left is noticed."""

Answer: TypeAlias = Callable[[Request], "Response | Answers"]


def _are_scalars(arguments: dict[object, object]) -> bool:
    return all(isinstance(k, str) and (v is None or isinstance(v, str | int | float)) for k, v in arguments.items())
