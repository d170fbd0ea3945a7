"""NVIDIA's libraries and memory, which CTranslate2 uses and tells nothing about."""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from mojovoice_gui.errors import Sentence, joined

LIBRARIES = ("libcublasLt.so.12", "libcublas.so.12")
"""What the fork of CTranslate2 loads by name, at its first multiplication; the first is needed by the second."""

DRIVER = "libcuda.so.1"
REMEDY = Sentence("`pip install mojovoice[cuda]` brings it")

OpenLibrary = Callable[[str], ctypes.CDLL]


def open_library(name: str) -> ctypes.CDLL:
    """For all that is loaded later, too; raises ``OSError``."""
    return ctypes.CDLL(name, ctypes.RTLD_GLOBAL)


def load_libraries(open_it: OpenLibrary = open_library, folders: Sequence[Path] | None = None) -> str:
    """Load what CTranslate2 will ask for: the system's, else those of the nvidia packages in ``folders``.

    Why not, or nothing. What is loaded once is found by its name from then on.
    """
    if sys.platform != "linux":  # elsewhere CTranslate2 finds them itself
        return ""
    places = _package_folders() if folders is None else folders
    for name in LIBRARIES:
        trouble = _load(name, open_it, [folder / name for folder in places if (folder / name).is_file()])
        if trouble:
            return trouble
    return ""


def _load(name: str, open_it: OpenLibrary, files: Sequence[Path]) -> str:
    trouble = joined((Sentence("{library} is missing", library=name), REMEDY))
    for candidate in (name, *map(str, files)):
        try:
            open_it(candidate)
        except OSError as error:
            if not str(error).startswith(f"{name}: cannot open shared object file"):
                trouble = Sentence("{library} cannot be loaded ({why})", library=candidate, why=str(error))
        else:
            return ""
    return trouble


def _package_folders() -> list[Path]:
    """Where pip puts NVIDIA's libraries."""
    found = importlib.util.find_spec("nvidia")
    homes = found.submodule_search_locations if found is not None else None
    return [folder for home in homes or () for folder in sorted(Path(home).glob("*/lib"))]


def free_bytes(open_it: OpenLibrary = open_library) -> int | None:
    """Free memory of the first card that this process may use, by the driver; None: it does not say."""
    try:
        driver = open_it(DRIVER)
    except OSError:
        return None
    device, context = ctypes.c_int(), ctypes.c_void_p()
    free, total = ctypes.c_size_t(), ctypes.c_size_t()
    if driver.cuInit(0) or driver.cuDeviceGet(ctypes.byref(device), 0):
        return None
    if driver.cuDevicePrimaryCtxRetain(ctypes.byref(context), device):
        return None
    failed = driver.cuCtxPushCurrent_v2(context) or driver.cuMemGetInfo_v2(ctypes.byref(free), ctypes.byref(total))
    driver.cuCtxPopCurrent_v2(ctypes.byref(context))
    driver.cuDevicePrimaryCtxRelease_v2(device)
    return None if failed else free.value


def card_name(open_it: OpenLibrary = open_library) -> str:
    """Of the same card; empty: the driver does not say."""
    try:
        driver = open_it(DRIVER)
    except OSError:
        return ""
    device, name = ctypes.c_int(), ctypes.create_string_buffer(256)
    if driver.cuInit(0) or driver.cuDeviceGet(ctypes.byref(device), 0):
        return ""
    return "" if driver.cuDeviceGetName(name, len(name), device) else name.value.decode(errors="replace")
