"""Secrets: in a real Secret Service on a private bus, or nowhere."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import secretstorage

from mojovoice_gui.desktop.secrets import Secrets
from mojovoice_gui.errors import KeyringUnavailable
from tests.desktop.box import BUS
from tests.waiting import wait_until

TOKEN = "hf_not-a-real-token"


@dataclass(frozen=True)
class Desktop:
    """A message bus that starts no service by itself, and a home."""

    home: Path
    environment: dict[str, str]


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    socket = tmp_path / "bus"
    (tmp_path / "bus.conf").write_text(BUS.format(socket=socket))
    home = tmp_path / "home"
    home.mkdir()
    for name, value in {
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={socket}",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("DISPLAY", raising=False)
    daemon = subprocess.Popen(["dbus-daemon", f"--config-file={tmp_path / 'bus.conf'}", "--nofork", "--nopidfile"])
    wait_until(socket.exists)
    yield Desktop(home, dict(os.environ))
    daemon.terminate()
    daemon.wait(20)


@pytest.fixture
def keyring(bus: Desktop) -> Iterator[subprocess.Popen[bytes]]:
    """A real one, unlocked."""
    command = ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground"]
    daemon = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=bus.environment
    )
    assert daemon.stdin is not None
    daemon.stdin.write(b"password")
    daemon.stdin.close()
    wait_until(is_there)
    yield daemon
    daemon.terminate()
    daemon.wait(20)


def is_there() -> bool:
    try:
        Secrets().has("anything")
    except KeyringUnavailable:
        return False
    return True


@pytest.mark.usefixtures("keyring")
def test_a_secret_that_was_put_is_there_for_the_next_start_until_it_is_deleted() -> None:
    assert not Secrets().has("hub")
    Secrets().put("hub", TOKEN)
    assert Secrets().has("hub")
    assert Secrets().get("hub") == TOKEN
    assert Secrets().get("another") is None
    Secrets().delete("hub")
    assert Secrets().get("hub") is None
    Secrets().delete("hub")  # what is gone may be deleted again


@pytest.mark.usefixtures("keyring")
def test_a_new_secret_replaces_the_old_one() -> None:
    Secrets().put("hub", "old")
    Secrets().put("hub", TOKEN)
    assert Secrets().get("hub") == TOKEN
    Secrets().delete("hub")
    assert not Secrets().has("hub")


@pytest.mark.usefixtures("keyring")
def test_a_secret_is_on_disk_encrypted_or_not_at_all(bus: Desktop) -> None:
    Secrets().put("hub", TOKEN)
    files = [path for path in bus.home.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if TOKEN.encode() in path.read_bytes()] == []


@pytest.mark.usefixtures("bus")
def test_without_a_keyring_nothing_is_kept_and_the_user_is_told_what_to_install() -> None:
    for ask in (Secrets().get, Secrets().has, Secrets().delete, lambda name: Secrets().put(name, TOKEN)):
        with pytest.raises(KeyringUnavailable, match="has no keyring") as raised:
            ask("hub")
        assert "gnome-keyring" in raised.value.action
        assert TOKEN not in str(raised.value)


def test_a_plug_in_that_writes_plain_text_is_never_asked(bus: Desktop, tmp_path: Path) -> None:
    """Even when the user's configuration of the keyring library names it."""
    plug_in = tmp_path / "site/plain.py"
    plug_in.parent.mkdir()
    plug_in.write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Plain(KeyringBackend):\n"
        "    priority = 20\n"
        "    def set_password(self, service, name, secret): open('plain.txt', 'w').write(secret)\n"
        "    def get_password(self, service, name): return 'plain'\n"
        "    def delete_password(self, service, name): pass\n"
    )
    code = (
        "import keyring; assert type(keyring.get_keyring()).__name__ == 'Plain'\n"
        "from mojovoice_gui.desktop.secrets import Secrets\n"
        f"Secrets().put('hub', '{TOKEN}')\n"
    )
    path = os.pathsep.join([str(plug_in.parent), str(Path(__file__).parents[3])])
    environment = bus.environment | {"PYTHON_KEYRING_BACKEND": "plain.Plain", "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "KeyringUnavailable" in done.stderr, done.stderr
    assert not (tmp_path / "plain.txt").exists()


@pytest.mark.usefixtures("bus")
def test_a_keyring_that_went_away_is_said(keyring: subprocess.Popen[bytes]) -> None:
    Secrets().put("hub", TOKEN)
    keyring.terminate()
    keyring.wait(20)
    with pytest.raises(KeyringUnavailable):
        Secrets().get("hub")


@pytest.mark.usefixtures("keyring")
def test_a_locked_keyring_is_told_from_a_missing_one() -> None:
    """Nobody is there to unlock it: no dialogue of the desktop is on this bus."""
    Secrets().put("hub", TOKEN)
    with contextlib.closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()
    with pytest.raises(KeyringUnavailable, match="is locked") as raised:
        Secrets().get("hub")
    assert "Unlock it" in raised.value.action
