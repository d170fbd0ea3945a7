"""NVIDIA's libraries: found in the system or in pip's packages, or named when they are missing."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import Any

import pytest

from mojovoice_gui.asr.cuda import LIBRARIES, card_name, free_bytes, load_libraries

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere CTranslate2 finds them itself")


class Loader:
    """A dynamic linker that has the libraries named; what is not there it says as the real one does."""

    def __init__(self, *has: str, driver: Any = None) -> None:
        self._has = has
        self._driver = driver
        self.opened: list[str] = []

    def __call__(self, name: str) -> Any:
        if name not in self._has:
            raise OSError(f"{name}: cannot open shared object file: No such file or directory")
        self.opened.append(name)
        return self._driver


class Driver:
    """The calls of ``libcuda`` that are used; ``fails`` is one that does not succeed."""

    def __init__(self, free: int, fails: str = "") -> None:
        self._free = free
        self._fails = fails
        self.contexts = 0

    def __getattr__(self, call: str) -> Any:
        def answer(*arguments: Any) -> int:
            if call == self._fails:
                return 2
            if call == "cuMemGetInfo_v2":
                arguments[0]._obj.value = self._free
            if call == "cuDeviceGetName":
                arguments[0].value = b"A card"
            self.contexts += {"cuDevicePrimaryCtxRetain": 1, "cuDevicePrimaryCtxRelease_v2": -1}.get(call, 0)
            return 0

        return answer


def packages(folder: Path) -> list[Path]:
    """Where pip would have put them."""
    for name in LIBRARIES:
        (folder / name).touch()
    return [folder]


def test_the_libraries_of_the_system_come_first(tmp_path: Path) -> None:
    loader = Loader(*LIBRARIES)
    assert load_libraries(loader, packages(tmp_path)) == ""
    assert loader.opened == list(LIBRARIES)


def test_else_those_of_the_packages_are_loaded_each_after_what_it_needs(tmp_path: Path) -> None:
    files = [str(tmp_path / name) for name in LIBRARIES]
    loader = Loader(*files)
    assert load_libraries(loader, packages(tmp_path)) == ""
    assert loader.opened == files


def test_a_missing_library_is_named_with_what_brings_it() -> None:
    trouble = load_libraries(Loader("libcublasLt.so.12"), [])
    assert trouble == "libcublas.so.12 is missing; `pip install mojovoice[cuda]` brings it"


def test_a_library_that_cannot_be_loaded_is_named_by_its_file(tmp_path: Path) -> None:
    """The real linker, and a file that is no library."""
    name = tmp_path / LIBRARIES[0]
    name.write_text("this is no library")

    def linker(library: str) -> ctypes.CDLL:
        return Loader()(library) if library in LIBRARIES else ctypes.CDLL(library)

    trouble = load_libraries(linker, [tmp_path])
    assert trouble.startswith(f"{name} cannot be loaded (")


def test_a_library_of_the_system_that_is_broken_is_not_called_missing() -> None:
    def linker(library: str) -> ctypes.CDLL:
        raise OSError(f"{library}: invalid ELF header")

    assert load_libraries(linker, []).startswith(f"{LIBRARIES[0]} cannot be loaded (")


def test_the_driver_says_how_much_memory_is_free_and_is_left_as_it_was() -> None:
    driver = Driver(free=3_000_000_000)
    assert free_bytes(Loader("libcuda.so.1", driver=driver)) == 3_000_000_000
    assert driver.contexts == 0


@pytest.mark.parametrize("fails", ["cuInit", "cuDeviceGet", "cuDevicePrimaryCtxRetain", "cuMemGetInfo_v2"])
def test_a_driver_that_fails_says_nothing(fails: str) -> None:
    driver = Driver(free=3_000_000_000, fails=fails)
    assert free_bytes(Loader("libcuda.so.1", driver=driver)) is None
    assert driver.contexts == 0


def test_without_a_driver_nothing_is_known() -> None:
    assert free_bytes(Loader()) is None
    assert card_name(Loader()) == ""


def test_the_card_has_a_name() -> None:
    assert card_name(Loader("libcuda.so.1", driver=Driver(0))) == "A card"
