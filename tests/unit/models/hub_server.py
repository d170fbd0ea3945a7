"""A hub in a thread: enough of the Hugging Face protocol to fetch a model from, and to have it go wrong."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from mojovoice_gui.models.hub import Hub
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths

REVISION = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class HubServer:
    """What it serves and how it misbehaves; ``asked`` is what was asked of it, with the range."""

    repo_id: str
    files: dict[str, bytes]
    revision: str = REVISION
    break_after: int | None = None  # bytes of a response, for large files; None: never
    breaks_left: int = 0
    ignores_range: bool = False
    status: int = 200
    message: str = ""  # why, if not 200
    asked: list[tuple[str, str]] = field(default_factory=list)
    promised: dict[str, bytes] = field(default_factory=dict)  # what checksums and sizes are told of, if not of files
    claimed_bytes: int | None = None  # said to be the size of the weights
    address: str = ""
    needs_token: str = ""  # who sends another gets nothing
    tokens: list[str] = field(default_factory=list)  # what came as authorization, one for each request
    files_at: str = ""  # another server's address, where files are redirected to, each time by another signature
    signs: bool = False  # it gives a file once for each signature, as a signed address that is soon too old
    signatures: list[str] = field(default_factory=list)  # that were shown to it
    busy: list[tuple[int, str]] = field(default_factory=list)  # answers before the right ones: status, Retry-After
    busy_after_break: list[tuple[int, str]] = field(default_factory=list)  # what becomes of them then
    sizeless: bool = False  # it does not say how large files are

    def info(self) -> bytes:
        siblings = [self._sibling(name, self.promised.get(name, content)) for name, content in self.files.items()]
        return json.dumps({"_id": "1", "id": self.repo_id, "sha": self.revision, "siblings": siblings}).encode()

    def _sibling(self, name: str, content: bytes) -> dict[str, object]:
        if name != "model.bin":
            return {"rfilename": name} if self.sizeless else {"rfilename": name, "size": len(content)}
        size = self.claimed_bytes or len(content)
        if self.sizeless:
            return {"rfilename": name}
        lfs = {"sha256": hashlib.sha256(content).hexdigest(), "size": size, "pointerSize": 134}
        return {"rfilename": name, "size": size, "lfs": lfs}


@contextmanager
def serving(hub: HubServer) -> Iterator[HubServer]:
    """``hub`` at ``hub.address``."""

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            hub.asked.append((path, self.headers.get("Range", "")))
            hub.tokens.append(self.headers.get("Authorization", ""))
            if hub.needs_token and hub.tokens[-1] != f"Bearer {hub.needs_token}":
                self._send(401, b"{}", {"X-Error-Code": "GatedRepo"})
            elif hub.busy:
                status, after = hub.busy.pop(0)
                self._send(status, b"{}", {"Retry-After": after} if after else None)
            elif hub.signs and self._is_too_old():
                self._send(403, b"{}")
            elif hub.status != 200:
                self._send(hub.status, b"{}", {"X-Error-Message": hub.message} if hub.message else None)
            elif path == f"/api/models/{hub.repo_id}":
                self._send(200, hub.info())
            elif (name := path.removeprefix(f"/{hub.repo_id}/resolve/{hub.revision}/")) in hub.files:
                if hub.files_at:
                    self._send(302, b"", {"Location": f"{hub.files_at}{path}?signature={len(hub.asked)}"})
                else:
                    self._send_file(hub.files[name])
            else:
                self._send(404, b"{}", {"X-Error-Code": "RepoNotFound"})

        def _is_too_old(self) -> bool:
            signature = self.path.rpartition("=")[2]
            was_shown = signature in hub.signatures
            hub.signatures.append(signature)
            return was_shown or len(hub.signatures) == 1  # the very first comes too late

        def _send_file(self, content: bytes) -> None:
            asked = self.headers.get("Range", "bytes=0-")
            start = 0 if hub.ignores_range else int(asked.removeprefix("bytes=").rstrip("-"))
            rest = content[start:]
            if hub.break_after is not None and hub.breaks_left and len(rest) > hub.break_after:
                hub.busy += hub.busy_after_break
                hub.breaks_left -= 1
                self._head(200 if hub.ignores_range else 206, len(rest))
                self.wfile.write(rest[: hub.break_after])
                self.close_connection = True
            else:
                self._head(200 if hub.ignores_range else 206, len(rest))
                self.wfile.write(rest)

        def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
            self._head(status, len(body), headers)
            self.wfile.write(body)

        def _head(self, status: int, length: int, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for key, value in (headers or {}).items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(length))
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the one it replaces
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.daemon_threads = True
    hub.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def store_of(paths: Paths, hub: HubServer) -> ModelStore:
    """With ``hub`` as the hub, and no long pauses between tries."""
    return ModelStore(paths, Hub(hub.address, paths.cache / "hub", pause_s=0.05))
