"""The way to the hub: a token for private models that goes nowhere else, and the system's proxy."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx2
import pytest

from mojovoice_gui.errors import DownloadFailed
from mojovoice_gui.models.hub import Hub
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths
from tests.unit.models.hub_server import HubServer, serving

ROOT = Path(__file__).parents[3]
TOKEN = "hf_not-a-real-token"
OF_ANOTHER = "hf_for-another-hub"
REPO = "somebody/private"
FILES = {"config.json": b"{}", "model.bin": b"weights", "tokenizer.json": b"{ }", "vocabulary.txt": b"a\n"}


def fetch(paths: Paths, hub: HubServer, token: str | None) -> Path:
    made = Hub(hub.address, paths.cache / "hub", lambda: token, pause_s=0.05)
    return ModelStore(paths, made).download(REPO, lambda _here, _all: None)


def test_the_token_opens_a_private_model(paths: Paths, hub: HubServer) -> None:
    hub.needs_token = TOKEN
    with pytest.raises(DownloadFailed, match=r"to everybody\. Ask for it on its page") as raised:
        fetch(paths, hub, None)
    assert "token" in raised.value.action
    assert (fetch(paths, hub, TOKEN) / "model.bin").read_bytes() == b"weights"


def test_a_token_that_the_hub_does_not_take_is_in_no_error_and_no_log(
    paths: Paths, hub: HubServer, caplog: pytest.LogCaptureFixture
) -> None:
    hub.needs_token = "another"
    caplog.set_level(logging.DEBUG)
    with pytest.raises(DownloadFailed) as raised:
        fetch(paths, hub, TOKEN)
    assert f"Bearer {TOKEN}" in hub.tokens
    error: BaseException | None = raised.value
    while error is not None:
        assert TOKEN not in f"{error} {error!r}"
        error = error.__cause__ or error.__context__
    assert TOKEN not in caplog.text


def test_the_token_is_written_nowhere(paths: Paths, hub: HubServer) -> None:
    hub.needs_token = TOKEN
    fetch(paths, hub, TOKEN)
    files = [path for path in paths.data.parent.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if TOKEN.encode() in path.read_bytes()] == []


def test_where_the_hub_sends_us_for_files_the_token_does_not_follow(paths: Paths, hub: HubServer) -> None:
    with serving(HubServer(REPO, dict(FILES))) as store:
        hub.needs_token, hub.files_at = TOKEN, store.address.replace("127.0.0.1", "localhost")
        fetch(paths, hub, TOKEN)
        assert store.asked
        assert set(store.tokens) == {""}


def test_a_mirror_does_not_get_the_token_that_the_hubs_own_programs_keep(
    paths: Paths, hub: HubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", OF_ANOTHER)
    fetch(paths, hub, None)
    assert set(hub.tokens) == {""}


def test_the_proxy_of_the_system_is_taken(paths: Paths, hub: HubServer) -> None:
    with proxy() as (address, asked):
        names = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")
        environment = {name: value for name, value in os.environ.items() if name.lower() not in names}
        code = (
            "import sys, pathlib\n"
            "from mojovoice_gui.models.hub import Hub; from mojovoice_gui.models.store import ModelStore\n"
            "from mojovoice_gui.paths import Paths\n"
            "ModelStore(Paths.under(pathlib.Path(sys.argv[1])), Hub(sys.argv[2]))"
            f".download('{REPO}', lambda *_: None)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(paths.data.parent), hub.address],
            env=environment | {"http_proxy": address},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert len(asked) == 1 + len(FILES)
    assert all(url.startswith(hub.address) for url in asked)


def test_a_secure_hub_is_reached_through_the_proxy_of_the_system_alone(paths: Paths) -> None:
    with proxy() as (address, asked):
        names = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")
        environment = {name: value for name, value in os.environ.items() if name.lower() not in names}
        code = (
            "import sys\n"
            "from mojovoice_gui.models.hub import Hub\n"
            "Hub('https://hub.invalid', pause_s=0).snapshot('somebody/private')\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=environment | {"HTTPS_PROXY": address},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert "cannot be reached" in done.stderr
    assert "the proxy" in done.stderr
    assert asked
    assert set(asked) == {"hub.invalid:443"}


class proxy:  # noqa: N801 - used as a function: with proxy() as (address, asked)
    """An HTTP proxy that remembers what it was asked for."""

    def __enter__(self) -> tuple[str, list[str]]:
        asked: list[str] = []

        class Forward(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                found = httpx2.get(self.path, headers={"Range": self.headers.get("Range", "bytes=0-")}, trust_env=False)
                self.send_response(found.status_code)
                self.send_header("Content-Length", str(len(found.content)))
                self.end_headers()
                self.wfile.write(found.content)

            def do_CONNECT(self) -> None:
                asked.append(self.path)
                self.send_error(502)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the one it replaces
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Forward)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        return f"http://127.0.0.1:{self._server.server_port}", asked

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)
