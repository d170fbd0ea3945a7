"""One Mojo Voice per user, and the line on which commands reach it: a Unix socket that only its user can open.

A lock decides who is first, not the socket: the kernel gives it back when its owner dies, however it dies.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import socket
import stat
import struct
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeAlias

from mojovoice_gui.errors import AppUnreachable, DesktopError, MojoVoiceError

logger = logging.getLogger(__name__)

Scalar: TypeAlias = str | int | float | bool | None
Json: TypeAlias = "Scalar | list[Json] | dict[str, Json]"

SOCKET = "control.sock"
LOCK = "control.lock"
LONGEST_PATH_BYTES = 103  # of a socket, on the strictest system
LONGEST_REQUEST_BYTES = 1 << 16
LONGEST_RESPONSE_BYTES = 1 << 24
CLIENT_PATIENCE_S = 5.0  # for a client to say what it wants, and to take the answer
MOST_CLIENTS = 32
LOOK_AGAIN_S = 0.05
NOT_RUNNING = "Mojo Voice is not running."
START_IT = "Start it with `mojovoice` or `mojovoice daemon up`."


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


class ControlServer:
    """The first instance's end."""

    def __init__(self, runtime: Path) -> None:
        self._runtime = runtime
        self._lock: int | None = None
        self._listener: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self._free = threading.BoundedSemaphore(MOST_CLIENTS)

    def acquire(self) -> bool:
        """Whether this is the first instance, now and until ``close``; raises ``DesktopError``."""
        if self._lock is not None:
            return True
        _require_unix()
        import fcntl

        with _private_folder(self._runtime, make=True) as folder:
            lock = _opened_lock(self._runtime, folder)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(lock)
                return False
            self._lock = lock
            return True

    def start(self, answer: Answer) -> None:
        """Hear requests from now on; only for the first instance. Raises ``DesktopError``.

        ``answer`` is called on a thread per request, so that a slow one holds nobody up: it must bear that.
        """
        assert self._lock is not None, "acquire() first"
        with _private_folder(self._runtime, make=False) as folder:
            with contextlib.suppress(FileNotFoundError):  # there is one only after a crash
                os.unlink(SOCKET, dir_fd=folder)
            listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                listener.bind(_address(self._runtime, folder))
                os.chmod(SOCKET, 0o600, dir_fd=folder)
                listener.listen(MOST_CLIENTS)
            except OSError as error:
                listener.close()
                raise DesktopError(f"No command can reach Mojo Voice: {error}.") from error
        self._listener = listener
        self._thread = threading.Thread(target=self._accept, args=(listener, answer), name="control", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Hear no more and let the next instance be the first. May be called twice."""
        listener, self._listener = self._listener, None  # first: the thread looks at it when it wakes
        if listener is not None:
            with contextlib.suppress(OSError):  # the thread may have ended by itself
                listener.shutdown(socket.SHUT_RDWR)  # wakes accept(), which close() alone does not
            listener.close()
            with contextlib.suppress(OSError):  # somebody has cleaned up before us
                (self._runtime / SOCKET).unlink()
        if self._thread is not None:
            self._thread.join(CLIENT_PATIENCE_S)
            self._thread = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _accept(self, listener: socket.socket, answer: Answer) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError as error:
                if self._listener is None:  # closed
                    return
                logger.warning("A command could not be heard: %s", error)
                time.sleep(LOOK_AGAIN_S)
                continue
            if not self._free.acquire(blocking=False):
                client.close()
                continue
            threading.Thread(target=self._serve, args=(client, answer), name="control-client", daemon=True).start()

    def _serve(self, client: socket.socket, answer: Answer) -> None:
        """One client from its request to its answer."""
        try:
            with client:
                if not _is_same_user(client):
                    logger.warning("Another user tried to give a command")
                    return
                line = _read_line(client, time.monotonic() + CLIENT_PATIENCE_S, LONGEST_REQUEST_BYTES)
                answered = _respond(line, answer)
                if isinstance(answered, Response):
                    _send(client, answered)
                else:
                    _send_all(client, answered)
        except (OSError, ValueError) as error:
            logger.info("A client went away or made no sense: %s", error)
        finally:
            self._free.release()


def _send(client: socket.socket, response: Response) -> None:
    client.settimeout(CLIENT_PATIENCE_S)
    client.sendall(response.to_json().encode() + b"\n")


def _send_all(client: socket.socket, responses: Answers) -> None:
    """Until the client leaves."""
    with contextlib.closing(responses):
        for response in responses:
            if response is not None:
                _send(client, response)
            elif _has_left(client):
                return


def _has_left(client: socket.socket) -> bool:
    client.setblocking(False)
    try:
        return client.recv(1) == b""
    except BlockingIOError:
        return False


def _respond(line: bytes, answer: Answer) -> Response | Answers:
    try:
        request = Request.from_json(line.decode())
    except (ValueError, RecursionError):  # the latter from brackets in brackets without end
        return Response(False, "That is not a command of Mojo Voice.", 2)
    try:
        return answer(request)
    except MojoVoiceError as error:
        return Response.of_error(error)
    except Exception:  # top of a thread: the client gets an answer whatever happened
        logger.exception("The command %s failed", request.command)
        return Response(False, f"The command {request.command} failed.", 1)


def ask(runtime: Path, request: Request, timeout_s: float, *, is_starting: bool = False) -> Response:
    """What the running app says. With ``is_starting`` wait for it to listen: ``acquire`` has said that it is there.

    Raises ``AppUnreachable``; ``DesktopError`` when the folder is somebody else's.
    """
    deadline = time.monotonic() + timeout_s
    with contextlib.closing(_connected(runtime, deadline, is_starting)) as line:
        try:
            line.settimeout(max(0.001, deadline - time.monotonic()))
            line.sendall(request.to_json().encode() + b"\n")
            return Response.from_json(_read_line(line, deadline, LONGEST_RESPONSE_BYTES).decode())
        except TimeoutError as error:
            action = "`mojovoice daemon logs` may say why; if it stays so, end it and start it again."
            raise AppUnreachable(f"Mojo Voice has not answered for {timeout_s:g} s.", action) from error
        except (OSError, ValueError) as error:
            raise AppUnreachable(
                "Mojo Voice ended before it answered.", "`mojovoice daemon logs` may say why."
            ) from error


def follow(runtime: Path, request: Request, timeout_s: float) -> Generator[Response, None, None]:
    """One response after another, until the app ends; the first within ``timeout_s``. Raises as ``ask`` does."""
    with contextlib.closing(_connected(runtime, time.monotonic() + timeout_s, is_starting=False)) as line:
        try:
            line.settimeout(timeout_s)
            line.sendall(request.to_json().encode() + b"\n")
            line.settimeout(None)
            with line.makefile("r", encoding="utf-8") as lines:
                yield from map(Response.from_json, lines)
        except (OSError, ValueError) as error:
            raise AppUnreachable("Mojo Voice has ended.", START_IT) from error


def _connected(runtime: Path, deadline: float, is_starting: bool) -> socket.socket:
    _require_unix()
    while True:
        try:
            return _connect(runtime, deadline)
        except OSError as error:
            if not is_starting or time.monotonic() >= deadline:
                raise AppUnreachable(NOT_RUNNING, START_IT) from error
        time.sleep(LOOK_AGAIN_S)


def _connect(runtime: Path, deadline: float) -> socket.socket:
    with contextlib.ExitStack() as on_failure:
        line = on_failure.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
        line.settimeout(max(0.001, deadline - time.monotonic()))
        with _private_folder(runtime, make=False) as folder:
            line.connect(_address(runtime, folder))
        if not _is_same_user(line):
            raise DesktopError(f"The socket in {runtime} is another user's.")
        on_failure.pop_all()
        return line


@contextlib.contextmanager
def _private_folder(runtime: Path, *, make: bool) -> Iterator[int]:
    """The open folder, which is ours alone; raises ``DesktopError`` if it is not, ``OSError`` if it is not there."""
    if make:
        try:
            runtime.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileExistsError):  # from the last time
                runtime.mkdir(mode=0o700)
        except OSError as error:
            raise DesktopError(f"{runtime} cannot be made: {error.strerror}.", "Set XDG_RUNTIME_DIR.") from error
    try:
        folder = os.open(runtime, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except NotADirectoryError as error:  # a link counts as one, too
        raise DesktopError(f"{runtime} is a link or a file.", "Remove it and try again.") from error
    try:
        found = os.fstat(folder)
        if found.st_uid != os.geteuid():
            raise DesktopError(f"{runtime} belongs to another user.", "Set XDG_RUNTIME_DIR to a folder of yours.")
        if stat.S_IMODE(found.st_mode) & 0o077:
            os.fchmod(folder, 0o700)
        yield folder
    finally:
        os.close(folder)


def _opened_lock(runtime: Path, folder: int) -> int:
    try:
        return os.open(LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600, dir_fd=folder)
    except OSError as error:
        raise DesktopError(
            f"{runtime / LOCK} cannot be opened: {error.strerror}.", "Remove it and try again."
        ) from error


def _address(runtime: Path, folder: int) -> str:
    """Of the socket; by way of the open folder where its own path is longer than a socket's may be."""
    path = str(runtime / SOCKET)
    if len(os.fsencode(path)) <= LONGEST_PATH_BYTES:
        return path
    by_folder = Path(f"/proc/self/fd/{folder}")
    if not by_folder.exists():
        raise DesktopError(f"The path {path} is too long for a socket.", "Set XDG_RUNTIME_DIR to a shorter one.")
    return str(by_folder / SOCKET)


def _is_same_user(line: socket.socket) -> bool:
    """Whether the other end runs as the same user, as far as the system can tell."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True  # the folder's rights have to do
    credentials = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _, user, _ = struct.unpack("3i", credentials)
    return bool(user == os.geteuid())


def _read_line(line: socket.socket, deadline: float, longest_bytes: int) -> bytes:
    """Up to the newline; raises ``TimeoutError`` at ``deadline``, ``ValueError`` if it is too long or has no end."""
    read = bytearray()
    while not read.endswith(b"\n"):
        line.settimeout(max(0.001, deadline - time.monotonic()))
        if time.monotonic() >= deadline:
            raise TimeoutError("no line in time")
        block = line.recv(65536)
        if not block:
            raise ValueError("the line has no end")
        read += block
        if len(read) > longest_bytes:
            raise ValueError("the line is too long")
    return bytes(read)


def _are_scalars(arguments: dict[object, object]) -> bool:
    return all(isinstance(k, str) and (v is None or isinstance(v, str | int | float)) for k, v in arguments.items())


def _require_unix() -> None:
    if not hasattr(socket, "AF_UNIX") or not hasattr(os, "geteuid"):
        raise DesktopError("Commands to a running Mojo Voice do not work on this system yet.")
