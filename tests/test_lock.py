"""The lock file: what packaging/run and packaging/test install."""

from __future__ import annotations

import platform
import re
import tomllib
from pathlib import Path

import ctranslate2
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "packaging/requirements.lock"
LINUX = {"sys_platform": "linux", "platform_machine": "x86_64"}
MAC = {"sys_platform": "darwin", "platform_machine": "arm64"}
WINDOWS = {"sys_platform": "win32", "platform_machine": "AMD64"}


def pins() -> list[tuple[Requirement, int]]:
    """Every pin of the lock, and how many hashes it has."""
    entries = LOCK.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return [(Requirement(entry.partition("--hash")[0]), entry.count("--hash=sha256:")) for entry in entries]


def locked(name: str, machine: dict[str, str], python: str = "3.11") -> list[str]:
    """The version specifiers of ``name`` on a kind of machine."""
    environment = {**machine, "python_version": python, "python_full_version": f"{python}.0"}
    return [
        str(pin.specifier)
        for pin, _ in pins()
        if canonicalize_name(pin.name) == name and (pin.marker is None or pin.marker.evaluate(environment))
    ]


def test_every_pin_is_exact_and_has_hashes() -> None:
    assert [str(pin) for pin, hashes in pins() if not re.fullmatch(r"==[^*,]+", str(pin.specifier)) or not hashes] == []


def test_the_lock_names_no_address() -> None:
    assert re.findall(r"https?:|--.*index|file:| @ ", LOCK.read_text(encoding="utf-8")) == []


def test_no_package_needs_a_compiler() -> None:
    """evdev has only sources; it is the one that the usual hotkey libraries would bring."""
    assert locked("evdev", LINUX) == []


def test_pynput_comes_only_where_it_hears_the_keys() -> None:
    assert [len(locked("pynput", machine)) for machine in (LINUX, MAC, WINDOWS)] == [0, 1, 1]


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_the_fork_is_alone_where_it_exists_and_absent_elsewhere(python: str) -> None:
    """Both install the package ctranslate2, and the last one wins."""
    assert (len(locked("ctranslate2-crisperwhisper", LINUX, python)), len(locked("ctranslate2", LINUX, python))) == (
        1,
        0,
    )
    assert (len(locked("ctranslate2-crisperwhisper", MAC, python)), len(locked("ctranslate2", MAC, python))) == (0, 1)


def test_qt_is_older_than_the_release_that_aborts_on_python_3_11() -> None:
    (version,) = locked("pyside6-essentials", LINUX)
    assert Version(version.removeprefix("==")) < Version("6.12")


def test_what_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]["starter"]
    wanted = map(Requirement, [*project["project"]["dependencies"], *extras, *project["dependency-groups"]["dev"]])
    have = [(canonicalize_name(pin.name), pin.specifier) for pin, _ in pins()]
    missing = [
        str(want)
        for want in wanted
        if not any(name == canonicalize_name(want.name) and want.specifier.contains(str(pin)[2:]) for name, pin in have)
    ]
    assert missing == []


@pytest.mark.skipif(
    (platform.system(), platform.machine()) != ("Linux", "x86_64"), reason="the fork is for Linux on x86-64"
)
@pytest.mark.parametrize("call", ["prefill", "forward_step_greedy", "forward_batch_greedy", "forward_batch"])
def test_the_engine_can_check_many_tokens_in_one_pass(call: str) -> None:
    assert hasattr(ctranslate2.models.Whisper, call)
